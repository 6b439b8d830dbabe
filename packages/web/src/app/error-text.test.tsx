import { renderHook, waitFor } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { catalogueOf } from '../testing/catalogue.ts'
import { ApiContext, createApi, type Api } from './api.ts'
import { useErrorText } from './error-text.ts'
import { preferences } from './preferences.ts'

const unreachable = () => Promise.reject(new TypeError('Failed to fetch'))

const errorText = (api: Api, locale = 'en') =>
  renderHook(useErrorText, {
    wrapper: ({ children }) => (
      <IntlProvider locale={locale} messages={catalogueOf(locale)}>
        <ApiContext value={api}>{children}</ApiContext>
      </IntlProvider>
    ),
  }).result

test('a part of the app that could not be fetched is our mistake with a connection, and a matter of the connection without one', async () => {
  const api = createApi(unreachable)
  const result = errorText(api)
  const missing = new TypeError('Failed to fetch dynamically imported module')
  expect(result.current(missing)).toMatch(/^Something went wrong in this page/)
  await api.client.operations.health().catch(() => undefined)
  await waitFor(() => expect(api.connection.status.get().isOnline).toBe(false))
  expect(result.current(missing)).toMatch(/^The server could not be reached/)
})

const refusal = (status: number, body: object, headers = {}) =>
  new Response(JSON.stringify({ detail: 'What the server says.', request_id: '1', ...body }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

test.each([
  ['de', refusal(400, { code: 'user.wrong_password' }), /^Das jetzige Passwort stimmt nicht/],
  ['fr', refusal(403, { code: 'access.forbidden', reason: 'managers_only' }), /^Seul un responsable de l’atelier/],
  ['es', refusal(403, { code: 'access.forbidden', reason: 'of_tomorrow' }), /^No tienes permiso/],
  ['de', refusal(429, { code: 'auth.pin_locked' }, { 'retry-after': '90' }), /in 90 s noch einmal/],
  ['ar', new Response('<html>Bad gateway</html>', { status: 502 }), /^الخادم/],
  ['de', refusal(409, { code: 'revision.unchanged' }), /^What the server says\.$/],
])('in %s a refusal is told in the words of the page where there are words for it', async (locale, answer, text) => {
  preferences.change('language', { interface: locale })
  const api = createApi(() => Promise.resolve(answer))
  const error = await api.client.operations.health().catch((thrown: unknown) => thrown)
  expect(errorText(api, locale).current(error)).toMatch(text)
})
