import type { CompiledStep, CompiledWorkflow } from '../compiled.ts'
import type { Finding } from '../finding.ts'
import { aboutStep, named, namesOf, type Subject } from './findings.ts'

/** Steps that the search for joins may look at in all; a workflow of thousands of forks is not searched to the end. */
const budget = 500_000

/** Follows all branches at once until they have met, directly or through one another; the number of steps looked at. */
function meet(
  workflow: CompiledWorkflow,
  branches: readonly number[],
): { readonly met: boolean; readonly looked: number } {
  const group = new Map(branches.map(step => [step, step]))
  const owner = new Map(branches.map(step => [step, step]))
  const root = (branch: number): number => {
    let at = branch
    for (let up = group.get(at); up !== undefined && up !== at; up = group.get(at)) at = up
    return at
  }
  let apart = owner.size
  const queue = [...branches]
  for (let position = 0; position < queue.length && apart > 1; position += 1) {
    const step = queue[position] ?? -1
    const mine = root(owner.get(step) ?? step)
    for (const way of workflow.steps[step]?.outgoing ?? []) {
      const target = workflow.connections[way]?.target ?? step
      const other = owner.get(target)
      if (other === undefined) {
        owner.set(target, mine)
        queue.push(target)
      } else if (root(other) !== mine) {
        group.set(root(other), mine)
        apart -= 1
      }
    }
  }
  return { met: apart <= 1, looked: queue.length }
}

const branchesOf = (workflow: CompiledWorkflow, step: CompiledStep): readonly number[] => {
  if (step.plain.length < 2) return []
  const free = step.plain.flatMap(way => {
    const connection = workflow.connections[way]
    return connection !== undefined && connection.condition === null ? [connection.target] : []
  })
  return [...new Set(free)]
}

/** Parallel branches that never meet again: the execution is done only when all of them are. */
export function forkFindings(subject: Subject, workflow: CompiledWorkflow): Finding[] {
  let left = budget
  return workflow.steps.flatMap(step => {
    const branches = branchesOf(workflow, step)
    if (branches.length < 2 || left <= 0) return []
    const { met, looked } = meet(workflow, branches)
    left -= looked
    if (met) return []
    const names = namesOf(branches.flatMap(branch => workflow.steps[branch]?.definition ?? []))
    const message = `The branches after ${named(step.definition)} (${names}) never join again: lead them to one step.`
    return [aboutStep(subject, step.definition, { code: 'WF-G07', severity: 'warning', message })]
  })
}
