import { shown, type Faults } from './faults.ts'
import { idKey, isLocalId, namesIn, outcomeIndex, type NamingField } from './local-ids.ts'
import type { LocalId, PresetStep, PresetWorkflow } from './preset.ts'

const label = (step: PresetStep, index: number): string =>
  `Step ${index + 1}${step.name === '' ? '' : ` “${step.name.slice(0, 60)}”`}`

/** A part that others can name: its local id, its number as people count, and where it lies in the workflow. */
interface Identified {
  readonly id: LocalId | null
  readonly number: string
  readonly at: string
}

/** Ids that two of the same kind carry. */
function checkDuplicates(faults: Faults, noun: string, parts: readonly Identified[]): void {
  const first = new Map<string, Identified>()
  for (const part of parts) {
    if (part.id === null || part.id === '') continue
    const earlier = first.get(idKey(part.id))
    if (earlier === undefined) first.set(idKey(part.id), part)
    else {
      const message = `${noun} ${part.number} has the same id ${shown(part.id)} as ${noun.toLowerCase()} ${earlier.number}; ids must differ.`
      faults.add(`/workflow/${part.at}/id`, 'preset.duplicate_id', message)
    }
  }
}

const identified = (kind: 'steps' | 'outcomes' | 'paths', parts: readonly { readonly id: LocalId | null }[]) =>
  parts.map(({ id }, index): Identified => ({ id, number: `${index + 1}`, at: `${kind}/${index}` }))

const identifiedWithin = (kind: 'decision_options' | 'resources', steps: readonly PresetStep[]) =>
  steps.flatMap((step, s) =>
    step[kind].map(({ id }, index): Identified => ({
      id,
      number: `${index + 1} of step ${s + 1}`,
      at: `steps/${s}/${kind}/${index}`,
    })),
  )

function checkOutcomeNames(faults: Faults, workflow: PresetWorkflow): void {
  const first = new Map<string, number>()
  workflow.outcomes.forEach(({ name }, index) => {
    const key = name.trim().toLowerCase()
    const earlier = first.get(key)
    if (key === '' || earlier === undefined) first.set(key, index)
    else {
      const message = `Outcome ${index + 1} has the same name “${name}” as outcome ${earlier + 1}; names must differ.`
      faults.add(`/workflow/outcomes/${index}/name`, 'preset.duplicate_name', message)
    }
  })
}

function checkConnections(faults: Faults, workflow: PresetWorkflow, steps: ReadonlySet<string>): void {
  workflow.connections.forEach((connection, index) => {
    const ends = { source: connection.source_step, target: connection.target_step }
    for (const [end, id] of Object.entries(ends))
      if (id !== '' && !steps.has(idKey(id))) {
        const path = `/workflow/connections/${index}/${end}_step`
        const message = `Invalid ${end} step in connection: ${String(id)}. Connection ${index + 1} names a step that is not in this preset.`
        faults.add(path, 'preset.unknown_step', message)
      }
  })
}

function checkPaths(faults: Faults, workflow: PresetWorkflow, steps: ReadonlySet<string>): void {
  workflow.paths.forEach((path, index) => {
    const where = `Path ${index + 1}${path.name === '' ? '' : ` “${path.name.slice(0, 60)}”`}`
    const seen = new Set<string>()
    const orders = new Set<number>()
    path.steps.forEach(({ step, step_order }, i) => {
      if (orders.has(step_order)) {
        const message = `${where}: two of its steps have the \`step_order\` ${step_order}.`
        faults.add(`/workflow/paths/${index}/steps/${i}/step_order`, 'preset.duplicate_order', message)
      }
      orders.add(step_order)
      const at = `/workflow/paths/${index}/steps/${i}/step`
      const again = seen.has(idKey(step))
      seen.add(idKey(step))
      if (step === '') return
      if (!steps.has(idKey(step)))
        faults.add(at, 'preset.unknown_step', `${where} names step ${shown(step)}, which is not in this preset.`)
      else if (again) faults.add(at, 'preset.duplicate_step', `${where} names step ${shown(step)} twice.`)
    })
  })
}

/** Whether the steps' parents lead back to themselves. */
function checkParents(faults: Faults, workflow: PresetWorkflow): void {
  const parentOf = new Map(workflow.steps.map(step => [idKey(step.id), step.parent_step]))
  const safe = new Set<string>()
  workflow.steps.forEach((step, index) => {
    const seen = new Set<string>()
    let at: LocalId | null | undefined = step.id
    while (at !== null && at !== undefined && !safe.has(idKey(at)) && !seen.has(idKey(at))) {
      seen.add(idKey(at))
      at = parentOf.get(idKey(at))
    }
    if (at !== null && at !== undefined && at !== '' && seen.has(idKey(at))) {
      const message = `${label(step, index)} is, by its parents, part of itself.`
      faults.add(`/workflow/steps/${index}/parent_step`, 'preset.parent_cycle', message)
    }
    for (const id of seen) safe.add(id)
  })
}

interface Known {
  readonly faults: Faults
  /** Whether there is a step, or an outcome, of that local id. */
  readonly exists: Record<NamingField, (id: LocalId) => boolean>
}

function checkActions({ faults, exists }: Known, step: PresetStep, index: number): void {
  step.decision_options.forEach((option, i) => {
    for (const { field, value } of namesIn(option.result_action)) {
      if (isLocalId(value) && exists[field](value)) continue
      const [noun, code] =
        field === 'goto_step'
          ? (['step', 'preset.unknown_step'] as const)
          : (['outcome', 'preset.unknown_outcome'] as const)
      const where = `Option ${i + 1} “${option.option_text.slice(0, 60)}” of ${label(step, index).replace('Step', 'step')}`
      const path = `/workflow/steps/${index}/decision_options/${i}/result_action`
      faults.add(path, code, `${where}: \`${field}\` names ${shown(value)}, which is no ${noun} of this preset.`)
    }
  })
}

function checkStep(known: Known, step: PresetStep, index: number): void {
  const { faults, exists } = known
  const path = `/workflow/steps/${index}`
  if (step.parent_step !== null && !exists.goto_step(step.parent_step)) {
    const message = `${label(step, index)}: \`parent_step\` names step ${shown(step.parent_step)}, which is not in this preset.`
    faults.add(`${path}/parent_step`, 'preset.unknown_step', message)
  }
  if (step.outcome !== null && !exists.complete_with_outcome(step.outcome)) {
    const message = `${label(step, index)}: \`outcome\` names ${shown(step.outcome)}, which is no outcome of this preset.`
    faults.add(`${path}/outcome`, 'preset.unknown_outcome', message)
  }
  checkActions(known, step, index)
}

/** Everything in the graph that names something else in it, checked against what is there. */
export function checkReferences(faults: Faults, workflow: PresetWorkflow): void {
  const steps = new Set(workflow.steps.map(({ id }) => idKey(id)))
  const exists: Known['exists'] = {
    goto_step: id => steps.has(idKey(id)),
    complete_with_outcome: id => outcomeIndex(workflow.outcomes, id) !== undefined,
  }
  checkDuplicates(faults, 'Step', identified('steps', workflow.steps))
  checkDuplicates(faults, 'Outcome', identified('outcomes', workflow.outcomes))
  checkDuplicates(faults, 'Path', identified('paths', workflow.paths))
  checkDuplicates(faults, 'Option', identifiedWithin('decision_options', workflow.steps))
  checkDuplicates(faults, 'Resource', identifiedWithin('resources', workflow.steps))
  checkOutcomeNames(faults, workflow)
  checkConnections(faults, workflow, steps)
  checkParents(faults, workflow)
  checkPaths(faults, workflow, steps)
  workflow.steps.forEach((step, index) => checkStep({ faults, exists }, step, index))
}
