import { waysOn } from '@hidesync/domain/executions/ways'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { JsonObject } from '@hidesync/domain/workflows/definition'

/** A way out of a step as a map shows it; targets are positions of steps. */
export interface MapWay {
  readonly kind: 'plain' | 'option' | 'condition' | 'otherwise' | 'fallback' | 'loop'
  /** The option's words. */
  readonly label: string | null
  readonly target: number
  /** It leads on; otherwise back to what lies before. */
  readonly isForward: boolean
}

type Way = Omit<MapWay, 'isForward'>

function optionWays(workflow: CompiledWorkflow, step: CompiledStep, option: CompiledOption, known: JsonObject): Way[] {
  const label = option.definition.option_text
  if (option.way.type === 'loop') return [{ kind: 'option', label, target: option.way.loop.target }]
  return waysOn(workflow, step, option, known).map(target => ({ kind: 'option', label, target }))
}

const kindOf = (workflow: CompiledWorkflow, way: number): Way['kind'] => {
  const definition = workflow.connections[way]?.definition
  switch (definition?.connection_type) {
    case 'fallback':
      return 'fallback'
    case 'conditional':
      return definition.is_default ? 'otherwise' : 'condition'
    default:
      return 'plain'
  }
}

/** The ways out of a step: its options first, then its connections, then what leads back. */
export function waysOf(workflow: CompiledWorkflow, step: CompiledStep, known: JsonObject): MapWay[] {
  const options = step.options.flatMap(option => optionWays(workflow, step, option, known))
  const named = new Set(options.map(({ target }) => target))
  const connections = step.outgoing.flatMap((way): Way[] => {
    const target = workflow.connections[way]?.target
    if (target === undefined || named.has(target)) return []
    named.add(target)
    return [{ kind: kindOf(workflow, way), label: null, target }]
  })
  const loops = step.loops
    .filter(({ target }) => !options.some(option => option.target === target))
    .map(({ target }): Way => ({ kind: 'loop', label: null, target }))
  const rank = (index: number) => workflow.rank[index] ?? index
  return [...options, ...connections, ...loops].map(way => ({
    ...way,
    isForward: way.kind !== 'loop' && rank(way.target) > rank(step.index),
  }))
}
