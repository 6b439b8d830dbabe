import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { IntlProvider } from 'use-intl'
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
