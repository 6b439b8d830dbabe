import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aimAt, arbitraryIntention, type Intention } from '../../testing/arbitrary-run.ts'
import { arbitraryWorkflow } from '../../testing/arbitrary-workflow.ts'
import { aChain } from '../../testing/build-workflow.ts'
import { FakeAuthority } from '../../testing/fake-authority.ts'
import { Play } from '../../testing/play.ts'
import { compile } from '../../workflows/compile.ts'
import type { CompiledWorkflow } from '../../workflows/compiled.ts'
import { evolveAll } from '../evolve.ts'
import { playOffline, takeAlong, takeOver, type Conflict, type DeviceRequest, type DeviceRun } from './device-run.ts'
import type { QueuedCommand } from './queued-command.ts'

/** A device with a clock of its own that is off by a while. */
class Device {
  run: DeviceRun
  readonly conflicts: Conflict[] = []
  readonly given: QueuedCommand[] = []

  constructor(
    readonly name: string,
    readonly server: FakeAuthority,
    readonly off: number,
  ) {
    this.run = takeAlong(server.authority, server.now + off)
  }

  give(request: DeviceRequest): boolean {
    const key = `${this.name}${this.given.length}`
    const played = playOffline(this.server.workflow, this.run, { key, at: this.server.now + this.off, request })
    if (!played.ok) return false
    this.run = played.run
    this.given.push(this.run.queue.at(-1)!)
    return true
  }

  /** `lost`: the server hears it, and its answer does not arrive. */
  sync(lost = false): void {
    const answer = this.server.sync(this.run.queue)
    if (!lost) this.takeOver(answer)
  }

  takeOver(answer: ReturnType<FakeAuthority['sync']>): void {
    const taken = takeOver(this.server.workflow, this.run, { ...answer, now: this.server.now + this.off })
    this.run = taken.run
    this.conflicts.push(...taken.conflicts)
  }
}

const started = (workflow: CompiledWorkflow) => {
  const play = new Play(workflow).start()
  const server = new FakeAuthority(workflow, play.state, play.at)
  server.records.push(...play.records)
  return server
}

type Act = { readonly device: 0 | 1 } & (
  | { readonly do: 'command'; readonly intention: Intention }
  | { readonly do: 'sync' | 'lost sync' | 'sync while working'; readonly intention: Intention }
)

const act: fc.Arbitrary<Act> = fc.record({
  device: fc.constantFrom(0 as const, 1 as const),
  do: fc.constantFrom(
    'command',
    'command',
    'command',
    'command',
    'sync',
    'lost sync',
    'sync while working',
  ) as fc.Arbitrary<'command'>,
  intention: arbitraryIntention.filter(({ type }) => type !== 'start' && type !== 'time_out'),
})

const ask = (device: Device, intention: Intention): DeviceRequest =>
  aimAt({ workflow: device.server.workflow, state: device.run.state, last: null }, intention) as DeviceRequest

describe('two devices without a network', () => {
  it('agree in the end: everything has one verdict, nothing is applied twice, nothing refused has an effect', () => {
    fc.assert(
      fc.property(arbitraryWorkflow.map(compile), fc.array(act, { maxLength: 40, size: 'max' }), (workflow, acts) => {
        const server = started(workflow)
        const base = server.state
        const devices = [new Device('a', server, 7_200_000), new Device('b', server, -90_000)] as const
        for (const one of acts) {
          const device = devices[one.device]
          server.now += one.intention.wait * 60_000 + 1000
          if (one.do === 'command') device.give(ask(device, one.intention))
          else if (one.do === 'sync while working') {
            const answer = server.sync(device.run.queue)
            device.give(ask(device, one.intention))
            device.takeOver(answer)
          } else device.sync(one.do === 'lost sync')
        }
        for (const device of [...devices, ...devices]) device.sync()

        for (const { run, given, conflicts } of devices) {
          expect(run.queue).toEqual([])
          expect(run.state).toEqual(server.state)
          const refused = conflicts.map(({ queued }) => queued.key)
          const applied = given
            .filter(({ key }) => server.verdicts.get(key)?.status === 'applied')
            .map(({ key }) => key)
          expect([...refused, ...applied].toSorted()).toEqual(given.map(({ key }) => key).toSorted())
        }
        const applied = [...server.verdicts.values()].flatMap(verdict =>
          verdict.status === 'applied' ? [verdict.sequence] : [],
        )
        const sequences = server.records.map(({ sequence }) => sequence)
        expect(applied.toSorted((one, other) => one - other)).toEqual(sequences.slice(1))
        const replayed = server.records.slice(1).reduce((state, { events }) => evolveAll(workflow, state, events), base)
        expect(replayed).toEqual(server.state)
      }),
      { numRuns: 300 },
    )
  })

  it('one device alone never meets a conflict, whatever answers are lost', () => {
    fc.assert(
      fc.property(arbitraryWorkflow.map(compile), fc.array(act, { maxLength: 40, size: 'max' }), (workflow, acts) => {
        const server = started(workflow)
        const device = new Device('a', server, 3_600_000)
        for (const one of acts) {
          server.now += one.intention.wait * 60_000 + 1000
          if (one.do === 'command') device.give(ask(device, one.intention))
          else device.sync(one.do === 'lost sync')
        }
        const { state } = device.run
        device.sync()
        expect(device.conflicts).toEqual([])
        expect(device.run.queue).toEqual([])
        expect(server.state.steps).toBe(state.steps)
        expect(server.state.variables).toEqual(state.variables)
        expect(server.state.status).toBe(state.status)
      }),
      { numRuns: 200 },
    )
  })
})

describe('an undo', () => {
  const workflow = compile(aChain(3))
  const [cut, sew] = workflow.steps.map(({ id }) => id) as [number, number]

  it('takes back what it was meant for, across a sync', () => {
    const server = started(workflow)
    const device = new Device('a', server, 0)
    device.give({ type: 'complete', step_id: cut })
    device.sync()
    device.give({ type: 'complete', step_id: sew })
    device.give({ type: 'undo' })
    device.give({ type: 'undo' })
    expect(device.give({ type: 'undo' })).toBe(false)
    device.sync()
    expect(device.conflicts).toEqual([])
    expect(server.state.steps).toBe('app')
  })

  it('never takes back what somebody else did meanwhile', () => {
    const server = started(workflow)
    const [one, other] = [new Device('a', server, 0), new Device('b', server, 0)]
    one.give({ type: 'complete', step_id: cut })
    one.give({ type: 'undo' })
    other.give({ type: 'complete', step_id: cut })
    other.give({ type: 'complete', step_id: sew })
    other.sync()
    one.sync()
    expect(one.conflicts.map(({ refusal }) => refusal.code)).toEqual([
      'execution.step_not_ready',
      'execution.nothing_to_undo',
    ])
    expect(server.state.steps).toBe('cca')
  })
})

describe('an undo that names what it takes back', () => {
  const workflow = compile(aChain(3))
  const [cut, sew] = workflow.steps.map(({ id }) => id) as [number, number]
  const takesBack = (key: string) => ({ type: 'undo', takes_back: { key } }) as const

  it.each<[string, (device: Device, other: Device) => void, boolean]>([
    ['takes it back while it waits', () => undefined, true],
    ['takes it back once it is with the server', device => device.sync(), true],
    [
      'takes it back though a note was written since',
      device => device.give({ type: 'note', step_id: cut, text: 'dull' }),
      true,
    ],
    ['takes nothing back once more was done here', device => device.give({ type: 'complete', step_id: sew }), false],
    [
      'takes nothing back once somebody else did more',
      (device, other) => {
        device.sync()
        other.sync()
        other.give({ type: 'complete', step_id: sew })
        other.sync()
        device.sync()
      },
      false,
    ],
    [
      'takes nothing back where it found no place itself',
      (device, other) => {
        other.give({ type: 'complete', step_id: cut })
        other.sync()
        device.sync()
      },
      false,
    ],
  ])('%s', (_, meanwhile, isTakenBack) => {
    const server = started(workflow)
    const [device, other] = [new Device('a', server, 0), new Device('b', server, 0)]
    device.give({ type: 'complete', step_id: cut })
    const { key } = device.given[0]!
    meanwhile(device, other)
    const before = device.run.state.steps
    expect(device.give(takesBack(key))).toBe(isTakenBack)
    expect(device.run.state.steps).toBe(isTakenBack ? 'app' : before)
  })
})

describe('the time of what was done offline', () => {
  it('is that of the device set right, never after now and never before what came earlier', () => {
    const workflow = compile(aChain(3))
    const [cut, sew] = workflow.steps.map(({ id }) => id) as [number, number]
    const server = started(workflow)
    const begin = server.now
    const device = new Device('a', server, 86_400_000)
    server.now += 10 * 60_000
    device.give({ type: 'complete', step_id: cut })
    server.now += 20 * 60_000
    device.give({ type: 'complete', step_id: sew })
    server.now += 3 * 3_600_000
    device.sync()
    const times = server.records.flatMap(({ events }) =>
      events.flatMap(event => (event.type === 'step_changed' ? (event.to.completed_at ?? []) : [])),
    )
    expect(times.map(time => (time - begin) / 60_000)).toEqual([10, 30])
  })
})
