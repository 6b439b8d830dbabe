import type { Outlook, Plan } from '../../executions/ahead/plan.ts'
import { dead, live, over, pending, unresolved } from '../../executions/ahead/marks.ts'
import type { Walk } from '../../executions/ahead/walk.ts'

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

/** What has arrived at a pending step, for the key and for the times. */
interface HalfArrived {
  readonly key: string
  readonly times: readonly number[]
}

/**
 * Which of a pending step's ways have arrived. Of those that nothing can take back, all that matters is whether one is live, and
 * the last to arrive: however many parallel branches end in a join, what was chosen in one is forgotten there.
 */
function arrivedAt(walk: Walk, { workflow, position, isTangled }: Plan, index: number, from: number): HalfArrived {
  const step = workflow.steps[index]
  const parts: string[] = []
  const single: number[] = []
  let isLive = false
  let arrived = 0
  let start = 0
  for (const way of step?.incoming ?? []) {
    if (walk.ways[way] === unresolved) continue
    const { source = -1, min_lag = 0 } = workflow.connections[way] ?? {}
    const since = walk.time[source] ?? 0
    const goesLive = walk.ways[way] === live
    if (isTangled || (position[source] ?? 0) >= from) {
      parts.push(`${way}${goesLive ? '+' : '-'}`)
      single.push(since)
      continue
    }
    parts.push(String(way))
    isLive ||= goesLive
    arrived = Math.max(arrived, since)
    start = Math.max(start, goesLive ? since + min_lag / 60_000 : since)
  }
  const times = step?.condition === null ? [start, ...single] : [arrived, start, ...single]
  return { key: `${parts.join()}${isLive ? '+' : ''}`, times }
}

/** All pending steps that something has arrived at. Tidies the walk's list. */
function halfArrived(walk: Walk, plan: Plan, from: number): readonly HalfArrived[] {
  const isHalf = (index: number) =>
    walk.status[index] === pending &&
    (plan.workflow.steps[index]?.incoming.some(way => walk.ways[way] !== unresolved) ?? false)
  walk.half = [...new Set(walk.half)].filter(isHalf).toSorted((one, other) => one - other)
  return walk.half.map(index => arrivedAt(walk, plan, index, from))
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
function stillAsked(walk: Walk, { lastAsked }: Plan, { from }: Outlook): string {
  const all = Object.entries(walk.variables)
  if (all.length === 0) return ''
  const asked = all
    .filter(([name]) => (lastAsked.get(name) ?? -1) >= from)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  if (asked.length < all.length) walk.variables = Object.fromEntries(asked)
  return JSON.stringify(asked)
}

const joined = (walk: Walk, ways: readonly number[]) =>
  ways.map(way => `${way}${walk.ways[way] === live ? '+' : '-'}`).join()

/** How a walk stands at the step that it would take up next. */
export function standing(walk: Walk, plan: Plan): Standing {
  const { workflow, order } = plan
  const outlook = plan.outlook(walk.open[0] ?? 0)
  const half = halfArrived(walk, plan, outlook.from)
  const entries = outlook.around.flatMap(one => one.entries)
  const forced = outlook.counted.filter(one => !one.isVoluntary)
  const key = [
    walk.open.join(),
    half.map(one => one.key).join(' '),
    stillAsked(walk, plan, outlook),
    `${walk.reached} ${walk.named} ${walk.visited.join()}`,
    forced.map(({ index }) => walk.returned[index]).join(),
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
    times: [delay(walk.latest), ...opened, ...half.flatMap(one => one.times).map(delay), ...entries.map(since)],
    counts: voluntary.map(({ index }) => walk.returned[index] ?? 0),
  }
}
