import type { Client } from '@hidesync/contract/client'
import type { SyncAnswer } from '@hidesync/contract/executions/offline.schemas'
import {
  playOffline,
  takeAlong,
  takeOver,
  type Conflict,
  type DeviceRequest,
  type DeviceRun,
} from '@hidesync/domain/executions/offline/device-run'
import type { QueuedCommand } from '@hidesync/domain/executions/offline/queued-command'
import { compile, type CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

let boxes = 0
const minute = 60_000

interface Owner {
  readonly name: string
  readonly client: Client
  readonly id: number
  /** Of the device. */
  readonly clock: () => number
}

/** A device that took a run along. */
class Device {
  conflicts: readonly Conflict[] = []
  #given = 0

  private constructor(
    readonly owner: Owner,
    readonly workflow: CompiledWorkflow,
    public run: DeviceRun,
  ) {}

  static async takeAlong(owner: Owner): Promise<Device> {
    const { client, id, clock } = owner
    const { execution, undo_chain, now, definition } = await client.offline.pack({ params: { id } })
    const workflow = compile(definition as unknown as WorkflowDefinition)
    return new Device(owner, workflow, takeAlong({ state: execution.state, undo_chain, now }, clock()))
  }

  give(request: DeviceRequest): string {
    const key = `${this.owner.name}-${this.owner.id}-${this.#given++}`
    const played = playOffline(this.workflow, this.run, { key, at: this.owner.clock(), request })
    if (!played.ok) throw new Error(played.refusal.message)
    this.run = played.run
    return key
  }

  send(): Promise<SyncAnswer> {
    return this.owner.client.offline.sync({ params: { id: this.owner.id }, body: { commands: [...this.run.queue] } })
  }

  hear({ execution, undo_chain, now, results }: SyncAnswer): void {
    const verdicts = results.map(({ key, status, sequence = 0, refusal = { code: '', message: '' } }) =>
      status === 'applied' ? { key, status, sequence } : { key, status, refusal },
    )
    const authority = { state: execution.state, undo_chain, now }
    const taken = takeOver(this.workflow, this.run, { authority, verdicts, now: this.owner.clock() })
    this.run = taken.run
    this.conflicts = taken.conflicts
  }

  async sync(): Promise<SyncAnswer> {
    const answer = await this.send()
    this.hear(answer)
    return answer
  }
}

describe.each(['embedded', 'postgres'] as const)('handing over what was done without the server, on %s', engine => {
  let app: TestApp
  let client: Client
  let now = Date.parse('2026-03-02T08:00:00Z')

  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(now) })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  async function newRun() {
    const { id } = await client.presets.import({ body: boxPreset(`Offline box ${++boxes}`) })
    await client.workflows.update({ params: { id }, body: { status: 'active' } })
    const { steps } = await client.workflows.get({ params: { id } })
    const run = await client.executions.start({ params: { id } })
    const step = (name: string) => steps.find(found => found.name === name)?.id ?? 0
    const option = (text: string) =>
      steps.flatMap(found => found.decision_options).find(found => found.option_text === text)?.id ?? 0
    /** The clock of the device is hours off, as they are. */
    const device = (name: string, off = 5 * 60 * minute) =>
      Device.takeAlong({ name, client, id: run.id, clock: () => now + off })
    const history = async () => (await client.executions.history({ params: { id: run.id } })).toReversed()
    return { id: run.id, step, option, device, history }
  }

  it('applies all in order, at the times at which it was done, and the history shows it like anything else', async () => {
    const run = await newRun()
    const device = await run.device('bench')
    now += 10 * minute
    device.give({ type: 'complete', step_id: run.step('Cut boards'), notes: 'a little short' })
    now += 5 * minute
    device.give({ type: 'decide', step_id: run.step('Choose joint'), option_id: run.option('Nails') })
    device.give({ type: 'start_timer', timer_id: 'glue', minutes: 30, label: 'Glue' })
    now += 60 * minute
    const { execution, results } = await device.sync()
    expect(results.map(({ status, sequence }) => [status, sequence])).toEqual([
      ['applied', 2],
      ['applied', 3],
      ['applied', 4],
    ])
    expect(device.run.state).toEqual(execution.state)
    expect(execution.execution_data).toEqual({ joint: 'nails' })
    const history = await run.history()
    expect(history.map(entry => entry.action_type)).toEqual(['start', 'complete', 'decide', 'start_timer'])
    const began = Date.parse(history[0]?.timestamp ?? '')
    expect(history.map(({ timestamp }) => (Date.parse(timestamp) - began) / minute)).toEqual([0, 10, 15, 15])
    expect(history[1]).toMatchObject({ action_data: { notes: 'a little short' }, actor_id: app.admin.id })
    expect(history[2]?.action_data).toEqual({ decision_option_id: run.option('Nails') })
    const cut = execution.step_executions?.find(({ step_id }) => step_id === run.step('Cut boards'))
    expect(cut?.actual_duration).toBeCloseTo(10, 3)
  })

  it('applies nothing twice when an answer is lost, nor when the same is sent many times at once', async () => {
    const run = await newRun()
    const device = await run.device('bench')
    device.give({ type: 'complete', step_id: run.step('Cut boards') })
    device.give({ type: 'note', step_id: run.step('Cut boards'), text: 'Mind the grain' })
    const answers = await Promise.all(Array.from({ length: 6 }, () => device.send()))
    for (const { results } of answers) expect(results).toEqual(answers[0]?.results)
    await device.sync()
    expect((await run.history()).map(entry => entry.action_type)).toEqual(['start', 'complete', 'note'])
    expect(device.run.queue).toEqual([])
  })

  it('tells the second device why what it did no longer suits, and goes on with the rest', async () => {
    const run = await newRun()
    const [bench, table] = [await run.device('bench'), await run.device('table', -3 * minute)]
    bench.give({ type: 'complete', step_id: run.step('Cut boards') })
    bench.give({ type: 'decide', step_id: run.step('Choose joint'), option_id: run.option('Nails') })
    table.give({ type: 'complete', step_id: run.step('Cut boards') })
    table.give({ type: 'decide', step_id: run.step('Choose joint'), option_id: run.option('Dovetails') })
    table.give({ type: 'note', step_id: run.step('Cut boards'), text: 'Sharpen the saw' })
    await bench.sync()
    const { results } = await table.sync()
    expect(results.map(({ status }) => status)).toEqual(['refused', 'refused', 'applied'])
    expect(results[0]?.refusal).toMatchObject({ code: 'execution.step_not_ready', step_id: run.step('Cut boards') })
    expect(results[0]?.refusal?.message).toContain('Cut boards')
    expect(results[0]?.refusal?.detail).toMatchObject({ type: 'step_closed', status: 'completed' })
    expect(table.conflicts.map(({ queued }) => queued.request.type)).toEqual(['complete', 'decide'])
    await bench.sync()
    expect(bench.run.state).toEqual(table.run.state)
    expect(bench.run.state.variables).toEqual({ joint: 'nails' })
  })

  it('says why in the language of who sends it', async () => {
    const run = await newRun()
    const tooEarly: QueuedCommand = {
      key: `early-${run.id}`,
      at: now,
      request: { type: 'complete', step_id: run.step('Check square') },
    }
    const { results } = await client.offline.sync(
      { params: { id: run.id }, body: { commands: [tooEarly] } },
      { locale: 'de' },
    )
    expect(results[0]?.refusal?.message).toBe('„Check square“ ist noch nicht dran. Zuerst: „Let glue set“.')
  })

  it('keeps a refusal for good, also where it would suit later', async () => {
    const run = await newRun()
    const late: QueuedCommand = {
      key: `late-${run.id}`,
      at: now,
      request: { type: 'decide', step_id: run.step('Choose joint'), option_id: run.option('Nails') },
    }
    const send = () => client.offline.sync({ params: { id: run.id }, body: { commands: [late] } })
    const first = await send()
    expect(first.results).toMatchObject([{ status: 'refused', refusal: { code: 'execution.step_not_ready' } }])
    await client.executions.complete({ params: { id: run.id, step_id: run.step('Cut boards') } })
    expect((await send()).results).toEqual(first.results)
    expect((await run.history()).map(entry => entry.action_type)).toEqual(['start', 'complete'])
  })

  it('takes back offline what was done online, but never what somebody else has done since', async () => {
    const run = await newRun()
    await client.executions.complete({ params: { id: run.id, step_id: run.step('Cut boards') } })
    const device = await run.device('bench')
    device.give({ type: 'undo' })
    await client.executions.decide({
      params: { id: run.id, step_id: run.step('Choose joint') },
      body: { decision_option_id: run.option('Nails') },
    })
    const { results, execution } = await device.sync()
    expect(results).toMatchObject([{ status: 'refused', refusal: { code: 'execution.nothing_to_undo' } }])
    expect(execution.execution_data).toEqual({ joint: 'nails' })
    device.give({ type: 'undo' })
    device.give({ type: 'undo' })
    expect((await device.sync()).results.map(({ status }) => status)).toEqual(['applied', 'applied'])
    expect(device.run.state.steps).toBe((await client.executions.get({ params: { id: run.id } })).state.steps)
    expect(device.run.state.undo_head).toBeNull()
  })

  it('refuses the same key for something else, and commands that are none, before anything is done', async () => {
    const run = await newRun()
    const note = (key: string, text: string): QueuedCommand => ({
      key,
      at: now,
      request: { type: 'note', step_id: run.step('Cut boards'), text },
    })
    const send = (commands: unknown[]) =>
      client.offline.sync({ params: { id: run.id }, body: { commands: commands as QueuedCommand[] } })
    await send([note('k1', 'one')])
    await expect(send([note('k1', 'two')])).rejects.toMatchObject({ status: 409, code: 'request.idempotency_mismatch' })
    const bad = [
      { ...note('k2', 'x'), request: { type: 'start' } },
      { ...note('k2', 'x'), request: { type: 'time_out' } },
      { ...note('k2', 'x'), request: { type: 'note', step_id: 1, text: 'x', more: 1 } },
      { ...note('with space', 'x') },
      { ...note('k2', 'x'), at: -1 },
    ]
    for (const one of bad) await expect(send([note('k3', 'x'), one])).rejects.toMatchObject({ status: 422 })
    expect((await run.history()).map(entry => entry.action_type)).toEqual(['start', 'note'])
  })

  it('does not know the runs of others', async () => {
    const run = await newRun()
    const workshop = await client.workshops.create({ body: { name: `Elsewhere ${run.id}` } })
    const stranger = await app.createUser({ workshop_id: workshop.id })
    const other = app.client(stranger.token)
    await expect(other.offline.pack({ params: { id: run.id } })).rejects.toMatchObject({ code: 'execution.not_found' })
    await expect(other.offline.sync({ params: { id: run.id }, body: { commands: [] } })).rejects.toMatchObject({
      code: 'execution.not_found',
    })
  })
})
