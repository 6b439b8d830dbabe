import { ApiError, type Client } from '@hidesync/contract/client'
import { beforeEach, expect, test } from 'vitest'
import { createSession } from './session.ts'

beforeEach(() => localStorage.clear())

const refused = new ApiError(401, { detail: 'Sign in.', code: 'auth.required', request_id: '' })

/** The auth calls of the client, with a cookie that may be good or not. */
function door(options: { cookie: boolean; person?: number; isAway?: boolean; isHeld?: boolean }) {
  let refreshes = 0
  let release: () => void = () => undefined
  const pair = (access_token: string) => ({
    access_token,
    token_type: 'bearer' as const,
    expires_in: 900,
    refresh_token: 'r',
    user_id: options.person ?? 1,
  })
  const auth: Client['auth'] = {
    token: async () => pair('by password'),
    refresh: async () => {
      refreshes += 1
      const isGood = options.cookie
      if (options.isHeld === true) await new Promise<void>(resolve => (release = resolve))
      if (!isGood) throw refused
      return pair(`by cookie ${refreshes}`)
    },
    logout: async () => {
      if (options.isAway) throw new ApiError(0, { detail: 'No answer.', code: 'unreachable', request_id: '' })
      options.cookie = false
    },
  }
  return { session: createSession(() => auth), refreshes: () => refreshes, options, letGo: () => release() }
}

test('restore() takes the session up by the cookie', async () => {
  const { session } = door({ cookie: true })
  expect(await session.restore()).toBe(true)
  expect(session.status.get()).toBe('signed_in')
  expect(session.token()).toBe('by cookie 1')
})

test('who signed out while the server was out of reach is signed out at the next visit, too', async () => {
  const away = { cookie: true, isAway: true }
  const { session } = door(away)
  await session.restore()
  await session.signOut().catch(() => undefined)
  expect(await door(away).session.restore()).toBe(false)
  expect(away.cookie).toBe(true)
  const back = { cookie: true }
  const next = door(back).session
  expect(await next.restore()).toBe(false)
  expect(back.cookie).toBe(false)
  await next.signIn('a@b.test', 'p')
  expect(await door({ cookie: true }).session.restore()).toBe(true)
})

test('restore() says that nobody is signed in where the cookie is not good', async () => {
  const { session } = door({ cookie: false })
  expect(await session.restore()).toBe(false)
  expect(session.status.get()).toBe('signed_out')
})

test('recover() asks for one new token, however many calls were refused at once', async () => {
  const { session, refreshes } = door({ cookie: true })
  await session.restore()
  expect(await Promise.all([session.recover(), session.recover(), session.recover()])).toEqual([true, true, true])
  expect(refreshes()).toBe(2)
})

test('recover() waits, when the session has ended, until the person has signed in again', async () => {
  const { session, options } = door({ cookie: true })
  await session.restore()
  options.cookie = false
  const waiting = [session.recover(), session.recover()]
  await expect.poll(() => session.status.get()).toBe('expired')
  expect(session.token()).toBeNull()
  await session.signIn('a@b.test', 'p')
  expect(await Promise.all(waiting)).toEqual([true, true])
  expect(session.token()).toBe('by password')
})

test('giveUp() lets what waited fail', async () => {
  const { session, options } = door({ cookie: true })
  await session.restore()
  options.cookie = false
  const waiting = session.recover()
  await expect.poll(() => session.status.get()).toBe('expired')
  session.giveUp()
  expect(await waiting).toBe(false)
  expect(session.status.get()).toBe('signed_out')
})

test('recover() does nothing for who is not signed in', async () => {
  const { session, refreshes } = door({ cookie: false })
  await session.restore()
  expect(await session.recover()).toBe(false)
  expect(refreshes()).toBe(1)
})

test('what was asked for by one person is never done again as another, whoever signs in over the page', async () => {
  const { session, options } = door({ cookie: true })
  await session.restore()
  const seen: string[] = []
  session.status.subscribe(() => seen.push(session.status.get()))
  options.cookie = false
  const waiting = session.recover()
  await expect.poll(() => session.status.get()).toBe('expired')
  options.person = 2
  await session.signIn('b@b.test', 'p')
  expect(await waiting).toBe(false)
  expect(seen).toEqual(['expired', 'signed_out', 'signed_in'])
  expect(session.person()).toBe(2)
})

test('a cookie that became another person’s meanwhile renews nothing of the one before', async () => {
  const { session, options } = door({ cookie: true })
  await session.restore()
  options.person = 2
  expect(await session.recover()).toBe(false)
  expect(session.person()).toBe(2)
})

test.each([true, false])(
  'who signed out while a new token was on its way stays out (the cookie is good: %s)',
  async cookie => {
    const { session, options, letGo } = door({ cookie: true })
    await session.restore()
    Object.assign(options, { cookie, isHeld: true })
    const waiting = session.recover()
    await session.signOut()
    letGo()
    expect(await waiting).toBe(false)
    expect([session.status.get(), session.token(), session.person()]).toEqual(['signed_out', null, null])
  },
)

test.each([true, false])(
  'who signed in while another’s token was on its way stays (its cookie was good: %s)',
  async cookie => {
    const { session, options, letGo } = door({ cookie: true })
    await session.restore()
    Object.assign(options, { cookie, isHeld: true })
    const waiting = session.recover()
    session.enter({ access_token: 'by badge', user_id: 2 })
    letGo()
    expect(await waiting).toBe(false)
    expect([session.status.get(), session.token(), session.person()]).toEqual(['signed_in', 'by badge', 2])
  },
)

test('who signed out in one tab, out of the server’s reach, is not taken back by another one', async () => {
  const options = { cookie: true, isAway: true }
  const [here, other] = [door(options).session, door(options).session]
  await Promise.all([here.restore(), other.restore()])
  await here.signOut().catch(() => undefined)
  expect(await other.recover()).toBe(false)
  expect(other.status.get()).toBe('signed_out')
  expect(await door({ cookie: true }).session.restore()).toBe(false)
})

test('who was let in by a link stays in where the browser keeps no cookie', async () => {
  const { session } = door({ cookie: false })
  session.enter({ access_token: 'by link', user_id: 1 })
  expect(await session.restore()).toBe(true)
  expect([session.status.get(), session.token()]).toEqual(['signed_in', 'by link'])
})
