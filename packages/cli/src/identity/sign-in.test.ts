import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'
import type { Credentials, ServerCredentials } from './credentials-file.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp({ token: false })
})
afterAll(() => place.close())

const file = (): string => join(place.cli.home, 'config', 'hidesync', 'credentials.json')
const stored = (): ServerCredentials =>
  (JSON.parse(readFileSync(file(), 'utf8')) as Credentials).servers[place.app.url]!
const change = (changes: object): void => {
  const all = JSON.parse(readFileSync(file(), 'utf8')) as Credentials
  writeFileSync(
    file(),
    JSON.stringify({ ...all, servers: { ...all.servers, [place.app.url]: { ...stored(), ...changes } } }),
  )
}
const login = (input = place.app.admin.password) =>
  place.cli.run(['login', '--email', place.app.admin.email, '--password-stdin'], { input: `${input}\n` })
const whoami = () => place.cli.run(['whoami'])

beforeEach(async () => {
  await place.cli.run(['logout'])
})

describe('hidesync login', () => {
  it('signs in with a password from the standard input and keeps the session for its owner alone', async () => {
    const { code, stdout } = await login()
    expect(code).toBe(0)
    expect(stdout).toContain(`<${place.app.admin.email}>, superuser\nSigned in at ${place.app.url}`)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readFileSync(file(), 'utf8')).not.toContain(place.app.admin.password)
    expect((await whoami()).stdout).toContain(place.app.admin.email)
    const remembered = await place.cli.run(['whoami'], { environment: { HIDESYNC_SERVER: '' } })
    expect(remembered.stdout).toContain(`Signed in at ${place.app.url}`)
  })

  it('gives the user of the API with --json', async () => {
    const result = await place.cli.run(['login', '--json', '--email', place.app.admin.email, '--password-stdin'], {
      input: place.app.admin.password,
    })
    expect(result.json()).toEqual(await place.app.client(place.app.admin.token).users.me())
  })

  it('refuses a wrong password with exit code 3, and stores nothing', async () => {
    const { code, stdout, stderr } = await login('wrong password')
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).not.toContain('hidesync login')
    expect(stderr.length).toBeGreaterThan(10)
    expect((await whoami()).code).toBe(3)
  })

  it('takes an API token, having proved it', async () => {
    const { token } = place.app.admin
    expect(await place.cli.run(['login', '--token', '-'], { input: `${token}\n` })).toMatchObject({ code: 0 })
    expect(stored()).toMatchObject({ kind: 'token', email: place.app.admin.email })
    expect((await whoami()).code).toBe(0)
    const wrong = await place.cli.run(['login', '--token', 'hs_wrong'])
    expect(wrong.code).toBe(3)
    expect(stored()).toMatchObject({ token })
  })

  it('says that HIDESYNC_TOKEN stands in the way', async () => {
    const result = await place.cli.run(['login', '--email', 'x@example.org', '--password-stdin'], {
      input: 'x',
      environment: { HIDESYNC_TOKEN: 'hs_x' },
    })
    expect(result.code).toBe(3)
    expect(result.stderr).toContain('HIDESYNC_TOKEN is set and would be used instead.')
  })
})

describe('hidesync logout', () => {
  it('ends the session on the server and forgets it here', async () => {
    await login()
    const before = stored()
    const { code, stdout } = await place.cli.run(['logout'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Signed out of ${place.app.url}.\n` })
    expect(readFileSync(file(), 'utf8')).not.toContain('refresh_token')
    const refresh_token = before.kind === 'session' ? before.refresh_token : ''
    await expect(place.app.client().auth.refresh({ body: { refresh_token } })).rejects.toMatchObject({ status: 401 })
  })

  it('says so when nobody was signed in', async () => {
    expect(await place.cli.run(['logout', '--json'])).toMatchObject({ code: 0 })
    expect((await place.cli.run(['logout'])).stdout).toBe(`You were not signed in at ${place.app.url}.\n`)
  })
})

describe('a session', () => {
  it('is needed: without one it is exit code 3, and how to sign in', async () => {
    const { code, stderr } = await place.cli.run(['workflows', 'list'])
    expect(code).toBe(3)
    expect(stderr).toContain('Sign in with: hidesync login')
    const inJson = await place.cli.run(['workflows', 'list', '--json'])
    expect(inJson.error().code).toMatch(/^auth\./)
  })

  it('renews itself when its access token is about to expire', async () => {
    await login()
    const before = stored()
    change({ expires_at: 0 })
    expect((await whoami()).code).toBe(0)
    const after = stored()
    expect(after).toMatchObject({ kind: 'session' })
    expect(after).not.toMatchObject({ refresh_token: before.kind === 'session' ? before.refresh_token : '' })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('renews itself when the server no longer takes its access token', async () => {
    await login()
    change({ access_token: 'worn.out.token' })
    expect((await whoami()).code).toBe(0)
  })

  it('survives several processes that renew it at once', async () => {
    await login()
    change({ expires_at: 0 })
    const all = await Promise.all(Array.from({ length: 4 }, whoami))
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    change({ expires_at: 0 })
    expect((await whoami()).code).toBe(0)
    expect(existsSync(`${file()}.lock`)).toBe(false)
  })

  it('that has ended elsewhere is exit code 3', async () => {
    await login()
    change({ expires_at: 0, access_token: 'worn.out.token', refresh_token: 'gone' })
    expect((await whoami()).code).toBe(3)
  })
})
