import { routes } from '@hidesync/contract/routes'
import type { Route } from '@hidesync/contract/http/route'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { documentedStatuses } from '../testing/walk/documented.ts'

const person = { display_name: 'Gus', email: 'gus@example.test', password: 'a long enough password' }
const unknown = '11111111-2222-4333-8444-555555555555'

/** What is refused of each, and with what. */
const refused: readonly (readonly [Route, string, object | undefined, number])[] = [
  [routes.auth.token, '/auth/token', { email: 'nobody@example.test', password: 'wrong' }, 401],
  [routes.auth.refresh, '/auth/refresh', { refresh_token: 'unknown' }, 401],
  [routes.stations.me, '/stations/me', undefined, 401],
  [routes.stations.signIn, '/auth/pin', { station_token: 'x'.repeat(43), user_id: 1, pin: '1234' }, 401],
  [routes.invitations.view, '/invitations/this-is-no-token-of-a-link', undefined, 404],
  [routes.invitations.accept, '/invitations/this-is-no-token-of-a-link', person, 404],
  [routes.passwordResets.view, '/password-resets/this-is-no-token-of-a-link', undefined, 404],
  [routes.passwordResets.use, '/password-resets/this-is-no-token-of-a-link', { password: person.password }, 404],
  [routes.links.read, '/shared/this-is-no-token-of-a-link', undefined, 404],
  [routes.events.list, `/events?after=${unknown}`, undefined, 410],
]

describeEachEngine('what routes refuse that take no token, or a cursor', engine => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ engine })
  })
  afterAll(() => app.close())

  it.each(refused)('$method $path says so in the API document', async (route, path, body, status) => {
    const token = route.access === 'open' ? null : app.admin.token
    const answer = await send(app, path, { method: route.method, token, ...(body === undefined ? {} : { body }) })
    expect((await refusalOf(answer)).status).toBe(status)
    expect(documentedStatuses(route)).toContain(status)
  })

  it('links that were good once say 410, and the document, too', () => {
    for (const route of [routes.invitations.accept, routes.passwordResets.use])
      expect(documentedStatuses(route)).toContain(410)
  })
})
