import type { ConflictResolution, Upstream } from '@hidesync/contract/community/proposal.schemas'
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import type { Command } from 'commander'
import { CliError, usageError } from '../command-line/cli-error.ts'
import type { CliContext } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { askChoice } from '../terminal/prompts.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural, sayCode } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'
import { sayValue } from '../workflows/describe-changes.ts'

export type Conflict = Upstream['conflicts'][number]
type Side = ConflictResolution['take']

/** Whose the two sides are, such as “your copy” and “the original”. */
export interface Sides {
  readonly ours: string
  readonly theirs: string
}

export interface SideOptions {
  readonly ours?: readonly string[]
  readonly theirs?: readonly string[]
}

/** What a person types to name a conflict: `step/12/instructions`, or `step/12` where the whole part is at stake. */
export const conflictKey = ({ part, id, field }: Pick<Conflict, 'part' | 'id' | 'field'>): string =>
  `${part}/${id}${field === null ? '' : `/${field}`}`

const gather = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

/** Adds the options that decide conflicts. */
export const addSides = (command: Command, { ours, theirs }: Sides): Command =>
  command
    .option('--ours <conflict>', `Keep what ${ours} says, here, or in “all” (repeat it for several).`, gather)
    .option('--theirs <conflict>', `Take what ${theirs} says, here, or in “all” (repeat it for several).`, gather)

/** The sides of a conflict below its name. Where one side removed the part, its fields say nothing to a person. */
function describeConflict({ width, style }: Terminal, conflict: Conflict, sides: Sides): string[] {
  const { field, base, ours, theirs } = conflict
  const said = (value: JsonValue) =>
    field !== null ? sayValue(value) : value === null ? 'removed it' : 'changed it, or uses it'
  const what = field === null ? '' : `: ${sayCode(field)}`
  const row = (title: string, text: string) => wrap(text, width, `    ${title}: `)
  return [
    ...wrap(`${style.strong(`${cleanLine(conflict.name)}${what}`)} (${conflictKey(conflict)})`, width, '! '),
    ...(field === null ? [] : row('before', said(base))),
    ...row(`ours, ${sides.ours}`, said(ours)),
    ...row(`theirs, ${sides.theirs}`, said(theirs)),
  ]
}

/** Everything that both sides changed, each in its own way. */
export function describeConflicts(terminal: Terminal, conflicts: readonly Conflict[], sides: Sides): string {
  const heading = `${plural(conflicts.length, 'conflict')}, changed on both sides:`
  return [heading, ...conflicts.flatMap(conflict => describeConflict(terminal, conflict, sides))].join('\n')
}

/** What the options say of a conflict; one by name counts more than “all”. */
function sideOf(key: string, { ours = [], theirs = [] }: SideOptions): Side | null {
  for (const name of [key, 'all']) {
    if (ours.includes(name)) return 'ours'
    if (theirs.includes(name)) return 'theirs'
  }
  return null
}

function refuseUnclear(conflicts: readonly Conflict[], { ours = [], theirs = [] }: SideOptions): void {
  const twice = ours.find(name => theirs.includes(name))
  if (twice !== undefined) throw usageError(`“${cleanLine(twice)}” can not go both ways: give --ours or --theirs.`)
  const known = ['all', ...conflicts.map(conflictKey)]
  const unknown = [...ours, ...theirs].find(name => !known.includes(name))
  if (unknown === undefined) return
  const there = conflicts.length === 0 ? 'There are none.' : `There are ${known.slice(1).join(', ')}.`
  throw usageError(`“${cleanLine(unknown)}” is no conflict here. ${there}`)
}

/** A side for each conflict that the options name. Throws where they name one that is not there. */
export function resolutionsOf(conflicts: readonly Conflict[], options: SideOptions): readonly ConflictResolution[] {
  refuseUnclear(conflicts, options)
  return conflicts.flatMap(conflict => {
    const take = sideOf(conflictKey(conflict), options)
    const { part, id, field } = conflict
    return take === null ? [] : [{ part, id, field, take }]
  })
}

/** A side for every conflict: as the options say, else as a person answers; where nobody can, a refusal that lists what is left. */
export async function decideConflicts(
  { terminal, json }: CliContext,
  conflicts: readonly Conflict[],
  options: SideOptions,
  sides: Sides,
): Promise<ConflictResolution[]> {
  const decided = [...resolutionsOf(conflicts, options)]
  const known = new Set(decided.map(one => conflictKey({ ...one, field: one.field ?? null })))
  const left = conflicts.filter(conflict => !known.has(conflictKey(conflict)))
  if (left.length > 0 && (json || !terminal.interactive)) {
    if (!json) terminal.err(describeConflicts(terminal, left, sides))
    const errors = left.map(one => ({ path: conflictKey(one), message: `${one.name} changed on both sides.` }))
    const text = `${plural(left.length, 'conflict')} to decide: give --ours or --theirs, for each or for “all”.`
    throw new CliError('cli.conflicts', text, 5, json ? errors : undefined)
  }
  for (const conflict of left) {
    const { part, id, field } = conflict
    terminal.out(describeConflict(terminal, conflict, sides).join('\n'))
    const choices = [
      { name: `Ours: ${sides.ours}`, value: 'ours' as const },
      { name: `Theirs: ${sides.theirs}`, value: 'theirs' as const },
    ]
    const take = await askChoice<Side>(terminal, 'Which counts?', choices, 'Give --ours or --theirs.')
    decided.push({ part, id, field, take })
  }
  return decided
}
