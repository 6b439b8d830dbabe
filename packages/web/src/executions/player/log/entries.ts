import type { HistoryType } from '@hidesync/domain/executions/command-type'
import type { Exchange } from '../command/exchange.ts'
import type { HistoryEntry } from './device-entries.ts'

/** Which entries are shown. */
export const logFilters = ['all', 'mine', 'system', 'decisions', 'notes', 'questions'] as const
export type LogFilter = (typeof logFilters)[number]

export interface LogEntry {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly type: HistoryType | 'said'
  /** One sentence. */
  readonly text: string
  /** What somebody wrote with it: a note, a reason; null: nothing. */
  readonly words: string | null
  /** Null: the system did it. */
  readonly actor: string | null
  readonly isMine: boolean
  readonly step_id: number | null
  /** Number of the command, for what can be taken back; null: it was only said. */
  readonly sequence: number | null
  readonly exchange: Exchange | null
}

/** Entries about one step that follow one another. */
export interface LogGroup {
  readonly key: string
  readonly step_id: number | null
  readonly entries: readonly LogEntry[]
}

interface Wording {
  readonly happened: (entry: HistoryEntry) => string
  /** That a step was passed over, as its condition did not hold. */
  readonly passedOver: (stepId: number) => string
  readonly userId: number | null
}

/** In which field each command keeps what somebody wrote. */
const written = ['text', 'notes', 'reason'] as const

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** What the system did by itself keeps a word for why, which is not for people. */
const wordsOf = ({ action_data, actor_id }: HistoryEntry): string | null =>
  actor_id === null ? null : (written.map(name => action_data[name]).find(isText) ?? null)

export function entriesOf(
  history: readonly HistoryEntry[],
  exchanges: readonly Exchange[],
  { happened, passedOver, userId }: Wording,
): readonly LogEntry[] {
  const doneBy = (entry: HistoryEntry): LogEntry => ({
    // The same line, whether this device tells of it or the server.
    id: `h${entry.sequence}`,
    at: Date.parse(entry.timestamp),
    type: entry.action_type,
    text: happened(entry),
    words: wordsOf(entry),
    actor: entry.actor_id === null ? null : entry.actor_name,
    isMine: entry.actor_id !== null && entry.actor_id === userId,
    step_id: entry.step_id,
    sequence: entry.sequence,
    exchange: null,
  })
  const passedBy = (entry: HistoryEntry, step_id: number): LogEntry => ({
    ...doneBy(entry),
    id: `h${entry.sequence}.${step_id}`,
    type: 'skip',
    text: passedOver(step_id),
    words: null,
    actor: null,
    isMine: false,
    step_id,
    sequence: null,
  })
  const done = history
    .toSorted((one, other) => one.sequence - other.sequence)
    .flatMap(entry => [doneBy(entry), ...(entry.passed_over ?? []).map(id => passedBy(entry, id))])
  const said = exchanges.map((exchange): LogEntry => ({
    id: exchange.id,
    at: exchange.at,
    type: 'said',
    text: exchange.said,
    words: null,
    actor: null,
    isMine: true,
    step_id: exchange.step_id,
    sequence: null,
    exchange,
  }))
  return [...done, ...said].toSorted((one, other) => one.at - other.at)
}

const noteTypes: ReadonlySet<LogEntry['type']> = new Set(['note', 'set_variables'])

const passes: Readonly<Record<LogFilter, (entry: LogEntry) => boolean>> = {
  all: () => true,
  mine: ({ isMine }) => isMine,
  system: ({ actor, type }) => actor === null && type !== 'said',
  decisions: ({ type }) => type === 'decide' || type === 'select_outcome',
  notes: ({ type }) => noteTypes.has(type),
  questions: ({ type }) => type === 'said',
}

export function filtered(entries: readonly LogEntry[], filter: LogFilter, search: string): readonly LogEntry[] {
  const wanted = search.trim().toLowerCase()
  const says = ({ text, words, actor, exchange }: LogEntry) =>
    `${text} ${words ?? ''} ${actor ?? ''} ${exchange?.answer.message ?? ''}`.toLowerCase().includes(wanted)
  return entries.filter(entry => passes[filter](entry) && (wanted === '' || says(entry)))
}

/** Parts them where the step changes. */
export function grouped(entries: readonly LogEntry[]): readonly LogGroup[] {
  const groups: { key: string; step_id: number | null; entries: LogEntry[] }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last !== undefined && last.step_id === entry.step_id) last.entries.push(entry)
    else groups.push({ key: entry.id, step_id: entry.step_id, entries: [entry] })
  }
  return groups
}

/** As many entries as are put on the page at a time. */
export const pieceSize = 40

/** Pieces of about the same size, cut between groups where possible: each is drawn only while it is near the view. */
export function pieces(groups: readonly LogGroup[]): readonly (readonly LogGroup[])[] {
  const all: LogGroup[][] = []
  let count = pieceSize
  for (const group of groups)
    for (let from = 0; from < group.entries.length; from += pieceSize) {
      const entries = group.entries.slice(from, from + pieceSize)
      if (count + entries.length > pieceSize) {
        all.push([])
        count = 0
      }
      all.at(-1)?.push({ ...group, key: `${group.key}.${from}`, entries })
      count += entries.length
    }
  return all
}
