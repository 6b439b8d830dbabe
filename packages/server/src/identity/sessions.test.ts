import { ApiError } from '@hidesync/contract/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'taken',
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  )

describeEachEngine('sessions', engine => {
  let app: TestApp
  /** The clock of the server, in milliseconds ahead of ours. */
  let ahead = 0
  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(Date.now() + ahead) })
  })
  afterAll(() => app.close())

  const anyone = () => app.client()
  const signIn = ({ email, password }: TestUser) => anyone().auth.token({ body: { email, password } })
  const refresh = (refresh_token: string) => anyone().auth.refresh({ body: { refresh_token } })
  const me = (token: string) => app.client(token).users.me()

  it('signing in gives a pair that works, whatever the case of the address', async () => {
    const user = await app.createUser()
    const pair = await anyone().auth.token({ body: { email: user.email.toUpperCase(), password: user.password } })
    expect(pair).toMatchObject({ token_type: 'bearer', expires_in: 900 })
    expect(await me(pair.access_token)).toMatchObject({ id: user.id, email: user.email })
  })

  it('says the same of a wrong password and of somebody unknown', async () => {
    const user = await app.createUser()
    const told = async (email: string) =>
      refusalOf(await send(app, '/auth/token', { body: { email, password: 'not the password' }, token: null }))
    const known = await told(user.email)
    expect(known).toMatchObject({
      status: 401,
      code: 'auth.invalid_credentials',
      detail: 'E-mail or password is wrong. Check both and try again.',
    })
    expect((await told('nobody@example.test')).detail).toBe(known.detail)
  })

  it('refuses a call without a token, with a broken one and with an expired one', async () => {
    expect(await refusalOf(await send(app, '/users/me', { method: 'GET', token: null }))).toMatchObject({
      status: 401,
      code: 'auth.required',
      detail: 'Sign in first: this needs a token.',
    })
    const pair = await signIn(await app.createUser())
    const broken = `${pair.access_token.slice(0, -4)}AAAA`
    expect(await code(me(broken))).toBe('auth.invalid_token')
    expect(await code(me('hs_guessed'))).toBe('auth.invalid_token')
    ahead += 16 * 60_000
    await new Promise(resolve => setTimeout(resolve, 1100))
    expect(await code(me(pair.access_token))).toBe('auth.token_expired')
  })

  it('a refresh token gives a new pair once more within ten seconds, then ends the session', async () => {
    const first = await signIn(await app.createUser())
    const second = await refresh(first.refresh_token)
    ahead += 9000
    const again = await refresh(first.refresh_token)
    expect(again.refresh_token).toBe(second.refresh_token)
    ahead += 2000
    expect(await code(refresh(first.refresh_token))).toBe('auth.token_reused')
    expect(await code(refresh(second.refresh_token))).toBe('auth.invalid_token')
    expect(await code(me(second.access_token))).toBe('auth.invalid_token')
  })

  it('eight refreshes at once all get the same successor', async () => {
    const { refresh_token } = await signIn(await app.createUser())
    const pairs = await Promise.all(Array.from({ length: 8 }, () => refresh(refresh_token)))
    expect(new Set(pairs.map(pair => pair.refresh_token)).size).toBe(1)
    expect(await code(refresh(pairs[0]?.refresh_token ?? ''))).toBe('taken')
  })

  it('a session ends after thirty days without a refresh', async () => {
    const { refresh_token } = await signIn(await app.createUser())
    ahead += 31 * 24 * 3_600_000
    expect(await code(refresh(refresh_token))).toBe('auth.token_expired')
  })

  it('the browser keeps the refresh token in a cookie that no script reads and no other site sends', async () => {
    const { email, password } = await app.createUser()
    const signedIn = await send(app, '/auth/token', { body: { email, password }, token: null })
    const [cookie = ''] = signedIn.headers.getSetCookie()
    expect(cookie).toMatch(
      /^hidesync_refresh=hsr_[\w-]+; Max-Age=2592000; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/,
    )
    const shown = { cookie: cookie.split(';', 1)[0] ?? '' }
    const refreshed = await send(app, '/auth/refresh', { token: null, headers: shown })
    expect(refreshed.status).toBe(200)
    const [next = ''] = refreshed.headers.getSetCookie()
    const out = await send(app, '/auth/logout', { token: null, headers: { cookie: next.split(';', 1)[0] ?? '' } })
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie()[0]).toMatch(/^hidesync_refresh=; /)
    const { access_token } = (await refreshed.json()) as { access_token: string }
    expect(await code(me(access_token))).toBe('auth.invalid_token')
  })

  it('refreshing without any token is refused, an empty JSON body counts as none', async () => {
    const told = await refusalOf(await send(app, '/auth/refresh', { body: '', token: null }))
    expect(told).toMatchObject({ status: 401, detail: 'There is no refresh token in the body or the cookie.' })
  })

  it('a new password ends every other session and keeps this one', async () => {
    const user = await app.createUser()
    const [here, there] = [await signIn(user), await signIn(user)]
    const own = app.client(here.access_token)
    const wrong = own.users.changePassword({ body: { current_password: 'no', new_password: 'another long one' } })
    expect(await code(wrong)).toBe('user.wrong_password')
    await own.users.changePassword({ body: { current_password: user.password, new_password: 'another long one' } })
    expect(await code(me(here.access_token))).toBe('taken')
    expect(await code(me(there.access_token))).toBe('auth.invalid_token')
    expect(await code(refresh(there.refresh_token))).toBe('auth.invalid_token')
    expect(await code(signIn(user))).toBe('auth.invalid_credentials')
    expect(await code(signIn({ ...user, password: 'another long one' }))).toBe('taken')
  })

  it('an API token shows its value once, and ends when it is revoked or expires', async () => {
    const own = app.client((await app.createUser()).token)
    const made = await own.users.createToken({ body: { name: 'lathe', expires_in_days: 1 } })
    expect(made.token).toMatch(/^hs_/)
    expect((await own.users.listTokens())[0]).not.toHaveProperty('token')
    expect(await code(me(made.token ?? ''))).toBe('taken')
    await own.users.deleteToken({ params: { id: made.id } })
    expect(await code(me(made.token ?? ''))).toBe('auth.invalid_token')
    expect(await code(own.users.deleteToken({ params: { id: made.id } }))).toBe('token.not_found')
    const short = await own.users.createToken({ body: { name: 'short', expires_in_days: 1 } })
    ahead += 25 * 3_600_000
    expect(await code(me(short.token ?? ''))).toBe('auth.invalid_token')
  })

  it('an API token that may only read is refused writing', async () => {
    const user = await app.createUser()
    const token = await app.tokenFor(user.id, 'read')
    expect(await code(me(token))).toBe('taken')
    const told = await refusalOf(await send(app, '/users/me', { method: 'PATCH', body: { locale: 'de' }, token }))
    expect(told).toMatchObject({ status: 403, detail: 'This API token may only read. Use one with the scope “write”.' })
  })

  it('deactivating a user ends all that they had, within a second', async () => {
    const user = await app.createUser()
    const pair = await signIn(user)
    await app.client(app.admin.token).users.update({ params: { id: user.id }, body: { is_active: false } })
    expect(await code(me(pair.access_token))).toBe('auth.invalid_token')
    expect(await code(me(user.token))).toBe('auth.invalid_token')
    expect(await code(refresh(pair.refresh_token))).toBe('auth.invalid_token')
    expect(await code(signIn(user))).toBe('auth.invalid_credentials')
  })

  it('a right that another process took away ends within a second', async () => {
    const user = await app.createUser()
    expect(await code(me(user.token))).toBe('taken')
    await app.context.db.updateTable('users').set({ is_active: false }).where('id', '=', user.id).execute()
    await new Promise(resolve => setTimeout(resolve, 1050))
    expect(await code(me(user.token))).toBe('auth.invalid_token')
  })
})
