import { describe, expect, it } from 'vitest'
import {
  aConnection as link,
  aDecision,
  anOutcome,
  anOutcomeStep,
  as,
  aStep,
  aWorkflow,
  sets,
} from '../../testing/build-workflow.ts'
import { checked, faultyRuns, fork, usual } from '../../testing/faulty-runs.ts'
import type { WorkflowDefinition } from '../definition.ts'
import type { Finding } from '../finding.ts'
import { validateDefinition } from '../validate.ts'

const found = (definition: WorkflowDefinition, code: string): Finding[] =>
  validateDefinition(definition).filter(finding => finding.code === code)
const brief = ({ severity, path, certainty }: Finding) => [severity, path, certainty].filter(Boolean).join(' ')

describe('the validation of all runs', () => {
  it.each(faultyRuns)('tells of %s', (...[, definition, code, expected, text]) => {
    const [finding] = found(definition, code)
    expect(finding === undefined ? null : brief(finding)).toBe(expected)
    expect(finding?.message).toMatch(text)
    expect(finding?.message).toMatch(/^[A-Z“].*\.$/)
  })

  it('tells the way to it as a story', () => {
    expect(found(checked, 'WF-G11')[0]?.story).toEqual(['Step 1', 'Inspection fails', 'then nothing follows'])
  })

  it('is content where the conditions cover every value that options set', () => {
    const covered = aWorkflow(
      [aDecision(1, [sets('wood', 'oak', usual), sets('wood', 'ash')]), aStep(2), aStep(3), aStep(4)],
      [
        link(1, 2),
        link(2, 3, as('conditional', { condition: { wood: 'oak' } })),
        link(2, 4, as('conditional', { condition: { not: { wood: 'oak' } } })),
      ],
    )
    expect(validateDefinition(covered)).toEqual([])
  })

  it('knows that a variable is set where both branches that set variables are awaited', () => {
    const { connections } = fork()
    const joined = aWorkflow(
      [
        aStep(1),
        aDecision(2, [sets('wood', 'oak', usual), sets('wood', 'ash')]),
        aDecision(3, [sets('glue', 'hide', usual), sets('glue', 'fish')]),
        aStep(4),
        aStep(5),
        aStep(6),
      ],
      [
        ...connections,
        link(4, 5, as('conditional', { condition: { all: [{ wood: 'oak' }, { glue: 'hide' }] } })),
        link(4, 6, as('conditional', { condition: { any: [{ wood: 'ash' }, { glue: 'fish' }] } })),
      ],
    )
    expect(validateDefinition(joined)).toEqual([])
  })

  it('is content with rework that goes on after its last round', () => {
    const rework = aWorkflow(
      [aStep(1), aStep(2, { step_type: 'quality_check' }), aStep(3), anOutcomeStep(4)],
      [link(1, 2), link(2, 4), link(2, 3, as('fallback')), link(3, 2, as('loop', { max_iterations: 3 })), link(3, 4)],
      [anOutcome(1)],
    )
    expect(validateDefinition(rework)).toEqual([])
  })
})
