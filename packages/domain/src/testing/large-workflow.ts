import type { ConnectionDefinition, StepDefinition, StepResource, WorkflowDefinition } from '../workflows/definition.ts'
import { aConnection, aDecision, anOutcome, aStep, aWorkflow } from './build-workflow.ts'

const resource = (id: number, type: 'material' | 'tool', name: string): StepResource => ({
  id,
  resource_type: type,
  name,
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: 2,
  unit: 'piece',
  notes: null,
  is_optional: false,
})

const sectionLength = 25

/** One part of a large piece of work: a choice, two branches at once, conditions, a check with rework, a round that repeats. */
function section(first: number): { readonly steps: StepDefinition[]; readonly connections: ConnectionDefinition[] } {
  const at = (offset: number) => first + offset
  const variable = `joint ${first}`
  const chosen = (value: string, step: number) => ({
    result_action: { set_variable: { [variable]: value }, goto_step: at(step) },
  })
  const steps = Array.from({ length: sectionLength }, (_, offset) => {
    const id = at(offset)
    if (offset === 1)
      return aDecision(id, [{ ...chosen('box', 2), is_default: true }, chosen('dovetail', 3), chosen('rabbet', 4)])
    const type = offset === 15 ? 'quality_check' : offset === 19 ? 'time' : 'instruction'
    const resources =
      offset % 5 === 0 ? [resource(id * 2, 'material', `Board ${id}`), resource(id * 2 + 1, 'tool', `Saw ${id}`)] : []
    return aStep(id, { step_type: type, resources })
  })
  const link = (source: number, target: number, changes: Partial<ConnectionDefinition> = {}) =>
    aConnection(at(source), at(target), { id: 1_000_000 + first * 1_000 + source * 30 + target, ...changes })
  const connections = [
    link(0, 1),
    ...[2, 3, 4].map(target => link(1, target, { connection_type: 'choice' })),
    ...[2, 3, 4].map(source => link(source, 5)),
    // Two branches that are worked on side by side.
    ...[6, 9].map(target => link(5, target, { connection_type: 'parallel' })),
    ...[6, 7, 9, 10].map(source => link(source, source + 1)),
    ...[8, 11].map(source => link(source, 12)),
    link(12, 13, { connection_type: 'conditional', condition: { [variable]: { in: ['box', 'dovetail'] } } }),
    link(12, 14, { connection_type: 'conditional', is_default: true }),
    ...[13, 14].map(source => link(source, 15)),
    link(15, 17),
    link(15, 16, { connection_type: 'fallback' }),
    link(16, 15, { connection_type: 'loop', max_iterations: 3 }),
    link(16, 17),
    ...[17, 18, 19, 20, 21, 22, 23].map(source => link(source, source + 1)),
    link(22, 20, { connection_type: 'loop', max_iterations: 2 }),
  ]
  return { steps, connections }
}

/** A workflow of about so many steps with the mix that real ones have, in which there is nothing to find. */
export function aLargeWorkflow(length: number): WorkflowDefinition {
  const count = Math.floor(length / sectionLength)
  const sections = Array.from({ length: count }, (_, index) => section(1 + index * sectionLength))
  const steps = sections.flatMap(part => part.steps)
  const joints = sections
    .slice(1)
    .map((_, index) => aConnection((index + 1) * sectionLength, (index + 1) * sectionLength + 1, { id: index + 1 }))
  const last = steps.length
  return aWorkflow(
    steps.map(step => (step.id === last ? { ...step, is_outcome: true, outcome_id: 1 } : step)),
    [...joints, ...sections.flatMap(part => part.connections)],
    [anOutcome(1, { is_default: true })],
  )
}
