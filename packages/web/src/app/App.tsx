import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { IntlProvider } from 'use-intl'
import { feedQueries } from '../offline/feed-queries.ts'
import { ApiContext, type Api } from './api.ts'
import type { Messages } from './i18n.ts'
import type { createAppRouter } from './router.tsx'

interface AppProps {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly router: ReturnType<typeof createAppRouter>
  readonly locale: string
  readonly messages: Messages
}

export function App({ api, queryClient, router, locale, messages }: AppProps) {
  useEffect(() => feedQueries(api.runs, queryClient), [api, queryClient])
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={new Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <ApiContext value={api}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ApiContext>
    </IntlProvider>
  )
}
