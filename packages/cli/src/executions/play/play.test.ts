import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { displayWidth } from '../../terminal/display-width.ts'
import { type CliApp, openCliApp } from '../../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp({ samples: true })
})
afterAll(() => place.close())

const api = () => place.app.client(place.app.admin.token)
const get = (id: number): Promise<Execution> => api().executions.get({ params: { id } })
const play = (id: number, lines: readonly string[], ...args: string[]) =>
  place.cli.run(['play', String(id), ...args], { input: lines.map(line => `${line}\n`).join('') })

const startSample = async (name: string): Promise<number> => {
  const { items } = await api().workflows.list({ query: { search: name } })
  return (await api().executions.start({ params: { id: items[0]!.id } })).id
}

/** Plays as a person would who does everything as planned: reads the scene, then does the first thing that it offers. */
async function playThrough(id: number): Promise<{ readonly code: number | null; readonly transcript: string }> {
  const running = place.cli.start(['play', String(id)])
  let read = 0
  const scene = async (): Promise<string> => {
    await running.shows('You can:')
    for (;;) {
      const text = running.output().slice(read)
      if (running.child.exitCode !== null || /Or say: |\(yes or no\)|steps? done/.test(text)) {
        read += text.length
        return text
      }
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  for (let turn = 0; turn < 100; turn += 1) {
    const text = await scene()
    if (/\d+ steps? done/.test(text)) break
    running.type(text.includes('(yes or no)') ? 'yes' : /1\. Wait/.test(text) ? 'done' : '1')
  }
  running.child.stdin.end()
  return { code: (await running.end).code, transcript: running.output() }
}

/** A run whose second step takes three seconds. */
async function startShortWait(name: string): Promise<number> {
  const workflow = await api().presets.import({
    body: {
      preset_info: { name, description: 'For tests.', difficulty: 'beginner', estimated_time: 1 },
      workflow: {
        name,
        steps: [
          { id: 1, name: 'Spread it', step_type: 'instruction', instructions: 'Spread.' },
          { id: 2, name: 'Let it set', step_type: 'time', estimated_duration: 0.05, instructions: 'Wait.' },
        ],
        connections: [{ source_step: 1, target_step: 2, connection_type: 'sequential' }],
      },
    },
  })
  return (await api().executions.start({ params: { id: workflow.id } })).id
}

describe('hidesync play', () => {
  it.each([
    ['Basic Leather Wallet', 12],
    ['Simple Wooden Box', 18],
  ])(
    'leads through the %s to its end',
    async (name, steps) => {
      const id = await startSample(name)
      const { code, transcript } = await playThrough(id)
      expect(code).toBe(0)
      expect(transcript).toContain('It is finished.')
      expect(transcript).toContain('You made: ')
      expect(transcript).toContain('Progress: 1/')
      expect(transcript).toMatch(/(\d+)\/\1 \(100\.0%\)\n\[█{20}\]/)
      expect(transcript).toContain(`Step 1 of ${steps}`)
      for (const line of transcript.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
      expect(await get(id)).toMatchObject({ status: 'completed' })
    },
    120_000,
  )

  it('shows warnings before instructions, what one needs, the bar and the list', async () => {
    const id = await place.startBox('Scene')
    const { stdout } = await play(id, ['quit'])
    expect(stdout).toContain(`
=== Cut boards ===
Type: Tool
Duration: ~10 minutes
Step 1 of 8 · milestone

Instructions:
Cut four boards.

Progress: 0/8 (0.0%)
[░░░░░░░░░░░░░░░░░░░░]

Current Step: Cut boards
Estimated Remaining:`)
    expect(stdout).toContain(`
You can:
  1. Done: next is “Choose joint”
  2. Skip this step
  3. Say that something went wrong
  4. Note something
  5. Pause: the clock stands still
  6. Cancel the run for good (asks first)
Or say:`)
    expect(stdout).toContain(`Run ${id} stays as it is. Come back with: hidesync play ${id}`)
  })

  it('understands plain words, and offers of a decision what each option leads to', async () => {
    const id = await place.startBox('Words')
    const { code, stdout } = await play(id, [
      'I am done',
      'nails',
      'undo',
      'choose dove',
      'note Sharpen the chisel',
      'back',
      'next',
      'quit',
    ])
    expect(code).toBe(0)
    expect(stdout).toMatch(/1\. Choose “Dovetails” \(usual\) → next: Cut dovetails · about \d+ min/)
    expect(stdout).toContain('You chose “Nails”.')
    expect(stdout).toContain('Took back the decision at “Choose joint”.')
    expect(stdout).toContain('You chose “Dovetails”.')
    expect(stdout).toContain('You go to “Choose joint”.')
    const { progress, execution_data, step_executions } = await get(id)
    expect(progress.current_step_name).toBe('Cut dovetails')
    expect(execution_data).toEqual({})
    expect(step_executions?.find(({ notes }) => notes !== null)?.notes).toContain('Sharpen the chisel')
  })

  it('changes nothing for nonsense, and offers the three nearest things', async () => {
    const id = await place.startBox('Nonsense')
    const before = await get(id)
    const nonsense = [
      'dnoe',
      '99',
      '-1',
      "'; drop table users; --",
      '\u001b[2J',
      'goto nowhere',
      'choose 3',
      'é'.repeat(5000),
      '',
    ]
    const { code, stdout } = await play(id, [...nonsense, 'quit'])
    expect(code).toBe(0)
    expect(stdout).toContain('I do not understand “dnoe”. Nothing was changed.\nDid you mean: done, ')
    expect(stdout).toContain('The list goes from 1 to 6.')
    expect(stdout).not.toContain('\u001b')
    expect((await get(id)).version).toBe(before.version)
  })

  it('asks before it cancels, and takes only a yes for a yes', async () => {
    const id = await place.startBox('Cancelling')
    const no = await play(id, ['cancel', 'no', 'cancel', 'where am I', 'yes', 'quit'])
    expect(no.stdout).toContain('Cancel the run for good?')
    expect(no.stdout).toContain('There is no question open.')
    expect((await get(id)).status).toBe('active')
    const yes = await play(id, ['cancel', 'yes'])
    expect(yes.code).toBe(0)
    expect((await get(id)).status).toBe('cancelled')
  })

  it('asks before a jump, naming what it skips', async () => {
    const id = await place.startBox('Jump')
    const { stdout } = await play(id, ['done', '1', 'goto let glue', 'yes', 'quit'])
    expect(stdout.replace(/\s+/g, ' ')).toContain('Jump to “Let glue set”? This skips “Cut dovetails”. (yes or no)')
    expect(stdout).toContain('Skipped on the way: Cut dovetails.')
    expect((await get(id)).progress.current_step_name).toBe('Let glue set')
  })

  it('refuses a jump over what has to be made, and says what', async () => {
    const id = await place.startBox('Jump over a decision')
    const { stdout } = await play(id, ['goto 8', 'quit'])
    expect(stdout).not.toContain('(yes or no)')
    expect(stdout).toContain('Choose joint')
    expect((await get(id)).progress.current_step_name).toBe('Cut boards')
  })

  it('shows the time left, and takes an early done only with a yes', async () => {
    const id = await place.startBox('Glue')
    const { stdout } = await play(id, ['done', '2', 'done', 'how long', 'done', 'no', 'done', 'yes', 'quit'])
    expect(stdout).toMatch(/Time left: 1?\d:\d\d/)
    expect(stdout).toMatch(/1\. Wait \(\d+ min left\)/)
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/“Let glue set” takes another \d+ min\. Go on all the same\?/)
    expect(stdout).toContain('Left as it is.')
    expect((await get(id)).progress.current_step_name).toBe('Check square')
  })

  it('waits in a script until the time is over', async () => {
    const id = await startShortWait('Short wait')
    const { code, stdout } = await play(id, ['done', 'wait', 'done'])
    expect(code).toBe(0)
    expect(stdout).toContain('The time of “Let it set” is over.')
    expect(stdout).not.toContain('(yes or no)')
  })

  it('takes a number for what the list showed, whatever time has changed since', async () => {
    const id = await startShortWait('List of then')
    const running = place.cli.start(['play', String(id)])
    await running.shows('You can:')
    running.type('done')
    await running.shows('2. Done already (asks first)\n  3. Skip this step')
    await new Promise(resolve => setTimeout(resolve, 3200))
    running.type('2')
    expect((await running.end).stdout).toContain('Done: “Let it set”.')
  })

  it('sends a failed check back to be mended, and counts the passes', async () => {
    const id = await place.startBox('Rework')
    const { code, stdout } = await play(id, ['1', '2', 'done', 'done', 'yes', 'fail', 'done', 'pass', 'done'])
    expect(code).toBe(0)
    expect(stdout).toContain('“Check square” did not pass.')
    expect(stdout).toContain('=== Plane true ===')
    expect(stdout).toContain('pass 2')
    expect(stdout).toContain('You made: Square box\nIt holds.')
  })

  it('is paused and resumed by words, and refuses work in between', async () => {
    const id = await place.startBox('Break')
    const { stdout } = await play(id, ['take a break', 'done', 'continue', 'done', 'quit'])
    expect(stdout).toContain('It is paused: the clock stands still until you resume.')
    expect(stdout).toContain('  1. Resume: the clock runs again')
    expect((await get(id)).progress.completed_steps).toBe(1)
  })

  it('answers what one asks without changing anything', async () => {
    const id = await startSample('Basic Leather Wallet')
    const before = await get(id)
    const asked = [
      'what do I need?',
      'how long',
      'progress',
      'where am I?',
      'steps',
      'history',
      'tips',
      'more',
      'help',
      '?',
      'look',
      'quit',
    ]
    const { stdout } = await play(id, asked)
    for (const part of [
      'The whole run: about',
      `(run ${id}, active)`,
      '← you are here',
      'started',
      'take back the last thing',
    ])
      expect(stdout).toContain(part)
    expect((await get(id)).version).toBe(before.version)
  })

  it('ends with exit code 1 when the input ends before the run does, and says how to come back', async () => {
    const id = await place.startBox('Cut short')
    const { code, stderr } = await play(id, ['done'])
    expect(code).toBe(1)
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      `The input ended before the run did. Run ${id} stays as it is. Come back with: hidesync play ${id}`,
    )
    expect((await get(id)).progress.completed_steps).toBe(1)
  })

  it('leaves the run where it is on Ctrl-C', async () => {
    const id = await place.startBox('Interrupted')
    const running = place.cli.start(['play', String(id)])
    await running.shows('You can:')
    running.child.kill('SIGINT')
    const { code, stderr } = await running.end
    expect(code).toBe(130)
    expect(stderr).toContain(`Come back with: hidesync play ${id}`)
    expect((await get(id)).status).toBe('active')
  })

  it('says so when the run has moved on elsewhere, and does not act on what it showed before', async () => {
    const id = await place.startBox('Two at once')
    const running = place.cli.start(['play', String(id)])
    await running.shows('You can:')
    await api().executions.complete({ params: { id, step_id: (await get(id)).current_step_id! } })
    running.type('skip')
    await running.shows('The run has moved on elsewhere')
    running.type('quit')
    expect((await running.end).stdout).toContain('=== Choose joint ===')
    expect((await get(id)).progress.completed_steps).toBe(1)
  })

  it('has no bars, marks or colours with --plain', async () => {
    const id = await startSample('Simple Wooden Box')
    const { stdout } = await play(id, ['steps', 'tips', 'quit'], '--plain')
    expect(stdout).not.toMatch(/[█░✓▶←💡⚠]/u)
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toContain('Important:')
  })

  it('gives the execution of the API with --json, and the transcript beside it', async () => {
    const id = await place.startBox('JSON')
    const result = await play(id, ['done', 'quit'], '--json')
    expect(result.code).toBe(0)
    expect(result.json()).toMatchObject({ id, status: 'active', progress: { completed_steps: 1 } })
    expect(result.stderr).toContain('=== Choose joint ===')
  })

  it('shows what a run that is over came to', async () => {
    const id = await place.startBox('Over')
    await api().executions.cancel({ params: { id } })
    const { code, stdout } = await play(id, [])
    expect(code).toBe(0)
    expect(stdout).toContain('It was cancelled.')
  })

  it('is exit code 4 for a run that is not there', async () => {
    expect((await play(99_999, [])).code).toBe(4)
  })
})
