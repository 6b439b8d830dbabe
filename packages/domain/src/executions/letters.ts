import type { ConnectionState, StepStatus } from './state.ts'

/** How the state's strings spell what a step or a connection is: by the first letter. */
const stepByLetter: Readonly<Record<string, StepStatus>> = {
  p: 'pending',
  r: 'ready',
  a: 'active',
  c: 'completed',
  s: 'skipped',
  f: 'failed',
  d: 'dead',
}
const connectionByLetter: Readonly<Record<string, ConnectionState>> = { u: 'unresolved', l: 'live', d: 'dead' }

export const stepAt = (steps: string, index: number): StepStatus => stepByLetter[steps.charAt(index)] ?? 'pending'

export const connectionAt = (connections: string, index: number): ConnectionState =>
  connectionByLetter[connections.charAt(index)] ?? 'unresolved'

/** The text with some letters replaced, in one pass whatever their number. */
export function replaceLetters(text: string, changes: ReadonlyMap<number, string>): string {
  if (changes.size === 0) return text
  const parts: string[] = []
  let from = 0
  for (const index of [...changes.keys()].toSorted((one, other) => one - other)) {
    parts.push(text.slice(from, index), (changes.get(index) ?? '').charAt(0))
    from = index + 1
  }
  parts.push(text.slice(from))
  return parts.join('')
}

export const isSettled = (status: StepStatus): boolean =>
  status === 'completed' || status === 'skipped' || status === 'failed'
