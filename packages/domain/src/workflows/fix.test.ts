import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryWorkflowOf } from '../testing/arbitrary-workflow.ts'
import {
  aChain,
  aConnection as link,
  aDecision,
  anOutcome,
  anOutcomeStep,
  as,
  aStep,
  aWorkflow,
  goto,
} from '../testing/build-workflow.ts'
import { faultyRuns } from '../testing/faulty-runs.ts'
import type { WorkflowDefinition } from './definition.ts'
import type { Finding } from './finding.ts'
import { applyFix } from './fix.ts'
import { validateDefinition } from './validate.ts'

describe('fixes', () => {
  const same = (finding: Finding) => `${finding.code} ${finding.message}`

  /** Every finding that has a fix, with what is found once it is applied. */
  function expectFixesToWork(definition: WorkflowDefinition): number {
    const fixable = validateDefinition(definition).filter(finding => finding.fix !== undefined)
    const left = fixable.filter(finding =>
      validateDefinition(applyFix(definition, finding.fix!)).map(same).includes(same(finding)),
    )
    expect(left.map(same)).toEqual([])
    return fixable.length
  }

  it('make their findings go', () => {
    const chain = aChain(4)
    const dead = aWorkflow(
      [aStep(1), aStep(2), anOutcomeStep(3)],
      [link(1, 2, as('parallel')), link(1, 3, as('parallel'))],
      [anOutcome(1)],
    )
    const broken: readonly WorkflowDefinition[] = [
      { ...chain, connections: [...chain.connections, link(4, 1)] },
      { ...chain, connections: [...chain.connections, link(2, 2)] },
      { ...chain, connections: [...chain.connections, link(2, 9)] },
      { ...chain, connections: [...chain.connections, link(4, 1, as('loop')), link(1, 4, as('loop'))] },
      { ...chain, connections: [...chain.connections, link(1, 2, { id: 77 })] },
      { ...chain, connections: [...chain.connections, link(1, 3, { min_lag: 9, max_lag: 3 })] },
      {
        ...chain,
        steps: [...chain.steps.slice(1), aStep(1, { name: 'step 2', estimated_duration: -1, parent_step_id: 8 })],
      },
      {
        ...aWorkflow([aDecision(1, [goto(2), goto(3)]), aStep(2), aStep(3)]),
        connections: [link(1, 2, as('fallback'))],
      },
      dead,
      ...faultyRuns.map(([, definition]) => definition),
    ]
    const count = broken.reduce((sum, definition) => sum + expectFixesToWork(definition), 0)
    expect(count).toBeGreaterThan(15)
  })

  it('make their findings go in generated workflows, and keep them such as can run', () => {
    fc.assert(
      fc.property(arbitraryWorkflowOf(8), definition => {
        expectFixesToWork(definition)
        const fixed = validateDefinition(definition).flatMap(({ fix }) => (fix ? [applyFix(definition, fix)] : []))
        const fatal = fixed.flatMap(one => validateDefinition(one).filter(finding => finding.fatal === true))
        expect(fatal).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
