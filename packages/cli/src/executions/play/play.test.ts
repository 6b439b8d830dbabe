import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
    for (;;) {
      const text = running.output().slice(read)
      if (running.child.exitCode !== null || /Or say: |yes or no\.|steps? done in/.test(text)) {
        read += text.length
        return text
      }
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  for (let turn = 0; turn < 100; turn += 1) {
    const text = await scene()
    if (/\d+ steps? done in/.test(text)) break
    running.type(text.includes('yes or no.') ? 'yes' : /1\. wait/.test(text) ? 'done' : '1')
  }
  running.child.stdin.end()
  return { code: (await running.end).code, transcript: running.output() }
}

/** A run whose second step takes three seconds, or `minutes`. */
async function startShortWait(name: string, minutes = 0.05): Promise<number> {
  const workflow = await api().presets.import({
    body: {
      preset_info: { name, description: 'For tests.', difficulty: 'beginner', estimated_time: 1 },
      workflow: {
        name,
        steps: [
          { id: 1, name: 'Spread it', step_type: 'instruction', instructions: 'Spread.' },
          { id: 2, name: 'Let it set', step_type: 'time', estimated_duration: minutes, instructions: 'Wait.' },
        ],
        connections: [{ source_step: 1, target_step: 2, connection_type: 'sequential' }],
      },
    },
  })
  return (await api().executions.start({ params: { id: workflow.id } })).id
}

const waysOn = 'Ways on from here:'
const unwrapped = (text: string): string => text.replace(/\s+/g, ' ')

describe('hidesync play', () => {
  it.each([['Basic Leather Wallet'], ['Simple Wooden Box']])(
    'leads through the %s to its end',
    async name => {
      const id = await startSample(name)
      const { code, transcript } = await playThrough(id)
      expect(code).toBe(0)
      expect(transcript).toContain('That was the last step. Well done')
      expect(transcript).toContain('You made: ')
      expect(transcript).toContain('You are at step 1, “')
      for (const line of transcript.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
      expect(await get(id)).toMatchObject({ status: 'completed' })
    },
    120_000,
  )

  it('tells a script the scene in plain sentences, the same each time', async () => {
    const id = await place.startBox('Scene')
    const { stdout } = await play(id, ['quit'])
    expect(stdout).toContain(`
Scene, run ${id}.
You are at step 1, “Cut boards”.
Milestone, about 10 minutes.
0% done, `)
    expect(stdout).toContain(`
Cut four boards.
Ways on from here:
1. done, on to “Choose joint”
2. skip this step
Or say: more, inventory, map, pause, help, quit.
> quit
Run ${id} stays as it is. Come back with: hidesync play ${id}`)
  })

  it('understands what one says, and offers of a decision what each option leads to', async () => {
    const id = await place.startBox('Words')
    const { code, stdout } = await play(id, [
      'I am done',
      'nails',
      'undo',
      'choose dovetails',
      'note Sharpen the chisel',
      'back',
      'next',
      'quit',
    ])
    expect(code).toBe(0)
    expect(unwrapped(stdout)).toMatch(/1\. Dovetails \(usual\)\. Goes on with “Cut dovetails”; about/)
    expect(stdout).toContain('You chose “Nails”.')
    expect(stdout).toContain('the choice at “Choose joint”')
    expect(stdout).toContain('You chose “Dovetails”.')
    const { progress, execution_data, step_executions } = await get(id)
    expect(progress.current_step_name).toBe('Cut dovetails')
    expect(execution_data).toEqual({})
    expect(step_executions?.find(({ notes }) => notes !== null)?.notes).toContain('Sharpen the chisel')
  })

  it('changes nothing for nonsense, and offers things to say instead, which can be taken by their number', async () => {
    const id = await place.startBox('Nonsense')
    const before = await get(id)
    const nonsense = [
      '99',
      "'; drop table users; --",
      '\u001b[2J',
      'goto nowhere',
      'é'.repeat(5000),
      '',
      'the moon is made of cheese',
    ]
    const { code, stdout } = await play(id, [...nonsense, '3', 'quit'])
    expect(code).toBe(0)
    expect(stdout).toContain('The list goes from 1 to 2.')
    expect(stdout).toMatch(
      /> the moon is made of cheese\nI did not understand that[^>]*\n 3\. Show what you can say: “help”\n> 3\nAvailable commands:/,
    )
    expect(stdout).not.toContain('\u001b')
    expect((await get(id)).version).toBe(before.version)
  })

  it.each([
    [
      'de',
      ['Hilfe', 'was brauche ich?', 'fertig', 'wähle Nails', 'rückgängig', 'beenden'],
      ['Du hast „Nails“ gewählt.', 'Die Wahl bei „Choose joint“ ist zurückgenommen.', 'Durchlauf'],
    ],
    [
      'fr',
      ['aide', 'de quoi ai-je besoin ?', 'terminé', 'choisis Nails', 'annuler', 'quitter'],
      ['Vous avez choisi « Nails ».', 'Le choix fait à l’étape « Choose joint » est annulé.', 'séance'],
    ],
    [
      'es',
      ['ayuda', '¿qué necesito?', 'hecho', 'elige Nails', 'deshacer', 'salir'],
      ['Has elegido «Nails».', 'Se ha deshecho la elección en «Choose joint».', 'sesión'],
    ],
  ] as const)('is played in %s with its own words', async (language, lines, expected) => {
    const id = await place.startBox(`In ${language}`)
    const { code, stdout } = await play(id, lines, '--lang', language)
    expect(code).toBe(0)
    for (const part of expected) expect(unwrapped(stdout)).toContain(part)
    expect(stdout).not.toMatch(/\b(?:You|step|Ways|done|left)\b/)
  })

  it('speaks the language of the environment, unless another is asked for', async () => {
    const id = await place.startBox('Environment')
    const run = (environment: Record<string, string>, ...args: string[]) =>
      place.cli.run(['play', String(id), ...args], { input: 'quit\n', environment })
    expect((await run({ LANG: 'de_AT.UTF-8' })).stdout).toContain('Du bist bei Schritt 1')
    expect((await run({ LANG: 'de_DE.UTF-8', LC_ALL: 'es_ES.UTF-8' })).stdout).toContain('Estás en el paso 1')
    expect((await run({ LANG: 'de_DE.UTF-8' }, '--lang', 'fr')).stdout).toContain('étape 1')
    expect((await run({ LANG: 'C.UTF-8' })).stdout).toContain('You are at step 1')
    for (const unknown of ['elvish!', 'xx', 'it-IT']) {
      const refused = await run({}, '--lang', unknown)
      expect(refused).toMatchObject({ code: 2, stdout: '' })
      expect(unwrapped(refused.stderr)).toContain('Give en, de, fr, es, or one of them in a country, such as de-AT.')
    }
  })

  it('asks before it cancels, and takes only a yes for a yes', async () => {
    const id = await place.startBox('Cancelling')
    const no = await play(id, ['cancel', 'no', 'cancel', 'where am I', 'yes', 'quit'])
    expect(no.stdout).toContain('Really cancel this run for good?')
    expect(no.stdout).toContain('I haven’t asked you anything.')
    expect((await get(id)).status).toBe('active')
    const yes = await play(id, ['cancel', 'yes'])
    expect(yes.code).toBe(0)
    expect((await get(id)).status).toBe('cancelled')
  })

  it('asks before a jump, naming what it skips', async () => {
    const id = await place.startBox('Jump')
    const { stdout } = await play(id, ['done', '1', 'go to let glue set', 'yes', 'quit'])
    expect(unwrapped(stdout)).toContain('Going to “Let glue set” would skip “Cut dovetails”. Do it?')
    expect((await get(id)).progress.current_step_name).toBe('Let glue set')
  })

  it('shows the time left, and takes an early done only with a yes', async () => {
    const id = await place.startBox('Glue')
    const { stdout } = await play(id, ['done', '2', 'done', 'how long?', 'done', 'no', 'done', 'yes', 'quit'])
    expect(stdout).toMatch(/1\. wait [\w ]*minutes/)
    expect(unwrapped(stdout)).toMatch(/“Let glue set” has [\w ]+ of waiting left\. Go ahead now anyway\?/)
    expect(stdout).toContain('All right, nothing has changed.')
    expect((await get(id)).progress.current_step_name).toBe('Check square')
  })

  it('waits in a script until the time is over', async () => {
    const id = await startShortWait('Short wait')
    const { code, stdout } = await play(id, ['done', 'wait', 'done'])
    expect(code).toBe(0)
    expect(stdout).toContain('Time is up: “Let it set”.')
    expect(stdout).not.toContain('yes or no')
  })

  it('sets timers on the server, which are there when one comes back', async () => {
    const id = await place.startBox('Timers')
    await play(id, ['start a 20 minute timer', 'quit'])
    const [timer] = await api().timers.list({ params: { id } })
    expect(timer).toMatchObject({ minutes: 20, status: 'running' })
    const { stdout } = await play(id, ['stop the timer', 'quit'])
    expect(stdout).toMatch(/Timers:\n- “Cut boards”: 20 minutes left\./)
    expect(await api().timers.list({ params: { id } })).toEqual([])
  })

  it('takes a number for what the list showed, whatever time has changed since', async () => {
    const id = await startShortWait('List of then')
    const running = place.cli.start(['play', String(id)])
    await running.shows(waysOn)
    running.type('done')
    await running.shows('2. look back at “Spread it”\n3. skip this step')
    await new Promise(resolve => setTimeout(resolve, 3200))
    running.type('3')
    await running.shows('That was the last step')
    expect((await running.end).code).toBe(0)
    const history = await api().executions.history({ params: { id } })
    expect(history[0]?.action_type).toBe('skip')
  })

  it('sends a failed check back to be mended, and counts the rounds', async () => {
    const id = await place.startBox('Rework')
    const { code, stdout } = await play(id, ['1', '2', 'done', 'done', 'yes', 'it does not pass', 'done', '1', 'done'])
    expect(code).toBe(0)
    expect(stdout).toContain('“Plane true”')
    expect(stdout).toContain('1. done, repeat “Check square”')
    expect(stdout).toContain('Round 2')
    expect(stdout).toContain('You made: Square box\nIt holds.')
  })

  it('is paused and resumed by words, and refuses work in between', async () => {
    const id = await place.startBox('Break')
    const { stdout } = await play(id, ['take a break', 'done', 'continue', 'done', 'quit'])
    expect(unwrapped(stdout)).toContain('The run is paused. Say “resume” first')
    expect(stdout).toContain('1. resume')
    expect((await get(id)).progress.completed_steps).toBe(1)
  })

  it('answers what one asks without changing anything', async () => {
    const id = await startSample('Basic Leather Wallet')
    const before = await get(id)
    const asked = [
      'what do I need?',
      'how long?',
      'progress',
      'where am I?',
      'map',
      'inventory',
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
      'left',
      'you are here',
      '“Saddle stitch',
      'From here to the end you need:\nMaterials:\n- Vegetable Tanned Leather, 0.75 square feet',
      'Started',
      'In more detail:',
      'inventory - Show all materials and tools from here on',
    ])
      expect(stdout).toContain(part)
    expect((await get(id)).version).toBe(before.version)
  })

  it('begins a workflow of which no run is open, goes on with one that is, and begins anew when asked to', async () => {
    await place.importBox('Beginner’s box')
    const first = await place.cli.run(['play', 'Beginner’s box'], { input: 'quit\n' })
    const again = await place.cli.run(['play', 'Beginner’s box'], { input: 'quit\n' })
    const anew = await place.cli.run(['play', 'Beginner’s box', '--new'], { input: 'quit\n' })
    const runOf = ({ stdout }: { readonly stdout: string }) => /run (\d+)\./.exec(stdout)?.[1]
    expect(first.stderr).toContain('Started “Beginner’s box” as run')
    expect(runOf(first)).toBeDefined()
    expect(runOf(again)).toBe(runOf(first))
    expect(runOf(anew)).not.toBe(runOf(first))
  })

  it('keeps what is shown and said in a file', async () => {
    const id = await place.startBox('Kept')
    const file = join(place.cli.home, 'transcript.txt')
    const { stdout } = await play(id, ['done', 'map', 'quit'], '--transcript', file)
    expect(readFileSync(file, 'utf8')).toBe(stdout)
    expect(stdout).toContain('> map\n')
    const nowhere = await play(id, ['quit'], '--transcript', join(place.cli.home, 'no', 'such', 'folder.txt'))
    expect(nowhere).toMatchObject({ code: 2 })
  })

  it('ends with exit code 1 when the input ends before the run does, and says how to come back', async () => {
    const id = await place.startBox('Cut short')
    const { code, stderr } = await play(id, ['done'])
    expect(code).toBe(1)
    expect(unwrapped(stderr)).toContain(
      `The input ended before the run did. Run ${id} stays as it is. Come back with: hidesync play ${id}`,
    )
    expect((await get(id)).progress.completed_steps).toBe(1)
    const french = await play(id, [], '--lang', 'fr')
    expect(unwrapped(french.stderr)).toContain(
      `L’entrée s’est arrêtée avant la fin de la séance. La séance ${id} reste telle quelle.`,
    )
  })

  it('leaves the run where it is on Ctrl-C', async () => {
    const id = await place.startBox('Interrupted')
    const running = place.cli.start(['play', String(id)])
    await running.shows(waysOn)
    running.child.kill('SIGINT')
    const { code, stderr } = await running.end
    expect(code).toBe(130)
    expect(stderr).toContain(`Come back with: hidesync play ${id}`)
    expect((await get(id)).status).toBe('active')
  })

  it('says so when the run has moved on elsewhere, tells who did what, and does not act on what it showed before', async () => {
    const id = await place.startBox('Two at once')
    const running = place.cli.start(['play', String(id)])
    await running.shows(waysOn)
    await api().executions.complete({ params: { id, step_id: (await get(id)).current_step_id! } })
    running.type('skip this step')
    await running.shows('The run has moved on elsewhere')
    running.type('quit')
    expect((await running.end).stdout).toContain('You are at step 2, “Choose joint”.')
    expect((await get(id)).progress.completed_steps).toBe(1)
  })

  it('tells of a run that was cancelled elsewhere that it was, and why, whatever is said next', async () => {
    for (const said of ['done', 'look', 'wait']) {
      const id = await place.startBox(`Cancelled before ${said}`)
      const running = place.cli.start(['play', String(id)])
      await running.shows(waysOn)
      await api().executions.cancel({ params: { id }, body: { reason: 'The glue is gone' } })
      running.type(said)
      const { code, stdout } = await running.end
      expect(code).toBe(0)
      expect(stdout).toContain('This run was cancelled.\nThe reason: The glue is gone\nNothing is left to do here.')
    }
  })

  it('waits for what there is to wait for now, wherever that began', async () => {
    const id = await startShortWait('Begun elsewhere', 60)
    const running = place.cli.start(['play', String(id)])
    await running.shows(waysOn)
    await api().executions.complete({ params: { id, step_id: (await get(id)).current_step_id! } })
    running.type('wait')
    await running.shows('Waiting for “Let it set”')
    running.child.kill('SIGINT')
    expect((await running.end).stdout).toContain('You are at step 2, “Let it set”.')
  })

  it('does what is said although timers were set and notes written elsewhere', async () => {
    const id = await place.startBox('Timers elsewhere')
    const running = place.cli.start(['play', String(id)])
    await running.shows(waysOn)
    const step_id = (await get(id)).current_step_id!
    await api().timers.start({ params: { id }, body: { timer_id: 'tea', minutes: 5, label: 'Tea' } })
    await api().executions.note({ params: { id, step_id }, body: { text: 'Damp today' } })
    running.type('done')
    await running.shows('You are at step 2, “Choose joint”.')
    running.type('quit')
    expect((await running.end).stdout).not.toContain('moved on elsewhere')
    expect((await get(id)).progress.completed_steps).toBe(1)
  })

  it('has no bars, lanes or colours with --plain', async () => {
    const id = await startSample('Simple Wooden Box')
    const { stdout } = await play(id, ['map', 'tips', 'quit'], '--plain')
    expect(stdout).not.toMatch(/[█░✓▶◄│├💡⚠]/u)
    expect(stdout).not.toContain('\u001b')
  })

  it('gives the execution of the API with --json, and the transcript beside it', async () => {
    const id = await place.startBox('JSON')
    const result = await play(id, ['done', 'quit'], '--json')
    expect(result.code).toBe(0)
    expect(result.json()).toMatchObject({ id, status: 'active', progress: { completed_steps: 1 } })
    expect(result.stderr).toContain('You are at step 2, “Choose joint”.')
  })

  it('shows what a run that is over came to', async () => {
    const id = await place.startBox('Over')
    await api().executions.cancel({ params: { id }, body: { reason: 'No time' } })
    const { code, stdout } = await play(id, [])
    expect(code).toBe(0)
    expect(stdout).toContain('This run was cancelled.\nThe reason: No time')
  })

  it('is exit code 4 for a run that is not there', async () => {
    expect((await play(99_999, [])).code).toBe(4)
  })
})
