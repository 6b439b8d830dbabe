import type { Finding } from '../finding.ts'
import { aboutStep, named, type Subject } from './findings.ts'

/** Steps that are part of themselves, directly or by way of others: no outline could show them. One finding a circle. */
export function hierarchyFindings(subject: Subject): Finding[] {
  const { definition, stepById } = subject
  const walked = new Map<number, number>()
  return definition.steps.flatMap((step, walk) => {
    let at = step
    for (;;) {
      const before = walked.get(at.id)
      if (before !== undefined) {
        if (before !== walk) return []
        break
      }
      walked.set(at.id, walk)
      const parent = at.parent_step_id === null ? undefined : stepById.get(at.parent_step_id)
      if (parent === undefined) return []
      at = parent
    }
    const parent = stepById.get(at.parent_step_id ?? at.id)
    const message =
      parent === at
        ? `${named(at)} is its own parent: a step can't be part of itself.`
        : `${named(at)} is part of ${named(parent)}, which is by its own parents part of ${named(at)}: take one of them out.`
    const [finding] = [
      aboutStep(subject, at, { code: 'WF-G08', severity: 'error', fatal: true, field: 'parent_step_id', message }),
    ]
    const fix = {
      title: `Take ${named(at)} out of its parent`,
      edits: [{ type: 'set_field' as const, path: finding.path, value: null }],
    }
    return [{ ...finding, fix }]
  })
}
