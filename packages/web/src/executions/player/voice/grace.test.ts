import type { Intent, Slots } from '@hidesync/domain/navigation/language/intent'
import { expect, test } from 'vitest'
import { Grace, type Command } from './grace.ts'

const command = (text: string, intent: Intent, slots: Slots = {}): Command => ({
  saying: { type: 'words', text },
  heard: {
    language: 'en',
    understanding: { kind: 'understood', readings: [{ intent, slots, confidence: 1, match: 'exact' }] },
  },
})
const complete = command('complete', 'complete')
const note = command('note too thin', 'add_note', { text: 'too thin' })
const question = command('what do I need', 'list_resources')

function aGrace() {
  const done: string[] = []
  const shown: (string | null)[] = []
  let due: (() => void) | null = null
  const grace = new Grace({
    run: ({ saying }) => {
      done.push(saying.text)
      return Promise.resolve()
    },
    onPending: text => shown.push(text),
    wait: run => {
      due = run
      return () => (due = null)
    },
  })
  /** What was done by now, once all that was begun is over. */
  const over = async () => {
    await new Promise(resolve => setTimeout(resolve))
    return done
  }
  return { grace, shown, over, pass: () => due?.() }
}

test('a command is shown first, and done when nobody called it off', async () => {
  const { grace, shown, over, pass } = aGrace()
  grace.hear(complete)
  expect(shown.at(-1)).toBe('complete')
  expect(await over()).toEqual([])
  pass()
  expect(await over()).toEqual(['complete'])
  expect(shown.at(-1)).toBeNull()
})

test.each([
  ['another command: both are done, in their order', [note], ['complete', 'note too thin']],
  ['the same command again: it is done once, at once', [complete], ['complete']],
  ['a question: it is answered at once, and the command stays', [question], ['what do I need', 'complete']],
  ['a yes: it is done, once', [command('yes', 'yes')], ['complete']],
  ['a no: it is not done', [command('no', 'no')], []],
  ['an undo: it is not done, and nothing before it is taken back', [command('oops', 'undo')], []],
  ['three commands', [note, command('pause', 'pause')], ['complete', 'note too thin', 'pause']],
])('while a command waits comes %s', async (_, next, expected) => {
  const { grace, over, pass } = aGrace()
  grace.hear(complete)
  for (const one of next) grace.hear(one)
  pass()
  pass()
  expect(await over()).toEqual(expected)
})

test('with nothing waiting, a yes answers at once and an undo waits its moment', async () => {
  const { grace, over, pass } = aGrace()
  grace.hear(command('yes', 'yes'))
  grace.hear(command('undo', 'undo'))
  expect(await over()).toEqual(['yes'])
  pass()
  expect(await over()).toEqual(['yes', 'undo'])
})

test('what is done by hand while a command waits calls it off', async () => {
  const { grace, shown, over, pass } = aGrace()
  grace.hear(complete)
  grace.moved()
  expect(shown.at(-1)).toBeNull()
  pass()
  expect(await over()).toEqual([])
})

test('what was said before calls off nothing that was said after it', async () => {
  const { grace, over, pass } = aGrace()
  grace.hear(complete)
  grace.hear(note)
  grace.moved()
  expect(await over()).toEqual(['complete'])
  pass()
  expect(await over()).toEqual(['complete', 'note too thin'])
})
