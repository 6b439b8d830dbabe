import { expect, it } from 'vitest'
import type { CustomStepType } from '../step-types/step-type.ts'
import { StepTypeRegistry } from '../step-types/registry.ts'
import { aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Conversation } from '../testing/conversation.ts'
import { stepGuidance } from './guidance.ts'

const inspection: CustomStepType = {
  code: 'inspection',
  icon: 'eye',
  form: { type: 'object' },
  dataKeys: [],
  texts: { en: { display_text: 'Inspection' } },
  validate: () => [],
  guidance: (step, { locale }) => ({
    primary_guidance: `Inspect ${step.name} (${locale}).`,
    inspection_checklist: ['Edges', 'Seams'],
    quality_standards: { gap: 1 },
    tips: ['Take your time.'],
    warnings: [],
    step_id: 999,
    status: 'invented',
  }),
  canComplete: () => true,
}

it('what a step type of the installation says stands beside the fields that every step has, and replaces none of them', () => {
  const step = aStep(1, { step_type: 'inspection', name: 'Look it over' })
  const { run } = new Conversation(aWorkflow([step], []), 'de')
  const guidance = stepGuidance({ ...run, stepTypes: new StepTypeRegistry([inspection]) }, 1)
  expect(guidance).toMatchObject({
    step_id: 1,
    status: 'active',
    primary_guidance: 'Inspect Look it over (de).',
    inspection_checklist: ['Edges', 'Seams'],
    quality_standards: { gap: 1 },
    tips: ['Take your time.'],
  })
})

it('there is no guidance for a step that does not exist', () => {
  const { run } = new Conversation(aWorkflow([aStep(1)], []))
  expect(stepGuidance(run, 2)).toBeNull()
})
