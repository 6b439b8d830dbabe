import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../testing/answers.ts'
import { boxPreset } from '../testing/box-preset.ts'
import { ImportDoor } from '../testing/import-door.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { startPresetThread } from './worker/start-preset-thread.ts'

const box = JSON.stringify(boxPreset('Read beside the heavy ones'))
/** Seconds of work for the reader of YAML. */
const heavy = `a: [${'1,'.repeat(300_000)}]`
const longName = 'n'.repeat(4_000_000)
const steps = (count: number, more: (id: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, id) => ({ id, name: `Step ${id}`, step_type: 'instruction', ...more(id) }))
const preset = (workflow: object, more: object = {}) => ({
  preset_info: { name: 'Heavy' },
  workflow: { steps: steps(1), ...workflow },
  ...more,
})

describe('a file that is small and wants much', () => {
  let app: TestApp
  let door: ImportDoor
  beforeAll(async () => {
    app = await startTestApp()
    door = new ImportDoor(app)
  })
  afterAll(() => app.close())

  it.each([
    ['a name of 4 million letters', `{"${longName}":1}`, 422],
    ['faults beneath such a name', `{"metadata":{"${longName}":["\\u0001","\\u0001","\\u0001"]}}`, 422],
    ['a name twice beneath such a name', `{"${longName}":{"a":1,"a":2}}`, 422],
    [
      'translations of a part of such a name',
      JSON.stringify(preset({ translations: { de: { steps: { [longName]: { a: 1, b: 2 } } } } })),
      422,
    ],
    [
      'an unknown field in each of 5,000 steps',
      JSON.stringify(preset({ steps: steps(5000, () => ({ onload: 1 })) })),
      400,
    ],
    [
      'a million connections of nothing',
      JSON.stringify(preset({ connections: Array.from({ length: 1_000_000 }, () => ({})) })),
      400,
    ],
  ])('%s gets an answer that can be read', async (_what, body, status) => {
    const response = await door.post('/workflows/import', { body })
    expect(response.status).toBe(status)
    expect((await response.text()).length).toBeLessThan(300_000)
  })

  it('of many warnings tells 500 and how many more there are', async () => {
    const many = preset({ steps: steps(5000, () => ({ condition_logic: { any: [{ a: 1 }, { b: 1 }, { c: 1 }] } })) })
    const response = await door.post('/workflows/import/validate', { body: many })
    const { warnings } = (await response.json()) as { readonly warnings: readonly { readonly message: string }[] }
    expect(warnings).toHaveLength(501)
    expect(warnings.at(-1)?.message).toMatch(/^\d+ more findings are not listed/)
  })

  it.each(['/workflows/import', '/workflows/import/validate'])(
    '%s says how much it takes to whom sends more',
    async path => {
      const connections = Array.from({ length: 1_000_000 }, () => ({ source_step: 1, target_step: 2 }))
      const refusal = await refusalOf(await door.post(path, { body: preset({ connections }) }))
      expect(refusal).toMatchObject({ status: 413, code: 'request.too_large' })
      expect(refusal.detail).toContain('at most 5 MB')
    },
  )

  it('keeps metadata of a million parts as they are', async () => {
    const metadata = { parts: Array.from({ length: 1_000_000 }, (_, n) => n % 10) }
    const response = await door.post('/workflows/import', { body: preset({}, { metadata }) })
    const { id } = (await response.json()) as { readonly id: number }
    const exported = await app.client(app.admin.token).presets.export({ params: { id } })
    expect((exported as { readonly metadata: object }).metadata).toMatchObject(metadata)
  })
})

describe('files that take long to read', () => {
  let app: TestApp
  let users: TestUser[]
  /** While it is closed, no thread is given anything to do. */
  let gate = Promise.resolve()
  const closeGate = () => {
    let open = () => {}
    gate = new Promise(resolve => (open = resolve))
    return () => open()
  }
  const startGated = (memoryLimit: number) => {
    const thread = startPresetThread(memoryLimit)
    const post = thread.postMessage.bind(thread)
    thread.postMessage = message => void gate.then(() => post(message))
    return thread
  }
  beforeAll(async () => {
    app = await startTestApp({ startThread: startGated })
    users = await Promise.all([1, 2, 3, 4].map(() => app.createUser()))
  })
  afterAll(() => app.close())

  const check = (
    body: string,
    type: string,
    { token }: { readonly token: string },
    signal: AbortSignal | null = null,
  ) =>
    app.request('/api/v1/workflows/import/validate?match_resources=false', {
      method: 'POST',
      body,
      signal,
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
    })
  /** One more than a person may have waiting, at once: gives the refusal of the one, and how to wait for the end of the others. */
  const askTooOften = async (user: TestUser, signal: AbortSignal) => {
    const asked = Array.from({ length: 6 }, () => check(heavy, 'application/yaml', user, signal))
    const ended = Promise.allSettled(asked)
    return { refusal: await refusalOf(await Promise.race(asked)), ended }
  }

  it('of one person leave room for others; the person is told to wait', async () => {
    const open = closeGate()
    const leaving = new AbortController()
    const [user] = users
    if (user === undefined) throw new Error('there is nobody')
    const { refusal, ended } = await askTooOften(user, leaving.signal)
    expect(refusal).toMatchObject({ status: 429, code: 'request.rate_limited' })
    expect(refusal.headers.get('retry-after')).toBe('5')
    expect(refusal.detail).toContain('Wait until one of them is done')
    const other = check(box, 'application/json', app.admin)
    leaving.abort()
    await ended
    open()
    expect((await other).status).toBe(200)
  })

  it('of many people fill the queue: whoever comes then is told when to come back, and is served as soon as they have gone', async () => {
    const open = closeGate()
    const leaving = new AbortController()
    const all = await Promise.all(users.map(user => askTooOften(user, leaving.signal)))
    const refusal = await refusalOf(await check(box, 'application/json', app.admin))
    expect(refusal).toMatchObject({ status: 503, code: 'server.unavailable' })
    expect(refusal.headers.get('retry-after')).toBe('5')
    expect(refusal.detail).toContain('Try again in a few seconds')
    expect((await app.request('/healthz')).status).toBe(200)
    leaving.abort()
    await Promise.all(all.map(({ ended }) => ended))
    open()
    const comeBack = async (): Promise<number> => {
      const { status } = await check(box, 'application/json', app.admin)
      return status === 503 ? comeBack() : status
    }
    expect(await comeBack()).toBe(200)
  })

  it('do not keep the server from closing', async () => {
    const closing = await startTestApp()
    const attempt = closing
      .request('/api/v1/workflows/import/validate', {
        method: 'POST',
        body: heavy,
        headers: { 'content-type': 'application/yaml', authorization: `Bearer ${closing.admin.token}` },
      })
      .then(({ status }) => status)
    await pause(1000)
    await closing.close()
    expect(await attempt).toBe(503)
  })
})
