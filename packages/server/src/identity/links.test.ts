import type { Client } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const day = 24 * 3_600_000
const password = 'quite another password'

describeEachEngine('links that let people in', engine => {
  let app: TestApp
  let admin: Client
  let at = Date.UTC(2026, 4, 4)
  let workshop: number
  let manager: TestUser
  let people = 0
  const newEmail = () => `guest-${engine}-${++people}@example.test`
  const open = () => app.client()

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(at), config: { publicUrl: 'https://bench.example' } })
    admin = app.client(app.admin.token)
    workshop = (await admin.workshops.create({ body: { name: 'Saddlers' } })).id
    manager = await app.createUser({ workshop_id: workshop, role: 'manager', display_name: 'Mara' })
  })
  afterAll(() => app.close())

  const invite = (body: { email?: string; role?: 'member' | 'manager'; expires_in_days?: number } = {}) =>
    app.client(manager.token).invitations.create({ params: { id: workshop }, body })

  it('an invitation makes an account in the workshop, signs it in, and is good once', async () => {
    const { token, url, ...invitation } = await invite({ role: 'manager' })
    expect(url).toBe(`https://bench.example/invitations/${token}`)
    expect(await open().invitations.view({ params: { token } })).toEqual({
      workshop_name: 'Saddlers',
      role: 'manager',
      invited_by: 'Mara',
      email: null,
      expires_at: new Date(at + 7 * day).toISOString(),
      expired: false,
    })
    const mine = app.client(manager.token)
    expect(await mine.invitations.list({ params: { id: workshop } })).toContainEqual(invitation)
    const body = { display_name: 'Gus', email: newEmail(), password }
    const answer = await send(app, `/invitations/${token}`, { token: null, body })
    expect(answer.headers.get('set-cookie')).toMatch(/^hidesync_refresh=.+HttpOnly/)
    const { access_token } = (await answer.json()) as { access_token: string }
    const gus = app.client(access_token)
    expect(await gus.users.me()).toMatchObject({
      display_name: 'Gus',
      default_workshop_id: workshop,
      is_superuser: false,
    })
    expect((await gus.workshops.list()).items).toMatchObject([{ id: workshop, role: 'manager' }])
    const again = await refusal(open().invitations.accept({ params: { token }, body: { ...body, email: newEmail() } }))
    expect([again.status, again.code]).toEqual([404, 'invitation.not_found'])
    expect(await mine.invitations.list({ params: { id: workshop } })).not.toContainEqual(invitation)
  })

  it('two who use one invitation at once are not both let in', async () => {
    const { token } = await invite()
    const join = () =>
      open().invitations.accept({ params: { token }, body: { display_name: 'Twin', email: newEmail(), password } })
    const both = await Promise.allSettled([join(), join()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('an invitation for an address takes no other, and an address that is taken leaves it open', async () => {
    const email = newEmail()
    const { token } = await invite({ email })
    const join = (address: string) =>
      refusal(open().invitations.accept({ params: { token }, body: { display_name: 'Gus', email: address, password } }))
    expect((await join(newEmail())).message).toBe(`This invitation is for ${email}. Join with that e-mail.`)
    const other = await invite()
    const taken = await refusal(
      open().invitations.accept({
        params: { token: other.token },
        body: { display_name: 'Mara', email: manager.email, password },
      }),
    )
    expect(taken.code).toBe('user.email_taken')
    expect((await open().invitations.view({ params: { token: other.token } })).expired).toBe(false)
  })

  it('ends when it is taken back, and when its time is over', async () => {
    const back = await invite()
    await app.client(manager.token).invitations.remove({ params: { id: workshop, invitation_id: back.id } })
    expect((await refusal(open().invitations.view({ params: { token: back.token } }))).status).toBe(404)
    const late = await invite({ expires_in_days: 1 })
    at += 2 * day
    expect((await open().invitations.view({ params: { token: late.token } })).expired).toBe(true)
    const body = { display_name: 'Late', email: newEmail(), password }
    const told = await refusal(open().invitations.accept({ params: { token: late.token }, body }))
    expect([told.status, told.code]).toEqual([410, 'invitation.expired'])
  })

  it('are for managers to make, and the same request with a key gets the same link', async () => {
    const member = await app.createUser({ workshop_id: workshop })
    const elsewhere = await app.createUser()
    const path = `/workshops/${workshop}/invitations`
    expect((await refusalOf(await send(app, path, { token: member.token, body: {} }))).status).toBe(403)
    expect((await refusalOf(await send(app, path, { token: elsewhere.token, body: {} }))).status).toBe(404)
    expect((await refusalOf(await send(app, path, { token: member.token, method: 'GET' }))).status).toBe(403)
    const repeated = async () => {
      const answer = await send(app, path, { body: {}, headers: { 'idempotency-key': 'once' } })
      return (await answer.json()) as { id: number; token: string }
    }
    expect(await repeated()).toEqual(await repeated())
  })

  it('a reset sets the password, ends the sessions there were, and is good once', async () => {
    const user = await app.createUser({ workshop_id: workshop, display_name: 'Forgetful' })
    const session = await open().auth.token({ body: { email: user.email, password: user.password } })
    const first = await app.client(manager.token).passwordResets.create({ params: { id: user.id } })
    const { token, url } = await app.client(manager.token).passwordResets.create({ params: { id: user.id } })
    expect(url).toBe(`https://bench.example/password-resets/${token}`)
    expect((await refusal(open().passwordResets.view({ params: { token: first.token } }))).status).toBe(404)
    expect(await open().passwordResets.view({ params: { token } })).toMatchObject({
      display_name: 'Forgetful',
      email: user.email,
      expired: false,
    })
    const pair = await open().passwordResets.use({ params: { token }, body: { password } })
    expect((await app.client(pair.access_token).users.me()).id).toBe(user.id)
    expect((await refusal(app.client(session.access_token).users.me())).status).toBe(401)
    await open().auth.token({ body: { email: user.email, password } })
    expect((await refusal(open().passwordResets.use({ params: { token }, body: { password } }))).status).toBe(404)
    const late = await admin.passwordResets.create({ params: { id: user.id } })
    at += 2 * day
    const told = await refusal(open().passwordResets.use({ params: { token: late.token }, body: { password } }))
    expect([told.status, told.code]).toEqual([410, 'password_reset.expired'])
  })

  it('are worth no more than who made them: a right that is lost takes its links along', async () => {
    const made = await app.createUser({ workshop_id: workshop, role: 'manager' })
    const theirs = app.client(made.token)
    const user = await app.createUser({ workshop_id: workshop })
    const invitation = await theirs.invitations.create({ params: { id: workshop }, body: {} })
    const reset = await theirs.passwordResets.create({ params: { id: user.id } })
    const member = { params: { id: workshop, user_id: made.id } }
    const still = async () => {
      const look = (path: string) => send(app, path, { method: 'GET', token: null })
      const accept = { display_name: 'Gus', email: newEmail(), password: 'short' }
      const answers = [
        await look(`/invitations/${invitation.token}`),
        await look(`/password-resets/${reset.token}`),
        await send(app, `/invitations/${invitation.token}`, { token: null, body: { ...accept, password } }),
        await send(app, `/password-resets/${reset.token}`, { token: null, body: { password } }),
      ]
      const listed = await app.client(manager.token).invitations.list({ params: { id: workshop } })
      expect(listed.some(({ id }) => id === invitation.id)).toBe(false)
      return answers.map(({ status }) => status)
    }
    const none = [404, 404, 404, 404]
    await admin.workshops.updateMember({ ...member, body: { role: 'member' } })
    expect(await still()).toEqual(none)
    await admin.workshops.removeMember(member)
    expect(await still()).toEqual(none)
    await admin.workshops.addMember({ params: { id: workshop }, body: { user_id: made.id, role: 'manager' } })
    expect((await open().invitations.view({ params: { token: invitation.token } })).expired).toBe(false)
    await admin.users.update({ params: { id: made.id }, body: { is_active: false } })
    expect(await still()).toEqual(none)
  })

  it('are at most a hundred that a workshop sees: those that nobody can take back any more leave room for others', async () => {
    const { id } = await admin.workshops.create({ body: { name: `Crowded ${engine}` } })
    const made = await app.createUser({ workshop_id: id, role: 'manager' })
    const next = await app.createUser({ workshop_id: id, role: 'manager' })
    const one = ({ token }: TestUser) => send(app, `/workshops/${id}/invitations`, { token, body: {} })
    for (let n = 0; n < 100; n++) expect((await one(made)).status).toBe(201)
    const told = await refusalOf(await one(next))
    expect([told.status, told.code]).toEqual([409, 'link.limit_reached'])
    expect(told.detail).toContain('There are 100 open invitations already.')
    await admin.workshops.updateMember({ params: { id, user_id: made.id }, body: { role: 'member' } })
    expect((await one(next)).status).toBe(201)
    expect(await app.client(next.token).invitations.list({ params: { id } })).toHaveLength(1)
  })

  it('are counted where they are tried, whatever else is said: ten looks a minute at one, more at all', async () => {
    const small = await startTestApp({ engine })
    let detail = ''
    const statuses = async (count: number, path: (n: number) => string) => {
      const answers: number[] = []
      for (let n = 0; n < count; n++) {
        const body = { display_name: 'Guess', email: `guess-${n}@example.test`, password }
        const told = await refusalOf(await send(small, path(n), { token: null, body }))
        answers.push(told.status)
        detail = told.detail
      }
      return answers
    }
    expect(await statuses(11, () => '/invitations/one-that-is-guessed')).toEqual([...Array<number>(10).fill(404), 429])
    expect(detail).toContain('10 times a minute are enough')
    const others = await statuses(52, n => `/invitations/guess-number-${n}`)
    expect(others).toEqual([...Array<number>(50).fill(404), 429, 429])
    expect(detail).toContain('60 times a minute are enough')
    await small.close()
  })

  it('nobody comes by a reset to rights that they do not have', async () => {
    const other = await admin.workshops.create({ body: { name: `Joiners ${engine}` } })
    const both = await app.createUser({ workshop_id: workshop })
    await admin.workshops.addMember({ params: { id: other.id }, body: { user_id: both.id } })
    const chief = await app.createUser({ workshop_id: workshop, is_superuser: true })
    const member = await app.createUser({ workshop_id: workshop })
    const stranger = await app.createUser({ workshop_id: other.id })
    const asked = async (token: string, id: number) =>
      (await refusalOf(await send(app, `/users/${id}/reset-link`, { token }))).status
    expect(await asked(manager.token, both.id)).toBe(403)
    expect(await asked(manager.token, chief.id)).toBe(403)
    expect(await asked(member.token, manager.id)).toBe(403)
    expect(await asked(manager.token, stranger.id)).toBe(404)
    expect((await admin.passwordResets.create({ params: { id: chief.id } })).token).toMatch(/^[\w-]{43}$/)
  })

  it('guessing is limited like signing in', async () => {
    const limited = async () => (await send(app, '/invitations/no-such-token', { token: null, method: 'GET' })).status
    const statuses: number[] = []
    for (let n = 0; n < 40 && !statuses.includes(429); n++) statuses.push(await limited())
    expect(statuses.at(-1)).toBe(429)
  })
})
