import type { CompiledLoop, CompiledOption, CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { allOf, anyOf, backwards, bit, has, onwardFrom, type Steps } from './step-sets.ts'
import { loopsOf, type Ways } from './ways-on.ts'

/** What follows for certain from the connections that need no choice, and with those of which one is taken. */
interface Onward {
  readonly plain: Steps
  readonly on: Steps
}

/** Where a run comes from a step whatever is chosen, as long as a way back is not taken that `isLost`. */
const surelyFrom = (workflow: CompiledWorkflow, ways: readonly Ways[], isLost: (loop: CompiledLoop) => boolean) =>
  backwards(workflow, (step, after) => {
    const { holds = null, certain = [], oneOf = [], isOneTaken = false } = ways[step.index] ?? {}
    const along = (way: number): Steps => after(workflow.connections[way]?.target ?? -1)
    const plain = anyOf(certain.map(along))
    const on = step.loops.some(isLost) ? 0n : plain | (isOneTaken ? allOf(oneOf.map(along)) : 0n)
    const isAsked = step.options.length > 0 && holds !== false
    const chosen = isAsked ? step.options.flatMap(option => byOption(step, option, { plain, on }) ?? []) : []
    // A decision that its condition may rule out is then passed over, and the run goes on as from any other step.
    return allOf(isAsked && holds ? chosen : [...chosen, on])

    /** Null: it leads back, and another has to be taken in the end. */
    function byOption({ choiceByPosition }: CompiledStep, { way, position }: CompiledOption, onward: Onward) {
      const positional = choiceByPosition?.[position]
      switch (way.type) {
        case 'loop':
          return isLost(way.loop) ? 0n : null
        case 'jump':
          return after(way.target)
        case 'connection':
          return along(way.connection)
        case 'open':
          return positional === undefined ? onward.on : onward.plain | along(positional)
      }
    }
  })

/**
 * Whether a run that is at `from`, and that may come to `reached`, comes by a step whatever is chosen; whether it is
 * done there, its condition says. A way back opens again what it leads to: only what follows from there as well stays.
 */
export function certainty(
  workflow: CompiledWorkflow,
  ways: readonly Ways[],
  from: readonly number[],
  reached: ReadonlySet<number>,
): (index: number) => boolean {
  const onward = onwardFrom(workflow)
  const surely = surelyFrom(workflow, ways, ({ source, target }) => !has(onward(target), source))
  const back = workflow.steps.filter(({ index }) => reached.has(index)).flatMap(loopsOf)
  const undone = anyOf(back.map(({ source, target }) => onward(target) & ~surely(target) & ~bit(source)))
  const met = anyOf(from.map(surely)) & ~undone
  return index => has(met, index)
}
