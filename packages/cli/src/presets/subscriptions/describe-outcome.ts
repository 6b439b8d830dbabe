import { cleanLine } from '../../terminal/clean-text.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { plural } from '../../terminal/words.ts'
import { wrap } from '../../terminal/wrap.ts'
import type { Outcome } from './carry-out.ts'

const quoted = (text: string): string => `“${cleanLine(text)}”`

const sentences: Record<Exclude<Outcome['action'], 'current' | 'same'>, (outcome: Outcome, dry: boolean) => string> = {
  imported: ({ title, workflow_id, detail }, dry) =>
    dry ? `${quoted(title)} is new.` : `Imported ${quoted(detail ?? title)} as workflow ${workflow_id}.`,
  updated: ({ title, workflow_id, detail }, dry) =>
    dry
      ? `${quoted(title)} has a newer version for workflow ${workflow_id}.`
      : `Updated workflow ${workflow_id}, ${cleanLine(detail ?? title)}.`,
  copied: ({ title, workflow_id, detail }, dry) =>
    dry
      ? `${quoted(title)} has a newer version; you edited workflow ${workflow_id}, so that it would come as a copy.`
      : `Imported the newer version as ${quoted(detail ?? title)}, workflow ${workflow_id}. What you edited stays.`,
  edited: ({ title, workflow_id }) =>
    `${quoted(title)} has a newer version, but you edited workflow ${workflow_id}: left as it is. With --copies it comes as a copy.`,
  deleted: ({ title }) => `${quoted(title)} has a newer version, but you deleted your workflow: left alone.`,
  failed: ({ title, detail }) => `${quoted(title)} was not taken over: ${cleanLine(detail ?? '')}`,
}

const marks = { imported: '+', updated: '~', copied: '+', edited: '!', deleted: '-', failed: '!' } as const

/** A line about an entry; nothing about one that says nothing new. */
export function describeOutcome(terminal: Terminal, outcome: Outcome, dry: boolean): string | null {
  const { action } = outcome
  if (action === 'current' || action === 'same') return null
  const lines = wrap(sentences[action](outcome, dry), terminal.width, `${marks[action]} `)
  return lines.join('\n')
}

/** The sum over all entries. */
export function describeSum(outcomes: readonly Outcome[], dry: boolean): string {
  const count = (...actions: readonly Outcome['action'][]) =>
    outcomes.filter(({ action }) => actions.includes(action)).length
  const said = [
    [count('imported', 'copied'), dry ? 'to import' : 'imported'],
    [count('updated'), dry ? 'to update' : 'updated'],
    [count('edited', 'deleted'), 'left alone'],
    [count('failed'), 'failed'],
    [count('same'), 'that you have already'],
    [count('current'), 'up to date'],
  ] as const
  const sum = said.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`])).join(', ')
  return `${plural(outcomes.length, 'preset')}${sum === '' ? '' : `: ${sum}`}.${dry ? ' Nothing was stored.' : ''}`
}
