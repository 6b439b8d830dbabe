import {
  aConnection as link,
  aDecision,
  anOutcome,
  anOutcomeStep,
  as,
  aStep,
  aTool,
  aWorkflow,
  goto,
  sets,
} from './build-workflow.ts'
import type { WorkflowDefinition } from '../workflows/definition.ts'

/** Of a decision, the option that is offered first. */
export const usual = { is_default: true }
const one = [anOutcome(1)]
const two = [anOutcome(1), anOutcome(2)]

/** Nothing leads on from its check where that fails. */
export const checked = aWorkflow(
  [aStep(1), aStep(2, { name: 'Inspection', step_type: 'quality_check' }), anOutcomeStep(3)],
  [link(1, 2), link(2, 3)],
  one,
)
/** Two branches that meet again. */
export const fork = (more: Partial<WorkflowDefinition> = {}): WorkflowDefinition => ({
  ...aWorkflow(
    [aStep(1), aStep(2), aStep(3), anOutcomeStep(4)],
    [link(1, 2, as('parallel')), link(1, 3, as('parallel')), link(2, 4), link(3, 4)],
    one,
  ),
  ...more,
})

/** What can go wrong in some run: what it is called, the graph, and the code, the place and the sentence of the finding. */
export const faultyRuns: readonly [string, WorkflowDefinition, string, string, RegExp][] = [
  [
    'a step that no option leads to',
    aWorkflow(
      [aDecision(1, [goto(2, usual), goto(3)]), aStep(2), aStep(3), aStep(4)],
      [link(1, 2, as('choice')), link(1, 3, as('choice')), link(1, 4)],
    ),
    'WF-G03',
    'error /steps/3 certain',
    /“Step 4” can't be reached: nothing that can be chosen at “Step 1”/,
  ],
  [
    'a condition that no option makes true',
    aWorkflow(
      [aDecision(1, [sets('wood', 'oak', usual), sets('wood', 'ash')]), aStep(2), aStep(3), aStep(4)],
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
      [aDecision(1, [sets('wood', 'oak', usual), sets('wood', 'ash')]), aStep(2), aStep(3)],
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
        aDecision(1, [sets('wood', 'oak', usual), sets('wood', 'ash')]),
        { ...anOutcomeStep(2), condition_logic: { wood: 'oak' } },
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
    aWorkflow([aStep(1), anOutcomeStep(2), anOutcomeStep(3, 2)], [link(1, 2), link(2, 3)], two),
    'WF-G12',
    'warning /steps/1 possible',
    /One run can reach two outcomes, “Outcome 1” and “Outcome 2” \(Step 1, Step 2, Step 3\)/,
  ],
  [
    'two outcomes beside each other',
    aWorkflow(
      [aStep(1), anOutcomeStep(2), anOutcomeStep(3, 2)],
      [link(1, 2, as('parallel')), link(1, 3, as('parallel'))],
      two,
    ),
    'WF-G12',
    'warning /steps/2 possible',
    /the first one reached counts/,
  ],
  [
    'an outcome that an option names and another one follows',
    aWorkflow(
      [
        aDecision(1, [{ result_action: { goto_step: 2, complete_with_outcome: 2 } }, goto(2, usual)]),
        aStep(2),
        anOutcomeStep(3),
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
      [aDecision(1, [goto(2, usual), goto(3)]), aStep(2), aStep(3), aStep(4)],
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
      [aStep(1), aStep(2, { step_type: 'quality_check' }), aStep(3), anOutcomeStep(4)],
      [link(1, 2), link(2, 4), link(2, 3, as('fallback')), link(3, 2, as('loop', { max_iterations: 3 }))],
      one,
    ),
    'WF-G15',
    'warning /steps/2 possible',
    /After the last of the 3 rounds of the loop from “Step 3” back to “Step 2” there may be no way on/,
  ],
  [
    'a decision of which every option leads back',
    aWorkflow([aStep(1), aDecision(2, [goto(1, usual), goto(1)])], [link(1, 2)]),
    'WF-G15',
    'error /steps/1 certain',
    /Every option of “Step 2” leads back/,
  ],
  [
    'a jump into a branch',
    aWorkflow(
      [aDecision(9, [goto(1, usual), goto(3)]), ...fork().steps],
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
        aStep(2, { step_type: 'time', resources: [aTool(1)] }),
        aStep(3, { resources: [aTool(2)] }),
        anOutcomeStep(4),
      ],
    }),
    'WF-R04',
    'warning /steps/2 possible',
    /both need “Bar Clamp”/,
  ],
  [
    'a tool that two branches share by hand',
    fork({
      steps: [aStep(1), aStep(2, { resources: [aTool(1)] }), aStep(3, { resources: [aTool(2)] }), anOutcomeStep(4)],
    }),
    'WF-R04',
    'hint /steps/2 possible',
    /two people who share the work need two/,
  ],
  [
    'a variable that two branches set',
    fork({
      steps: [
        aStep(1),
        aDecision(2, [sets('wood', 'oak', usual), sets('wood', 'ash')]),
        aDecision(3, [sets('wood', 'ash', usual), sets('wood', 'elm')]),
        anOutcomeStep(4),
      ],
    }),
    'WF-C04',
    'warning /steps/2 possible',
    /set “wood” to different values/,
  ],
]
