import { describe, expect, it } from 'vitest'
import {
  aChain,
  aConnection,
  aDecision,
  anOption,
  anOutcome,
  aStep,
  aWorkflow,
  goto,
} from '../testing/build-workflow.ts'
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from './definition.ts'
import type { Finding } from './finding.ts'
import { validateDefinition } from './validate.ts'

const steps = (count: number) => Array.from({ length: count }, (_, index) => aStep(index + 1))
const brief = ({ code, severity, path, fatal }: Finding) =>
  [code, severity, path, ...(fatal ? ['fatal'] : [])].join(' ')
const all = (definition: WorkflowDefinition) => validateDefinition(definition).map(brief)
const first = (definition: WorkflowDefinition, code: string) =>
  validateDefinition(definition).find(finding => finding.code === code)
const choice = (source: number, target: number, changes: Partial<ConnectionDefinition> = {}) =>
  aConnection(source, target, { connection_type: 'choice', ...changes })

const sound = aWorkflow(
  [
    aStep(1),
    aDecision(2, [goto(3, { is_default: true }), goto(4)]),
    aStep(3),
    aStep(4),
    aStep(5, { is_outcome: true, outcome_id: 1 }),
  ],
  [aConnection(1, 2), choice(2, 3), choice(2, 4), aConnection(3, 5), aConnection(4, 5)],
  [anOutcome(1)],
)
const withStep = (changes: Partial<StepDefinition>) => ({
  ...sound,
  steps: sound.steps.map(step => (step.id === 3 ? { ...step, ...changes } : step)),
})
const withConnection = (connection: ConnectionDefinition) => ({
  ...sound,
  connections: [...sound.connections, connection],
})

describe('validation', () => {
  it('finds nothing in a sound workflow', () => {
    expect(validateDefinition(sound)).toEqual([])
  })

  it.each<[string, WorkflowDefinition, string, RegExp]>([
    [
      'a connection to a missing step',
      withConnection(aConnection(1, 9)),
      'WF-G08 error /connections/5/target_step_id fatal',
      /“Step 1” leads to step 9, which is not in this workflow/,
    ],
    [
      'a connection from a missing step',
      withConnection(aConnection(9, 1)),
      'WF-G08 error /connections/5/source_step_id fatal',
      /to “Step 1” comes from step 9/,
    ],
    [
      'two steps of one id',
      { ...sound, steps: [...sound.steps, aStep(3, { name: 'Other' })] },
      'WF-G08 error /steps/5/id fatal',
      /id 3 belongs to more than one step/,
    ],
    [
      'two connections of one id',
      withConnection(aConnection(1, 3, { id: 102 })),
      'WF-G08 error /connections/5/id fatal',
      /more than one connection/,
    ],
    [
      'two outcomes of one id',
      { ...sound, outcomes: [anOutcome(1), anOutcome(1)] },
      'WF-G08 error /outcomes/1/id fatal',
      /more than one outcome/,
    ],
    [
      'two options of one id',
      withStep({ decision_options: [anOption(21)] }),
      'WF-G08 error /steps/2/decision_options/0/id fatal',
      /more than one decision option/,
    ],
    [
      'goto_step to a missing step',
      { ...sound, steps: [aStep(1), aDecision(2, [goto(3), goto(9)]), ...sound.steps.slice(2)] },
      'WF-G08 error /steps/1/decision_options/1/result_action fatal',
      /The option “Option 22” of “Step 2” goes to step 9/,
    ],
    [
      'a missing outcome of a step',
      withStep({ outcome_id: 7 }),
      'WF-G08 error /steps/2/outcome_id fatal',
      /outcome 7, which is not in this workflow/,
    ],
    [
      'a missing parent',
      withStep({ parent_step_id: 7 }),
      'WF-G08 error /steps/2/parent_step_id fatal',
      /part of step 7/,
    ],
    [
      'a malformed condition of a step',
      withStep({ condition_logic: '{"a"' }),
      'WF-C01 error /steps/2/condition_logic fatal',
      /condition of “Step 3” can't be read: it is not valid JSON/,
    ],
    [
      'an unknown operator on a connection',
      withConnection(aConnection(1, 3, { condition: { size: { above: 1 } } })),
      'WF-C01 error /connections/5/condition fatal',
      /from “Step 1” to “Step 3” has a condition.*unknown operator “above”/,
    ],
    [
      'a malformed action',
      { ...sound, steps: [aStep(1), aDecision(2, [goto(3), { result_action: { jump: 1 } }]), ...sound.steps.slice(2)] },
      'WF-C01 error /steps/1/decision_options/1/result_action fatal',
      /“jump” is no action/,
    ],
    [
      'a cycle without a loop',
      withConnection(aConnection(5, 1)),
      'WF-G06 error /connections/5 fatal',
      /sequential connection from “Step 5” back to “Step 1” closes a cycle/,
    ],
    [
      'a self connection',
      withConnection(aConnection(3, 3)),
      'WF-G08 error /connections/5 fatal',
      /from “Step 3” to itself closes a cycle/,
    ],
  ])('refuses %s: it could not run', (_, definition, expected, text) => {
    const found = validateDefinition(definition).find(finding => brief(finding) === expected)
    expect(all(definition)).toContain(expected)
    expect(found?.message).toMatch(text)
  })

  it.each<[string, WorkflowDefinition, string, RegExp]>([
    ['no steps', aWorkflow([]), 'WF-G01 error /steps', /no steps yet/],
    [
      'no beginning',
      aWorkflow([aDecision(1, [goto(2), goto(2)]), aDecision(2, [goto(1), goto(1)])]),
      'WF-G01 error /steps/0',
      /No step is a beginning/,
    ],
    [
      'several beginnings',
      aWorkflow(steps(3), [aConnection(1, 3), aConnection(2, 3)]),
      'WF-G02 warning /steps/0',
      /“Step 1”, “Step 2” all begin at once/,
    ],
    [
      'a step joined to nothing',
      { ...sound, steps: [...sound.steps, aStep(6)] },
      'WF-G03 error /steps/5',
      /“Step 6” is joined to no other step/,
    ],
    [
      'a step behind a jump that nobody can make',
      aWorkflow(
        [aStep(1), aDecision(2, [goto(3), goto(3)]), aDecision(3, [goto(2), goto(2)])],
        [aConnection(3, 2, { connection_type: 'loop' })],
      ),
      'WF-G03 error /steps/2',
      /can't be reached/,
    ],
    [
      'a dead end that is no outcome',
      { ...withConnection(aConnection(3, 6)), steps: [...sound.steps, aStep(6)] },
      'WF-G04 error /steps/5',
      /After “Step 6” nothing follows/,
    ],
    [
      'an outcome that nobody reaches',
      { ...sound, outcomes: [anOutcome(1), anOutcome(2)] },
      'WF-G05 warning /outcomes/1',
      /No step reaches the outcome “Outcome 2”/,
    ],
    [
      'a loop without condition and limit',
      withConnection(aConnection(4, 1, { connection_type: 'loop' })),
      'WF-G06 error /connections/5',
      /neither a condition nor a limit/,
    ],
    [
      'a loop that leads nowhere back',
      withConnection(aConnection(3, 4, { connection_type: 'loop' })),
      'WF-G06 error /connections/5',
      /does not lead back/,
    ],
    [
      'branches that never join',
      aWorkflow(steps(3), [
        aConnection(1, 2, { connection_type: 'parallel' }),
        aConnection(1, 3, { connection_type: 'parallel' }),
      ]),
      'WF-G07 warning /steps/0',
      /“Step 2”, “Step 3”\) never join/,
    ],
    [
      'a connection twice',
      withConnection(aConnection(1, 2, { id: 77 })),
      'WF-G08 error /connections/5',
      /leads to “Step 2” twice/,
    ],
    ['several sequential exits', withConnection(aConnection(1, 3)), 'WF-G09 warning /steps/0', /was a decision meant/],
    [
      'a fallback as the only exit',
      aWorkflow(steps(2), [aConnection(1, 2, { connection_type: 'fallback' })]),
      'WF-G10 warning /steps/0',
      /no way on but its fallback/,
    ],
    [
      'a decision with one option',
      aWorkflow([aDecision(1, [{}])]),
      'WF-D01 error /steps/0/decision_options',
      /one option: give it two or more/,
    ],
    [
      'a decision without options',
      aWorkflow([aDecision(1, [])]),
      'WF-D01 error /steps/0/decision_options',
      /no options/,
    ],
    [
      'options without effect',
      aWorkflow([aDecision(1, [{}, {}]), aStep(2)], [aConnection(1, 2)]),
      'WF-D02 error /steps/0/decision_options/0',
      /“Option 11” of “Step 1” has no effect/,
    ],
    [
      'an option that leads nowhere',
      aWorkflow([aDecision(1, [goto(2), { result_action: { set_variable: { a: 1 } } }]), aStep(2)], [choice(1, 2)]),
      'WF-D02 error /steps/0/decision_options/1',
      /leads nowhere/,
    ],
    [
      'an ambiguous option',
      aWorkflow(
        [aDecision(1, [{ result_action: { set_variable: { a: 1 } } }, goto(2)]), aStep(2), aStep(3)],
        [choice(1, 2, { condition: { a: 1 } }), choice(1, 3, { condition: { a: { gte: 1 } } })],
      ),
      'WF-D02 warning /steps/0/decision_options/0',
      /more than one connection/,
    ],
    [
      'no default option',
      { ...sound, steps: [aStep(1), aDecision(2, [goto(3), goto(4)]), ...sound.steps.slice(2)] },
      'WF-D03 warning /steps/1/decision_options',
      /no default option/,
    ],
    [
      'two default connections',
      aWorkflow(
        [aDecision(1, [goto(2), goto(3)]), ...steps(3).slice(1)],
        [choice(1, 2, { is_default: true }), choice(1, 3, { is_default: true })],
      ),
      'WF-D03 warning /steps/0',
      /2 default connections/,
    ],
    [
      'a conditional connection without a condition',
      aWorkflow(steps(2), [aConnection(1, 2, { connection_type: 'conditional' })]),
      'WF-C01 error /connections/0/condition',
      /has no condition/,
    ],
    [
      'a default with a condition',
      aWorkflow(steps(2), [
        aConnection(1, 2, { connection_type: 'conditional', is_default: true, condition: { a: 1 } }),
      ]),
      'WF-C01 warning /connections/0/condition',
      /never asked/,
    ],
    [
      'a variable that nobody sets',
      withStep({ condition_logic: { size: { gt: 1 } } }),
      'WF-C02 error /steps/2/condition_logic',
      /asks for “size”, which no option sets/,
    ],
    [
      'a variable that is set later',
      {
        ...withConnection(aConnection(1, 2, { id: 55, condition: { a: 1 } })),
        steps: [
          aStep(1),
          aDecision(2, [{ result_action: { goto_step: 3, set_variable: { a: 1 } } }, goto(4)]),
          ...sound.steps.slice(2),
        ],
      },
      'WF-C02 error /connections/5/condition',
      /only set later/,
    ],
    [
      'conditions that may leave no way',
      aWorkflow(steps(2), [aConnection(1, 2, { connection_type: 'conditional', condition: { a: 1 } })]),
      'WF-C03 warning /steps/0',
      /there may be no way on/,
    ],
    ['an empty name', withStep({ name: ' ' }), 'WF-S01 error /steps/2/name', /has no name/],
    ['a name twice', withStep({ name: 'step 4' }), 'WF-S01 warning /steps/3/name', /Two steps are called/],
    ['no instructions', withStep({ instructions: '' }), 'WF-S02 warning /steps/2/instructions', /has no instructions/],
    [
      'no duration',
      withStep({ estimated_duration: null }),
      'WF-S03 hint /steps/2/estimated_duration',
      /how many minutes/,
    ],
    [
      'a duration over the limit',
      withStep({ estimated_duration: 86_401 }),
      'WF-S03 error /steps/2/estimated_duration',
      /between 0 and 86400/,
    ],
    [
      'a lag that can not be',
      withConnection(aConnection(3, 4, { min_lag: 9, max_lag: 3 })),
      'WF-S03 error /connections/5/max_lag',
      /shorter than the shortest/,
    ],
    [
      'an outcome without criteria',
      { ...sound, outcomes: [anOutcome(1, { success_criteria: null })] },
      'WF-O01 hint /outcomes/0/success_criteria',
      /“Outcome 1” was reached/,
    ],
  ])('tells of %s, which does not keep it from running', (_, definition, expected, text) => {
    expect(all(definition)).toContain(expected)
    expect(validateDefinition(definition).find(finding => brief(finding) === expected)?.message).toMatch(text)
    expect(validateDefinition(definition).filter(finding => finding.fatal)).toEqual([])
  })

  it('asks for quantity and unit of a material', () => {
    const resource = {
      id: 1,
      resource_type: 'material' as const,
      name: 'Glue',
      dynamic_material_id: null,
      tool_id: null,
      documentation_id: null,
      quantity: null,
      unit: null,
      notes: null,
      is_optional: false,
    }
    expect(all(withStep({ resources: [resource] }))).toEqual(['WF-R01 error /steps/2/resources/0'])
    expect(all(withStep({ resources: [{ ...resource, quantity: 20, unit: 'ml' }] }))).toEqual([])
  })

  it('is content with a variable that an option sets before', () => {
    const steps = [
      aStep(1),
      aDecision(2, [{ result_action: { goto_step: 3, set_variable: { size: 2 } }, is_default: true }, goto(4)]),
      ...withStep({ condition_logic: { size: 2 } }).steps.slice(2),
    ]
    expect(first({ ...sound, steps }, 'WF-C02')).toBeUndefined()
  })

  it('tells everything at once, each in one sentence', () => {
    const broken = withStep({ name: '', parent_step_id: 9, condition_logic: 'x', instructions: null })
    const findings = validateDefinition(broken)
    expect(new Set(findings.map(finding => finding.code))).toEqual(new Set(['WF-G08', 'WF-C01', 'WF-S01', 'WF-S02']))
    for (const { message } of findings) expect(message).toMatch(/^[A-Z“].*\.$/)
  })

  it('reads 5,000 steps in a chain, with nothing to say', () => {
    expect(validateDefinition(aChain(5_000))).toEqual([])
  })
})
