import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp()
})
afterAll(() => place.close())

const api = () => place.app.client(place.app.admin.token)
const run = (...args: string[]) => place.cli.run(args)
const command = (...args: string[]) => run('executions', ...args)
const inView = async (id: number): Promise<string | null> =>
  (await api().executions.get({ params: { id } })).progress.current_step_name

describe('hidesync start', () => {
  it('starts a workflow by its name, shows how far it is and how to go on', async () => {
    await place.importBox('Starter')
    const { code, stdout, stderr } = await run(
      'start',
      'start',
      '--no-play',
      '--outcome',
      'kind',
      '--set',
      'joint=nails',
    )
    expect(code).toBe(0)
    expect(stderr).toContain('Started “Starter” as run')
    expect(stdout).toContain(
      'Progress: 0/8 (0.0%)\n[░░░░░░░░░░░░░░░░░░░░]\n\nCurrent Step: Cut boards\nEstimated Remaining:',
    )
    expect(stdout).toMatch(/Go on with: hidesync play \d+/)
  })

  it('gives the execution of the API with --json', async () => {
    const id = await place.importBox('Starter in JSON')
    const started = (await run('start', String(id), '--json', '--set', 'thickness=2.5')).json() as Execution
    expect(started).toMatchObject({ workflow_id: id, status: 'active', execution_data: { thickness: 2.5 } })
    const { progress: _, ...stored } = await api().executions.get({ params: { id: started.id } })
    expect(started).toMatchObject(stored)
  })

  it('is exit code 4 for what is not there, 2 for an outcome that is not one', async () => {
    expect((await run('start', '99999')).code).toBe(4)
    const id = await place.importBox('Starter without')
    const { code, stderr } = await run('start', String(id), '--outcome', 'zeppelin')
    expect(code).toBe(4)
    expect(stderr).toContain('There is no outcome whose name begins with “zeppelin”.')
  })
})

describe('hidesync executions complete', () => {
  it('completes the step in view, with notes and minutes, and says how far it is', async () => {
    const id = await place.startBox('Complete')
    const { code, stdout } = await command('complete', String(id), '--notes', 'Went well', '--minutes', '7.5')
    expect(code).toBe(0)
    expect(stdout).toContain('Completed.\n\nProgress: 1/8 (12.5%)\n[██░░░░░░░░░░░░░░░░░░]')
    const { step_executions = [] } = await api().executions.get({ params: { id } })
    expect(step_executions[0]).toMatchObject({ status: 'completed', notes: 'Went well', actual_duration: 7.5 })
  })

  it('is refused with exit code 5 where a decision has to be made, naming the options', async () => {
    const id = await place.startBox('Complete a decision')
    await command('complete', String(id))
    const { code, stdout, stderr } = await command('complete', String(id))
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' })
    expect(stderr).toContain('Dovetails')
  })

  it('is exit code 5 for a step that is not open, 4 for one that does not exist', async () => {
    const id = await place.startBox('Complete too early')
    const early = await command('complete', String(id), '--step', 'let glue', '--json')
    expect(early.code).toBe(5)
    expect(early.error().code).toBe('execution.step_not_ready')
    const nowhere = await command('complete', String(id), '--step', '20')
    expect(nowhere).toMatchObject({ code: 4, stderr: 'There is no step 20: they go from 1 to 8.\n' })
  })
})

describe('hidesync executions decide, skip, fail and complete', () => {
  it('lead a run to its end, with verdict, override and JSON', async () => {
    const id = String(await place.startBox('To the end'))
    expect((await command('complete', id)).code).toBe(0)
    const wrong = await command('decide', id, 'zeppelin')
    expect(wrong).toMatchObject({ code: 4, stderr: 'There is no option whose name begins with “zeppelin”.\n' })
    const decided = await command('decide', id, 'nai')
    expect(decided.stdout).toContain('Chosen: Nails.')
    expect(await inView(Number(id))).toBe('Nail corners')
    expect((await command('skip', id, '--reason', 'Glue will do')).stdout).toContain('Skipped.')
    const early = await command('complete', id)
    expect(early.code).toBe(5)
    expect((await command('complete', id, '--override')).code).toBe(0)
    expect((await command('complete', id, '--json')).error().code).toBe('execution.verdict_required')
    expect((await command('skip', id, '--json')).error().code).toBe('execution.not_skippable')
    const failed = await command('fail', id, '--reason', 'Out of square')
    expect(failed.stdout).toContain('Recorded as failed.')
    expect(await inView(Number(id))).toBe('Plane true')
    await command('complete', id)
    await command('complete', id, '--verdict', 'pass')
    const last = (await command('complete', id, '--json')).json()
    expect(last).toMatchObject({ status: 'completed', progress: { progress_percentage: 100 } })
    const over = await command('complete', id, '--step', '1', '--json')
    expect(over.code).toBe(5)
    expect(over.error().code).toBe('execution.not_active')
  })
})

describe('hidesync executions undo', () => {
  it('says what it took back, and when there is nothing more', async () => {
    const id = String(await place.startBox('Undo'))
    await command('complete', id)
    expect((await command('undo', id)).stdout).toContain('Took that back: “Cut boards” is no longer marked as done.')
    expect(await inView(Number(id))).toBe('Cut boards')
    const { code, stderr } = await command('undo', id)
    expect(code).toBe(5)
    expect(stderr.length).toBeGreaterThan(10)
  })
})

describe('hidesync executions pause and resume', () => {
  it('stop the clock and let it run; in between commands are refused', async () => {
    const id = String(await place.startBox('Pause'))
    expect((await command('pause', id)).stdout).toContain('Paused.')
    expect((await run('status', id)).stdout).toContain('· paused ·')
    expect((await command('complete', id, '--json')).error().code).toBe('execution.paused')
    expect((await command('resume', id)).stdout).toContain('Resumed.')
    expect((await command('resume', id)).code).toBe(5)
  })
})

describe('hidesync executions navigate', () => {
  it('refuses a jump that was not asked for, makes it with --skip and counts what it skipped', async () => {
    const id = String(await place.startBox('Navigate'))
    await command('complete', id)
    await command('decide', id, '1')
    const far = await command('navigate', id, '5', '--json')
    expect(far.code).toBe(5)
    expect(far.error().code).toBe('execution.jump_not_confirmed')
    expect((await command('navigate', id, 'let glue', '--skip')).stdout).toContain('You are there; 1 step skipped.')
    expect(await inView(Number(id))).toBe('Let glue set')
  })
})

describe('hidesync executions note, history, show and list', () => {
  it('keep and show what happened', async () => {
    const id = String(await place.startBox('Kept'))
    expect((await command('note', id, 'Blade', 'was', 'dull')).stdout).toContain('Noted.')
    await command('complete', id)
    const history = await command('history', id)
    expect(history.stdout).toMatch(/started\n.*noted “Cut boards”: Blade was dull\n.*completed “Cut boards”\n$/)
    const inJson = await command('history', id, '--limit', '1', '--json')
    expect(inJson.json()).toMatchObject([{ action_type: 'complete', step_name: 'Cut boards' }])
    const shown = await command('show', id)
    expect(shown.stdout).toContain('✓  1. Cut boards (done)')
    expect(shown.stdout).toContain('▶  2. Choose joint (in progress) ← you are here')
    const plain = await command('show', id, '--plain')
    expect(plain.stdout).not.toMatch(/[█░✓▶]/)
    const list = await command('list', '--workflow', 'kept')
    expect(list.stdout).toMatch(/Kept +active +1\/8/)
    const filtered = await command('list', '--status', 'cancelled', '--workflow', 'Kept', '--json')
    expect(filtered.json()).toMatchObject({ items: [], total: 0 })
  })

  it('are exit code 4 for a run that is not there', async () => {
    for (const name of ['show', 'history', 'undo']) expect((await command(name, '99999')).code).toBe(4)
  })
})

describe('hidesync executions cancel', () => {
  it('ends a run for good', async () => {
    const id = String(await place.startBox('Cancel'))
    expect((await command('cancel', id, '--yes', '--reason', 'Wrong wood')).stdout).toContain('It was cancelled.')
    expect((await command('cancel', id, '--yes')).code).toBe(5)
    expect((await run('status', id, '--json')).json()).toMatchObject({ status: 'cancelled' })
  })
})

describe('a run that is not named', () => {
  it('is the only open one; with several the client asks for its number; status takes the last used', async () => {
    const person = await place.app.createUser({ is_superuser: true })
    const environment = place.as(person)
    const mine = place.app.client(person.token)
    expect(await place.cli.run(['status'], { environment })).toMatchObject({ code: 4 })
    const start = async (name: string): Promise<number> =>
      (await mine.executions.start({ params: { id: await place.importBox(name) } })).id
    const first = await start('Only one')
    expect((await place.cli.run(['status', '--json'], { environment })).json()).toMatchObject({ id: first })
    expect((await place.cli.run(['executions', 'pause'], { environment })).code).toBe(0)
    const second = await start('Another one')
    const asked = await place.cli.run(['executions', 'pause'], { environment })
    expect(asked.code).toBe(2)
    expect(asked.stderr).toContain('2 runs are open. Give the number of one:')
    expect((await place.cli.run(['status', '--json'], { environment })).json()).toMatchObject({ id: second })
    expect((await place.cli.run(['executions', 'resume', 'only'], { environment })).code).toBe(0)
  })
})
