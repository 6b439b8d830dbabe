import { variableValue } from '../../workflows/json-source.ts'
import type { JsonObject } from '../../workflows/definition.ts'
import type { Outlook, Plan } from './plan.ts'
import { dead, over, pending, unresolved, type Walk } from './walk.ts'

/**
 * How a walk stands at a place. Two walks of one key can go on in exactly the same ways; the one whose numbers are all no larger
 * will end no later, whatever they do.
 */
export interface Standing {
  readonly key: string
  /** Minutes: until each thing that is awaited is over. */
  readonly times: readonly number[]
  /** How often each way back has been taken that only choice takes. */
  readonly counts: readonly number[]
}

/** Pending steps that something has arrived at, with what has. Tidies the walk's list. */
function halfArrived(walk: Walk, { workflow, position }: Plan): readonly number[] {
  const isHalf = (index: number) =>
    walk.status[index] === pending &&
    (workflow.steps[index]?.incoming.some(way => walk.ways[way] !== unresolved) ?? false)
  walk.half = [...new Set(walk.half)]
    .filter(isHalf)
    .toSorted((one, other) => (position[one] ?? 0) - (position[other] ?? 0))
  return walk.half.flatMap(index =>
    (workflow.steps[index]?.incoming ?? []).filter(way => walk.ways[way] !== unresolved),
  )
}

/** Steps that are over or dead and that a loop or a jump may still come upon. Tidies the walk's list. */
function comeUpon(walk: Walk, { position }: Plan, { from, around }: Outlook): readonly number[] {
  const place = walk.open[0] ?? 0
  const isClosed = (index: number) => walk.status[index] === over || walk.status[index] === dead
  walk.ahead = [...new Set(walk.ahead)].filter(index => (position[index] ?? 0) >= from && isClosed(index))
  // What every return makes pending again does not matter, once it is behind.
  const isReset = (index: number) => (position[index] ?? 0) < place && around.every(one => one.isInside.has(index))
  return walk.ahead.filter(index => !isReset(index)).toSorted((one, other) => one - other)
}

/** The variables that may still be asked; the others are forgotten. */
function stillAsked(walk: Walk, { variables }: Outlook): string {
  const known = variables.flatMap(name => {
    const value = variableValue(walk.variables, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  walk.variables = Object.fromEntries(known) as JsonObject
  return JSON.stringify(known)
}

const joined = (walk: Walk, ways: readonly number[]) =>
  ways.map(way => `${way}${walk.ways[way] === 1 ? '+' : '-'}`).join()

/** How a walk stands at the step that it would take up next. */
export function standing(walk: Walk, plan: Plan): Standing {
  const { workflow, order } = plan
  const outlook = plan.outlook(walk.open[0] ?? 0)
  const half = halfArrived(walk, plan)
  const entries = outlook.around.flatMap(one => one.entries)
  const forced = outlook.counted.filter(one => !one.isVoluntary)
  const key = [
    walk.open.join(),
    joined(walk, half),
    stillAsked(walk, outlook),
    `${walk.reached} ${walk.named} ${walk.visited.join()}`,
    forced.map(({ loop }) => walk.loops[loop.key] ?? 0).join(),
    joined(walk, entries),
    plan.mayComeUpon
      ? comeUpon(walk, plan, outlook)
          .map(index => `${index}${walk.status[index] === dead ? 'd' : ''}`)
          .join()
      : '',
    plan.isTangled ? walk.ways.join('') : '',
  ].join('|')
  const opened = walk.open.map(position => walk.time[order[position] ?? -1] ?? 0)
  const soonest = Math.min(...opened)
  // What was over before anything can go on delays nothing.
  const delay = (time: number) => Math.max(soonest, time)
  const since = (way: number) => delay(walk.time[workflow.connections[way]?.source ?? -1] ?? 0)
  const voluntary = outlook.counted.filter(one => one.isVoluntary)
  return {
    key,
    times: [delay(walk.latest), ...opened, ...half.map(since), ...entries.map(since)],
    counts: voluntary.map(({ loop }) => walk.loops[loop.key] ?? 0),
  }
}
