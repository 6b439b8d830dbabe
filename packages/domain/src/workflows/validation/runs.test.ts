import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryWorkflowOf } from '../../testing/arbitrary-workflow.ts'
import { aChain, aConnection, aDecision, anOutcome, aStep, aWorkflow } from '../../testing/build-workflow.ts'
import type {
  ConnectionDefinition,
  DecisionOption,
  JsonValue,
  StepResource,
  WorkflowDefinition,
} from '../definition.ts'
import type { Finding } from '../finding.ts'
import { applyFix } from '../fix.ts'
import { validateDefinition } from '../validate.ts'
import type { ValidationContext } from './context.ts'

const goto = (step: number, changes: Partial<DecisionOption> = {}) => ({
  result_action: { goto_step: step },
  ...changes,
})
const sets = (name: string, value: JsonValue, changes: Partial<DecisionOption> = {}) => ({
  result_action: { set_variable: { [name]: value } },
  ...changes,
})
const first = { is_default: true }
const link = (source: number, target: number, changes: Partial<ConnectionDefinition> = {}) =>
  aConnection(source, target, changes)
const as = (connection_type: ConnectionDefinition['connection_type'], more: Partial<ConnectionDefinition> = {}) => ({
  connection_type,
  ...more,
})
const outcome = (id: number, outcome_id = 1) => aStep(id, { is_outcome: true, outcome_id })
const tool = (id: number): StepResource => ({
  id,
  resource_type: 'tool',
  name: 'Bar Clamp',
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: 1,
  unit: 'piece',
  notes: null,
  is_optional: false,
})
const one = [anOutcome(1)]
const two = [anOutcome(1), anOutcome(2)]
const found = (definition: WorkflowDefinition, code: string, context?: ValidationContext): Finding[] =>
  validateDefinition(definition, context).filter(finding => finding.code === code)
const brief = ({ severity, path, certainty }: Finding) => [severity, path, certainty].filter(Boolean).join(' ')

const checked = aWorkflow(
  [aStep(1), aStep(2, { name: 'Inspection', step_type: 'quality_check' }), outcome(3)],
  [link(1, 2), link(2, 3)],
  one,
)
const fork = (more: Partial<WorkflowDefinition> = {}): WorkflowDefinition => ({
  ...aWorkflow(
    [aStep(1), aStep(2), aStep(3), outcome(4)],
    [link(1, 2, as('parallel')), link(1, 3, as('parallel')), link(2, 4), link(3, 4)],
    one,
  ),
  ...more,
})

const cases: readonly [string, WorkflowDefinition, string, string, RegExp][] = [
  [
    'a step that no option leads to',
    aWorkflow(
      [aDecision(1, [goto(2, first), goto(3)]), aStep(2), aStep(3), aStep(4)],
      [link(1, 2, as('choice')), link(1, 3, as('choice')), link(1, 4)],
    ),
    'WF-G03',
    'error /steps/3 certain',
    /“Step 4” can't be reached: nothing that can be chosen at “Step 1”/,
  ],
  [
    'a condition that no option makes true',
    aWorkflow(
      [aDecision(1, [sets('wood', 'oak', first), sets('wood', 'ash')]), aStep(2), aStep(3), aStep(4)],
      [
        link(1, 2),
        link(2, 3, as('conditional', { condition: { wood: 'elm' } })),
        link(2, 4, as('conditional', { is_default: true })),
      ],
    ),
    'WF-G03',
    'warning /steps/2 possible',
    /no condition at “Step 2” leads to it/,
  ],
  [
    'conditions that leave one of the values out',
    aWorkflow(
      [aDecision(1, [sets('wood', 'oak', first), sets('wood', 'ash')]), aStep(2), aStep(3)],
      [link(1, 2), link(2, 3, as('conditional', { condition: { wood: 'oak' } }))],
    ),
    'WF-C03',
    'warning /steps/1 possible',
    /After “Step 2” there may be no way on \(Step 1: Option 12, Step 2, then no condition holds\)/,
  ],
  [
    'a run that ends where a check fails',
    checked,
    'WF-G11',
    'hint /steps/1 possible',
    /where “Inspection” fails \(Step 1, Inspection fails, then nothing follows\)/,
  ],
  [
    'a run that passes its outcome over',
    aWorkflow(
      [
        aDecision(1, [sets('wood', 'oak', first), sets('wood', 'ash')]),
        { ...outcome(2), condition_logic: { wood: 'oak' } },
      ],
      [link(1, 2)],
      one,
    ),
    'WF-G11',
    'warning /steps/1 possible',
    /\(Step 1: Option 12, Step 2 is left out, then nothing follows\)/,
  ],
  [
    'two outcomes one after the other',
    aWorkflow([aStep(1), outcome(2), outcome(3, 2)], [link(1, 2), link(2, 3)], two),
    'WF-G12',
    'warning /steps/1 possible',
    /One run can reach two outcomes, “Outcome 1” and “Outcome 2” \(Step 1, Step 2, Step 3\)/,
  ],
  [
    'two outcomes beside each other',
    aWorkflow([aStep(1), outcome(2), outcome(3, 2)], [link(1, 2, as('parallel')), link(1, 3, as('parallel'))], two),
    'WF-G12',
    'warning /steps/2 possible',
    /the first one reached counts/,
  ],
  [
    'an outcome that an option names and another one follows',
    aWorkflow(
      [
        aDecision(1, [{ result_action: { goto_step: 2, complete_with_outcome: 2 } }, goto(2, first)]),
        aStep(2),
        outcome(3),
      ],
      [link(1, 2, as('choice')), link(2, 3)],
      two,
    ),
    'WF-G12',
    'warning /steps/0/decision_options/0 possible',
    /names the outcome “Outcome 2”, but its way can still reach “Outcome 1”/,
  ],
  [
    'a loop that is entered past its beginning',
    aWorkflow(
      [aDecision(1, [goto(2, first), goto(3)]), aStep(2), aStep(3), aStep(4)],
      [
        link(1, 2, as('choice')),
        link(1, 3, as('choice')),
        link(2, 3),
        link(3, 4),
        link(3, 2, as('loop', { max_iterations: 2 })),
      ],
    ),
    'WF-G13',
    'hint /steps/2 possible',
    /enter the loop from “Step 3” back to “Step 2” without coming by “Step 2”/,
  ],
  [
    'a branch that leaves a loop while another goes round',
    aWorkflow(
      [aStep(1), aStep(2), aStep(3)],
      [link(1, 2, as('parallel')), link(1, 3, as('parallel')), link(2, 1, as('loop', { max_iterations: 2 }))],
    ),
    'WF-G14',
    'warning /steps/0 possible',
    /“Step 3” may begin before the last round/,
  ],
  [
    'a loop after whose last round nothing follows',
    aWorkflow(
      [aStep(1), aStep(2, { step_type: 'quality_check' }), aStep(3), outcome(4)],
      [link(1, 2), link(2, 4), link(2, 3, as('fallback')), link(3, 2, as('loop', { max_iterations: 3 }))],
      one,
    ),
    'WF-G15',
    'warning /steps/2 possible',
    /After the last of the 3 rounds of the loop from “Step 3” back to “Step 2” there may be no way on/,
  ],
  [
    'a decision of which every option leads back',
    aWorkflow([aStep(1), aDecision(2, [goto(1, first), goto(1)])], [link(1, 2)]),
    'WF-G15',
    'error /steps/1 certain',
    /Every option of “Step 2” leads back/,
  ],
  [
    'a jump into a branch',
    aWorkflow(
      [aDecision(9, [goto(1, first), goto(3)]), ...fork().steps],
      [link(9, 1, as('choice')), ...fork().connections],
      one,
    ),
    'WF-G16',
    'warning /steps/0/decision_options/1 certain',
    /jumps to “Step 3”, into one branch of a fork; what belongs beside it \(“Step 2”\)/,
  ],
  [
    'a tool that waits in one branch and is needed in another',
    fork({
      steps: [
        aStep(1),
        aStep(2, { step_type: 'time', resources: [tool(1)] }),
        aStep(3, { resources: [tool(2)] }),
        outcome(4),
      ],
    }),
    'WF-R04',
    'warning /steps/2 possible',
    /both need “Bar Clamp”/,
  ],
  [
    'a tool that two branches share by hand',
    fork({ steps: [aStep(1), aStep(2, { resources: [tool(1)] }), aStep(3, { resources: [tool(2)] }), outcome(4)] }),
    'WF-R04',
    'hint /steps/2 possible',
    /two people who share the work need two/,
  ],
  [
    'a variable that two branches set',
    fork({
      steps: [
        aStep(1),
        aDecision(2, [sets('wood', 'oak', first), sets('wood', 'ash')]),
        aDecision(3, [sets('wood', 'ash', first), sets('wood', 'elm')]),
        outcome(4),
      ],
    }),
    'WF-C04',
    'warning /steps/2 possible',
    /set “wood” to different values/,
  ],
]

describe('the validation of all runs', () => {
  it.each(cases)('tells of %s', (...[, definition, code, expected, text]) => {
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
      [aDecision(1, [sets('wood', 'oak', first), sets('wood', 'ash')]), aStep(2), aStep(3), aStep(4)],
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
        aDecision(2, [sets('wood', 'oak', first), sets('wood', 'ash')]),
        aDecision(3, [sets('glue', 'hide', first), sets('glue', 'fish')]),
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
      [aStep(1), aStep(2, { step_type: 'quality_check' }), aStep(3), outcome(4)],
      [link(1, 2), link(2, 4), link(2, 3, as('fallback')), link(3, 2, as('loop', { max_iterations: 3 })), link(3, 4)],
      one,
    )
    expect(validateDefinition(rework)).toEqual([])
  })
})

describe('what surrounds the definition', () => {
  const material = { ...tool(1), resource_type: 'material' as const, name: null, dynamic_material_id: 7, unit: 'ml' }
  const definition = { ...aChain(2), steps: [aStep(1, { resources: [material] }), aStep(2)] }
  const glue = (unit: string, state: 'usable' | 'deleted' = 'usable'): ValidationContext => ({
    resource: (type, id) => (type === 'material' && id === 7 ? { name: 'Hide Glue', unit, state } : null),
  })

  it('is left out where it is not given', () => {
    expect(validateDefinition(definition)).toEqual([])
  })

  it('tells of units that do not convert', () => {
    expect(found(definition, 'WF-R02', glue('l'))).toEqual([])
    expect(found(definition, 'WF-R02', glue('kg')).map(({ message }) => message)).toEqual([
      '“Step 1” needs the material “Hide Glue” in ml, but it is kept in kg, and the one does not convert to the other: state the quantity in kg.',
    ])
  })

  it('tells of what was deleted, and keeps its name', () => {
    const [finding] = found(definition, 'WF-R03', glue('l', 'deleted'))
    expect(finding).toMatchObject({ severity: 'error', path: '/steps/0/resources/0/dynamic_material_id' })
    const fixed = applyFix(definition, finding!.fix!)
    expect(fixed.steps[0]?.resources[0]).toMatchObject({ name: 'Hide Glue', dynamic_material_id: null })
  })

  it('tells of languages that lack texts', () => {
    const locales = [
      { locale: 'de', missing: 0 },
      { locale: 'fr', missing: 3 },
    ]
    expect(found(definition, 'WF-T01', { locales }).map(({ message }) => message)).toEqual([
      'The translation into “fr” lacks 3 texts: readers see the original there.',
    ])
  })

  it('passes on what the handler of a step type says', () => {
    const stepType: ValidationContext['stepType'] = ({ id }) =>
      id === 2 ? [{ severity: 'error', field: 'condition_logic', message: 'The inspection lists no points.' }] : []
    expect(found(definition, 'WF-X01', { stepType }).map(brief)).toEqual(['error /steps/1/condition_logic'])
  })

  it.each([
    ['![](cut.png)', 1],
    ['![The cut from above](cut.png)', 0],
    ['Look: <img src="cut.png">', 1],
    ['<img alt="" src=x>', 1],
    ['<IMG src=x alt="The cut">', 0],
    ['if a < b ![', 0],
  ])('asks for a text beside an image: %s', (instructions, count) => {
    expect(found(aWorkflow([aStep(1, { instructions })]), 'WF-A01')).toHaveLength(count)
  })
})

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
      [aStep(1), aStep(2), outcome(3)],
      [link(1, 2, as('parallel')), link(1, 3, as('parallel'))],
      one,
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
      ...cases.map(([, definition]) => definition),
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
