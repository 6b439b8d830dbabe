import { noAction, parseAction, type Action } from './action.ts'
import { defaultLoopLimit } from './compile-connections.ts'
import type { CompiledConnection, CompiledLoop, CompiledOption, OptionWay } from './compiled.ts'
import type { DecisionOption, StepDefinition } from './definition.ts'
import type { Reach } from './reach.ts'

/** Where a decision stands in its graph. */
interface Place {
  readonly id: number
  readonly index: number
  readonly indexOf: ReadonlyMap<number, number>
  readonly outgoing: readonly CompiledConnection[]
  readonly loops: readonly CompiledLoop[]
  readonly reach: Reach
}

const actionOf = ({ result_action }: DecisionOption): Action => {
  const parsed = result_action === null ? null : parseAction(result_action)
  return parsed?.ok ? parsed.action : noAction
}

/** A connection to the named step is the way; else a step before is looped back to, and any other jumped to. */
function wayOf(action: Action, place: Place): OptionWay {
  const target = action.goto_step === null ? undefined : place.indexOf.get(action.goto_step)
  if (target === undefined) return { type: 'open' }
  const connection = place.outgoing.find(one => one.target === target)
  if (connection !== undefined) return { type: 'connection', connection: connection.index }
  const loop = place.loops.find(one => one.target === target)
  if (loop !== undefined) return { type: 'loop', loop }
  if (!place.reach.leads(target, place.index)) return { type: 'jump', target }
  const key = `${place.id}>${action.goto_step}`
  return {
    type: 'loop',
    loop: { key, source: place.index, target, limit: defaultLoopLimit, condition: null, min_lag: 0, max_lag: null },
  }
}

/** A decision's options by display order, with where each leads; without a place, their actions alone. */
export function compileOptions(step: StepDefinition, place?: Place): CompiledOption[] {
  return step.decision_options
    .toSorted((one, other) => one.display_order - other.display_order)
    .map((definition, position) => {
      const action = actionOf(definition)
      return { definition, position, action, way: place ? wayOf(action, place) : { type: 'open' } }
    })
}
