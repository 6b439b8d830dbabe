import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import { IntlProvider } from 'use-intl'
import { feedQueries } from '../offline/feed-queries.ts'
import { Localised } from '../ui/Localised.tsx'
import { ApiContext, type Api } from './api.ts'
import type { Language } from './i18n.ts'
import type { createAppRouter } from './router.tsx'
import type { Store } from './store.ts'

interface AppProps {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly router: ReturnType<typeof createAppRouter>
  readonly language: Store<Language>
}

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()

export function App({ api, queryClient, router, language }: AppProps) {
  const { locale, messages } = useSyncExternalStore(language.subscribe, language.get)
  useEffect(() => feedQueries(api, queryClient), [api, queryClient])
  return (
    // What a room says beside these it brings along.
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
      <Localised locale={locale}>
        <ApiContext value={api}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ApiContext>
      </Localised>
    </IntlProvider>
  )
}
