import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Credentials, CredentialsFile, credentialsPath } from './credentials-file.ts'
import { withoutServer, withServer } from './session.ts'

const folders: string[] = []
const newFile = (): CredentialsFile => {
  const folder = mkdtempSync(join(tmpdir(), 'hidesync-credentials-'))
  folders.push(folder)
  return new CredentialsFile(join(folder, 'hidesync', 'credentials.json'))
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const token = (value: string) => ({ kind: 'token', email: 'ana@example.org', token: value }) as const
const add = (server: string, value: string) => async (now: Credentials) =>
  [withServer(now, server, token(value)), undefined] as const

describe('credentialsPath', () => {
  it('follows XDG_CONFIG_HOME, else the home folder', () => {
    expect(credentialsPath({ XDG_CONFIG_HOME: '/x', HOME: '/h' })).toBe('/x/hidesync/credentials.json')
    expect(credentialsPath({ HOME: '/h' })).toBe('/h/.config/hidesync/credentials.json')
  })
})

describe('CredentialsFile', () => {
  it('knows nobody where there is no file', async () =>
    expect(await newFile().read()).toEqual({ version: 1, server: null, servers: {} }))

  it('keeps what it is given, for its owner alone', async () => {
    const file = newFile()
    await file.update(add('http://a', 'one'))
    expect((await file.read()).servers['http://a']).toEqual(token('one'))
    expect((await file.read()).server).toBe('http://a')
    expect(statSync(file.path).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(file.path)).mode & 0o777).toBe(0o700)
  })

  it('closes a file that others could read when it writes it', async () => {
    const file = newFile()
    await file.update(add('http://a', 'one'))
    chmodSync(file.path, 0o644)
    await file.update(add('http://a', 'two'))
    expect(statSync(file.path).mode & 0o777).toBe(0o600)
  })

  it('loses nothing when many change it at once, and leaves no other file behind', async () => {
    const file = newFile()
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => new CredentialsFile(file.path).update(add(`http://${index}`, 'x'))),
    )
    expect(Object.keys((await file.read()).servers)).toHaveLength(12)
    expect(readdirSync(dirname(file.path))).toEqual(['credentials.json'])
  })

  it('takes over a lock that a process that died left behind', async () => {
    const file = newFile()
    mkdirSync(dirname(file.path), { recursive: true })
    writeFileSync(`${file.path}.lock`, '')
    const longAgo = Date.now() / 1000 - 3600
    utimesSync(`${file.path}.lock`, longAgo, longAgo)
    await file.update(add('http://a', 'one'))
    expect((await file.read()).server).toBe('http://a')
  })

  it('keeps the old file when changing it fails', async () => {
    const file = newFile()
    await file.update(add('http://a', 'one'))
    const before = readFileSync(file.path, 'utf8')
    await expect(file.update(async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(readFileSync(file.path, 'utf8')).toBe(before)
    await file.update(add('http://b', 'two'))
    expect(Object.keys((await file.read()).servers)).toHaveLength(2)
  })

  it.each(['{', '[]', 'null', '{"version": 2, "servers": {}}', '{"version": 1}', '{"version": 1, "servers": null}'])(
    'says what to do about a damaged file: %s',
    async text => {
      const file = newFile()
      mkdirSync(dirname(file.path), { recursive: true })
      writeFileSync(file.path, text)
      await expect(file.read()).rejects.toThrow('is damaged: delete it and sign in again')
    },
  )
})

describe('withoutServer', () => {
  it('forgets one server and leaves the others', () => {
    const both = withServer(
      withServer({ version: 1, server: null, servers: {} }, 'http://a', token('1')),
      'http://b',
      token('2'),
    )
    expect(withoutServer(both, 'http://b')).toEqual({ version: 1, server: null, servers: { 'http://a': token('1') } })
    expect(withoutServer(both, 'http://a').server).toBe('http://b')
  })
})
