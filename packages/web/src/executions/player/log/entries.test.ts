import { expect, test } from 'vitest'
import type { HistoryEntry } from './device-entries.ts'
import { entriesOf, filtered, grouped, pieces, pieceSize, type LogEntry } from './entries.ts'
import { toMarkdown } from './markdown.ts'

const entry = (id: number, changes: Partial<LogEntry> = {}): LogEntry => ({
  id: String(id),
  at: id,
  type: 'complete',
  text: `Completed ${id}`,
  words: null,
  actor: 'Ada',
  isMine: true,
  step_id: Math.floor(id / 10),
  sequence: id,
  exchange: null,
  ...changes,
})

test('filters part what I did from what the system did, and decisions from the rest', () => {
  const all = [
    entry(1),
    entry(2, { actor: null, isMine: false }),
    entry(3, { type: 'decide', actor: 'Ben', isMine: false, words: 'Softer this way' }),
  ]
  const ids = (filter: Parameters<typeof filtered>[1], search = '') => filtered(all, filter, search).map(({ id }) => id)
  expect(ids('all')).toEqual(['1', '2', '3'])
  expect(ids('mine')).toEqual(['1'])
  expect(ids('system')).toEqual(['2'])
  expect(ids('decisions')).toEqual(['3'])
  expect(ids('all', 'ben')).toEqual(['3'])
  expect(ids('all', 'softer')).toEqual(['3'])
})

test('an entry holds what a person wrote with it, and not why the system did something', () => {
  const done = (sequence: number, action_type: HistoryEntry['action_type'], changes: Partial<HistoryEntry>) => ({
    id: sequence,
    sequence,
    step_id: 1,
    step_name: 'Cut',
    action_type,
    action_data: {},
    actor_id: 1,
    actor_name: 'Ada',
    timestamp: new Date(sequence).toISOString(),
    ...changes,
  })
  const history = [
    done(1, 'note', { action_data: { text: 'the edge was dry' } }),
    done(2, 'complete', { action_data: { notes: 'a little short' } }),
    done(3, 'cancel', { action_data: { reason: 'no thread left' } }),
    done(4, 'pause', { action_data: { reason: 'idle' }, actor_id: null, actor_name: null }),
    done(5, 'navigate', {}),
  ]
  const wording = { happened: () => '', passedOver: () => '', userId: 1 }
  const words = entriesOf(history, [], wording).map(one => one.words)
  expect(words).toEqual(['the edge was dry', 'a little short', 'no thread left', null, null])
})

test('a long transcript is cut into pieces of bounded size in which every entry stands once, in order', () => {
  const entries = Array.from({ length: 5000 }, (_, id) => entry(id, { step_id: Math.floor(id / 130) }))
  const cut = pieces(grouped(entries))
  expect(cut.flat().flatMap(group => group.entries)).toEqual(entries)
  const sizes = cut.map(piece => piece.reduce((sum, group) => sum + group.entries.length, 0))
  expect(Math.max(...sizes)).toBeLessThanOrEqual(pieceSize)
  expect(cut.length).toBeLessThan(250)
})

test('the document has a heading a step, a line an entry, and no mark-up from names', () => {
  const text = toMarkdown([entry(1), entry(11, { text: 'Note', words: '*thin* <b>' })], {
    title: 'Wallet',
    step: id => `Step ${id}`,
    time: at => `10:0${at % 10}`,
    actor: ({ actor }) => actor ?? '',
  })
  expect(text).toBe(
    '# Wallet\n\n## Step 0\n\n- 10:01 · Ada · Completed 1\n\n## Step 1\n\n- 10:01 · Ada · Note: \\*thin\\* \\<b\\>\n',
  )
})
