import { waysOn } from '@hidesync/domain/executions/ways'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import { variablesOf } from '@hidesync/domain/workflows/condition'
import type { JsonObject } from '@hidesync/domain/workflows/definition'

/** A way out of a step as a map shows it; what leads to several steps is one way. Targets are positions of steps. */
export interface MapWay {
  /** `depends`: of its targets one is taken, or none, by what was chosen before. */
  readonly kind: 'plain' | 'option' | 'depends' | 'fallback' | 'loop'
  /** The option's words. */
  readonly label: string | null
  readonly targets: readonly [number, ...number[]]
  /** Whether one of the targets is taken in any case. */
  readonly isExhaustive: boolean
  /** Decisions that it depends on, by their positions. */
  readonly asks: readonly number[]
  /** It leads on; otherwise back to what lies before. */
  readonly isForward: boolean
}

/** Where one thing leads, before ways of the same kind are put together. */
type Way = Pick<MapWay, 'kind' | 'label'> & { readonly target: number; readonly way?: number }

function optionWays(workflow: CompiledWorkflow, step: CompiledStep, option: CompiledOption, known: JsonObject): Way[] {
  const label = option.definition.option_text
  if (option.way.type === 'loop') return [{ kind: 'option', label, target: option.way.loop.target }]
  return waysOn(workflow, step, option, known).map(target => ({ kind: 'option', label, target }))
}

const kindOf = (workflow: CompiledWorkflow, way: number): Way['kind'] => {
  const type = workflow.connections[way]?.definition.connection_type
  return type === 'fallback' ? 'fallback' : type === 'conditional' ? 'depends' : 'plain'
}

/** The decisions that set what a connection asks. */
function decisionsAsked({ connections, steps }: CompiledWorkflow, way: number): number[] {
  const condition = connections[way]?.condition ?? null
  const names = condition === null ? [] : variablesOf(condition)
  const sets = ({ action }: CompiledOption) => names.some(name => Object.hasOwn(action.set_variable, name))
  return steps.filter(({ options }) => options.some(option => sets(option))).map(({ index }) => index)
}

/** The ways out of a step: its options first, then its connections, then what leads back. */
export function waysOf(workflow: CompiledWorkflow, step: CompiledStep, known: JsonObject): MapWay[] {
  const options = step.options.flatMap(option => optionWays(workflow, step, option, known))
  const named = new Set(options.map(({ target }) => target))
  const connections = step.outgoing.flatMap((way): Way[] => {
    const target = workflow.connections[way]?.target
    if (target === undefined || named.has(target)) return []
    named.add(target)
    return [{ kind: kindOf(workflow, way), label: null, target, way }]
  })
  const loops = step.loops
    .filter(({ target }) => !options.some(option => option.target === target))
    .map(({ target }): Way => ({ kind: 'loop', label: null, target }))
  const rank = (index: number) => workflow.rank[index] ?? index
  const isForward = (way: Way) => way.kind !== 'loop' && rank(way.target) > rank(step.index)
  const together = new Map<string, MapWay>()
  for (const way of [...options, ...connections, ...loops]) {
    const { kind, label, target } = way
    const key = [kind, label, isForward(way)].join('\n')
    const before = together.get(key)
    const asks = way.way === undefined ? [] : decisionsAsked(workflow, way.way)
    together.set(key, {
      kind,
      label,
      targets: before === undefined ? [target] : [...before.targets, target],
      isExhaustive: step.groupDefault !== null,
      asks: [...new Set([...(before?.asks ?? []), ...asks])],
      isForward: isForward(way),
    })
  }
  return [...together.values()]
}
