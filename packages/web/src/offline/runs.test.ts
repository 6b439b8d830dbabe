import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { createClient } from '@hidesync/contract/client'
import type { QueuedCommand } from '@hidesync/domain/executions/offline/queued-command'
import { beforeEach, expect, test, vi } from 'vitest'
import { preferences } from '../app/preferences.ts'
import { createFakeApi } from '../testing/fake-api/fake-api.ts'
import { fakeSession } from '../testing/fake-session.ts'
import { smallWorkflow } from '../testing/small-workflow.ts'
import { createConnection } from './connection.ts'
import { Runs } from './runs.ts'
import { Vault } from './vault.ts'

const workflow = smallWorkflow(
  [
    { id: 1, name: 'Cut' },
    { id: 2, name: 'Sew' },
    { id: 3, name: 'Burnish' },
  ],
  [
    { source_step_id: 1, target_step_id: 2 },
    { source_step_id: 2, target_step_id: 3 },
  ],
)
const complete = (step_id: number) => ({ type: 'complete', step_id }) as const

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** A server with one run, behind a network that can fail in several ways. */
function world() {
  const { fetch, handlers } = createFakeApi({ workflows: [workflow] })
  const call = { token: '', ifMatch: null, idempotencyKey: null }
  handlers.executions.start({ params: { id: 1 } }, call)
  let way: 'good' | 'none' | 'lost answers' | 'refused' | 'gone' | 'held' | 'signed out' = 'good'
  let syncs = 0
  let packs = 0
  const senders = new Set<string | null>()
  let release: () => void = () => undefined
  const send: typeof globalThis.fetch = async (input, init) => {
    if (way === 'none') throw new TypeError('no network')
    const address = input instanceof Request ? input.url : input.toString()
    const isSync = address.endsWith('/sync')
    if (address.endsWith('/pack')) packs++
    if (isSync) syncs++
    if (isSync) senders.add(new Headers(init?.headers).get('authorization'))
    const problem = (status: number, code: string) =>
      new Response(JSON.stringify({ detail: `It is ${code}.`, code, request_id: 'x' }), { status })
    if (isSync && way === 'refused') return problem(422, 'request.invalid')
    const isGone = () => isSync && way === 'gone'
    if (isGone()) return problem(404, 'execution.not_found')
    if (isSync && way === 'signed out') return problem(401, 'auth.required')
    if (isSync && way === 'held') await new Promise<void>(resolve => (release = resolve))
    init?.signal?.throwIfAborted()
    if (isGone()) return problem(404, 'execution.not_found')
    const answer = await fetch(input, init)
    if (isSync && way === 'lost answers') throw new TypeError('the connection broke')
    return answer
  }
  const { session, become } = fakeSession()
  const client = createClient({ baseUrl: '', token: session.token, onUnauthorized: session.recover, fetch: send })
  let language = 'en'
  const device = (tab: string, more: Partial<ConstructorParameters<typeof Runs>[0]> = {}) => {
    const connection = createConnection(() => client.operations.health())
    return new Runs({ client, session, connection, vault: new Vault(), tab, language: () => language, ...more })
  }
  return {
    device,
    status: session.status,
    set: (next: typeof way) => {
      way = next
      release()
    },
    become,
    senders,
    speak: (next: string) => (language = next),
    packs: () => packs,
    syncs: () => syncs,
    server: () => handlers.executions.get({ params: { id: 1 } }, call),
    elsewhere: (request: QueuedCommand['request']) =>
      handlers.offline.sync(
        { params: { id: 1 }, body: { commands: [{ key: `else ${JSON.stringify(request)}`, at: 0, request }] } },
        call,
      ),
  }
}
const queued = (runs: Runs) => runs.packed.get().flatMap(({ play }) => play.queue)
const drained = (runs: Runs) => vi.waitFor(() => expect(queued(runs)).toEqual([]), { timeout: 20_000 })

test('a command is on the disk before it is shown: after a crash between keeping and sending it is sent once', async () => {
  const { device, set, server } = world()
  const before = device('crashes')
  await before.open(1)
  set('none')
  let kept = 0
  before.view(1).subscribe(() => {
    void new Vault().run(1, 1).then(run => (kept = run?.play.queue.length ?? 0))
  })
  await before.give(1, complete(1))
  await vi.waitFor(() => expect(kept).toBe(1))
  expect(server().version).toBe(1)
  const after = device('comes back')
  const view = await after.open(1)
  expect(view.execution.progress.completed_steps).toBe(1)
  set('good')
  await after.retry()
  await drained(after)
  expect(server().progress.completed_steps).toBe(1)
  expect(server().version).toBe(2)
})

test('answers that are lost are asked for again, and nothing counts twice', async () => {
  const { device, set, server, syncs } = world()
  const runs = device('a')
  await runs.open(1)
  set('lost answers')
  await runs.give(1, complete(1))
  await runs.give(1, complete(2))
  await vi.waitFor(() => expect(syncs()).toBeGreaterThan(1), { timeout: 10_000 })
  expect(queued(runs)).toHaveLength(2)
  set('good')
  await drained(runs)
  expect(server().version).toBe(3)
  expect(runs.attention.get()).toEqual([])
})

test('two tabs of one device keep one queue in one order', async () => {
  const { device, server } = world()
  const [one, two] = [device('one'), device('two')]
  await Promise.all([one.open(1), two.open(1)])
  const given = await Promise.all([
    one.give(1, { type: 'note', step_id: 1, text: 'from one' }),
    two.give(1, { type: 'note', step_id: 1, text: 'from two' }),
  ])
  expect(given.map(({ ok }) => ok)).toEqual([true, true])
  await vi.waitFor(() => expect(server().version).toBe(3), { timeout: 10_000 })
  await vi.waitFor(async () => expect((await new Vault().run(1, 1))?.play.queue).toEqual([]))
})

test('without a session the queue waits, and goes on when somebody has signed in', async () => {
  const { device, set, server, status, syncs } = world()
  const runs = device('a')
  await runs.open(1)
  set('signed out')
  await runs.give(1, complete(1))
  await vi.waitFor(() => expect(syncs()).toBeGreaterThan(0))
  status.set('expired')
  expect(queued(runs)).toHaveLength(1)
  set('good')
  status.set('signed_in')
  await drained(runs)
  expect(server().version).toBe(2)
}, 30_000)

test('what the server will not take as a whole is told and stays, until it is tried again or discarded', async () => {
  const { device, set, server } = world()
  const runs = device('a')
  await runs.open(1)
  set('refused')
  await runs.give(1, complete(1))
  await vi.waitFor(() => expect(runs.packed.get()[0]?.problem?.status).toBe(422))
  expect(queued(runs)).toHaveLength(1)
  set('good')
  const [run] = runs.packed.get()
  await runs.discard(run!, queued(runs)[0]!.key)
  expect(queued(runs)).toEqual([])
  expect(runs.view(1).get()?.execution.progress.completed_steps).toBe(0)
  expect(server().version).toBe(1)
})

test('what others did meanwhile comes first: what still suits is done on top, the rest needs attention', async () => {
  const { device, set, elsewhere, server } = world()
  const runs = device('a')
  await runs.open(1)
  set('none')
  await runs.give(1, complete(1))
  await runs.give(1, { type: 'note', step_id: 2, text: 'waxed thread' })
  elsewhere(complete(1))
  set('good')
  await runs.retry()
  await drained(runs)
  await vi.waitFor(() =>
    expect(runs.attention.get().map(({ request, step_name }) => [request.type, step_name])).toEqual([
      ['complete', 'Cut'],
    ]),
  )
  expect(server().version).toBe(3)
  expect(runs.view(1).get()?.play.state).toEqual(server().state)
  await runs.settle(runs.attention.get()[0]!)
  expect(runs.attention.get()).toEqual([])
})

test.each([
  ['fr', 'Le travail est abandonné'],
  ['en', 'The run is cancelled, so you can’t complete a step any more.'],
])('what finds no place says why in the words of the app, in %s', async (language, said) => {
  preferences.change('language', { interface: language })
  const { device, set, elsewhere } = world()
  const runs = device('a')
  await runs.open(1)
  set('none')
  await runs.give(1, complete(1))
  elsewhere({ type: 'cancel' })
  set('good')
  await runs.retry()
  await drained(runs)
  await vi.waitFor(() => expect(runs.attention.get()[0]?.refusal.message).toContain(said))
  preferences.change('language', { interface: null })
})

test('what one person did stays theirs when the next one signs in while it is sent', async () => {
  const { device, set, become, senders, server } = world()
  const runs = device('a')
  await runs.open(1)
  set('held')
  await runs.give(1, complete(1))
  await vi.waitFor(() => expect(senders.size).toBe(1))
  const refreshed = runs.refresh(1)
  const shown: number[] = []
  become(2)
  runs.onView(id => shown.push(id))
  set('good')
  await refreshed
  await vi.waitFor(async () => expect((await new Vault().run(1, 1))?.attempts).toBeGreaterThan(0))
  expect(runs.packed.get()).toEqual([])
  expect(runs.view(1).get()).toBeNull()
  expect(shown).toEqual([])
  expect([...senders]).toEqual(['Bearer of 1'])
  expect(server().version).toBe(1)
  become(1)
  await vi.waitFor(() => expect(server().version).toBe(2), { timeout: 10_000 })
})

test('a run that arrives after its person has left is not kept', async () => {
  const { device, become } = world()
  const runs = device('a')
  const opened = runs.open(1)
  become(2)
  await expect(opened).rejects.toThrow('signed in')
  expect(runs.packed.get()).toEqual([])
  expect(await new Vault().all(1)).toEqual([])
})

test('what is discarded while it is under way is with the server, and says so', async () => {
  const { device, set, syncs, server } = world()
  const runs = device('a')
  await runs.open(1)
  set('held')
  await runs.give(1, complete(1))
  await vi.waitFor(() => expect(syncs()).toBe(1))
  const [run] = runs.packed.get()
  const discarded = runs.discard(run!, queued(runs)[0]!.key)
  set('good')
  expect(await discarded).toBe(false)
  await drained(runs)
  expect(server().version).toBe(2)
  expect(runs.view(1).get()?.play.state).toEqual(server().state)
})

test('a run that is gone takes nothing with it that was done while it was asked for', async () => {
  const { device, set, syncs } = world()
  const runs = device('a')
  await runs.open(1)
  set('held')
  const refreshed = runs.refresh(1)
  await vi.waitFor(() => expect(syncs()).toBe(1))
  await runs.give(1, complete(1))
  set('gone')
  await refreshed
  await vi.waitFor(() => expect(runs.packed.get()[0]?.problem?.status).toBe(404))
  expect(queued(runs)).toHaveLength(1)
})

test('a run that is gone is let go where nothing waits', async () => {
  const { device, set } = world()
  const runs = device('a')
  await runs.open(1)
  set('gone')
  await expect(runs.refresh(1)).rejects.toMatchObject({ status: 404 })
  expect(runs.packed.get()).toEqual([])
  expect(await new Vault().all(1)).toEqual([])
})

test('a run that ended elsewhere is let go in the background, but not under the eyes of who looks at it', async () => {
  const { device, elsewhere } = world()
  const runs = device('a')
  await runs.open(1)
  for (const step of [1, 2, 3]) elsewhere(complete(step))
  await runs.refreshAll()
  expect(runs.packed.get().map(({ answer }) => answer.status)).toEqual(['completed'])
  const later = device('opened later')
  await vi.waitFor(() => expect(later.packed.get()).toHaveLength(1))
  await later.refreshAll()
  expect(later.packed.get()).toEqual([])
  expect(await new Vault().all(1)).toEqual([])
})

test('what was done on a run that ended elsewhere is not let go with it', async () => {
  const { device, set, elsewhere } = world()
  const runs = device('a')
  await runs.open(1)
  set('none')
  await runs.give(1, complete(1))
  for (const step of [1, 2, 3]) elsewhere(complete(step))
  const later = device('opened later')
  await vi.waitFor(() => expect(queued(later)).toHaveLength(1))
  set('good')
  await later.refreshAll()
  await vi.waitFor(() => expect(later.attention.get().map(({ request }) => request.type)).toEqual(['complete']))
  expect(later.packed.get()).toHaveLength(1)
  await later.settle(later.attention.get()[0]!)
  await later.refreshAll()
  expect(later.packed.get()).toEqual([])
})

test('a run is fetched again in another language, with all that waits, and otherwise only asked after', async () => {
  const { device, set, speak, packs, syncs, server } = world()
  const runs = device('a')
  await runs.open(1)
  const { workflow: english } = runs.view(1).get()!
  await runs.refreshAll()
  expect([packs(), syncs()]).toEqual([1, 1])
  set('none')
  await runs.give(1, complete(1))
  speak('de')
  set('good')
  await runs.refreshAll()
  await drained(runs)
  expect(packs()).toBe(2)
  expect(runs.packed.get()[0]?.language).toBe('de')
  expect(runs.view(1).get()?.workflow).not.toBe(english)
  expect(server().progress.completed_steps).toBe(1)
})

test('what is refused on the device is told in the language of the interface', async () => {
  const { device } = world()
  const runs = device('a')
  await runs.open(1)
  const told = async (language: string | null) => {
    preferences.change('language', { interface: language })
    const given = await runs.give(1, complete(3))
    return given.ok ? null : given.refusal.message
  }
  expect(await told('de')).toContain('„Burnish“')
  expect(await told('fr')).toMatch(/«.Burnish.»/)
  expect(await told(null)).toContain('“Burnish”')
})

test('a run that is opened twice at once is asked for once', async () => {
  const { device, packs, syncs } = world()
  const runs = device('a')
  await Promise.all([runs.open(1), runs.open(1)])
  expect([packs(), syncs()]).toEqual([1, 0])
  await Promise.all([runs.open(1), runs.open(1)])
  expect([packs(), syncs()]).toEqual([1, 1])
})

test('clocks are compared by when an answer came, however long a slow device works on it', async () => {
  let now = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  let work = 0
  const { device, elsewhere } = world()
  // The language is looked up with each answer.
  const language = () => {
    now += work
    return 'en'
  }
  const runs = device('a', { language, now: () => now })
  await runs.open(1)
  elsewhere(complete(1))
  work = 5_000
  await runs.refresh(1)
  const { play } = runs.view(1).get() ?? {}
  vi.restoreAllMocks()
  expect(play?.state.sequence).toBe(2)
  expect(play?.skew).toBe(0)
})
