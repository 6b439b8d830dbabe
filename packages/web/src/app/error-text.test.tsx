import { renderHook, waitFor } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { english } from '../testing/catalogue.ts'
import { ApiContext, createApi } from './api.ts'
import { useErrorText } from './error-text.ts'

const unreachable = () => Promise.reject(new TypeError('Failed to fetch'))

test('a part of the app that could not be fetched is our mistake with a connection, and a matter of the connection without one', async () => {
  const api = createApi(unreachable)
  const { result } = renderHook(useErrorText, {
    wrapper: ({ children }) => (
      <IntlProvider locale="en" messages={english}>
        <ApiContext value={api}>{children}</ApiContext>
      </IntlProvider>
    ),
  })
  const missing = new TypeError('Failed to fetch dynamically imported module')
  expect(result.current(missing)).toMatch(/^Something went wrong in this page/)
  await api.client.operations.health().catch(() => undefined)
  await waitFor(() => expect(api.connection.status.get().isOnline).toBe(false))
  expect(result.current(missing)).toMatch(/^The server could not be reached/)
})
