/**
 * A step type that an installation brings: the inspection of a piece against standards. Name this file in STEP_TYPE_MODULES.
 * It imports nothing; what it has to export is described in docs/step-types.md.
 */

/** @typedef {import('@hidesync/domain/step-types/step-type').CustomStepType} CustomStepType */
/** @typedef {import('@hidesync/domain/step-types/step-type').StepProblem} StepProblem */
/** @typedef {import('@hidesync/domain/workflows/definition').StepDefinition} StepDefinition */

const tips = {
  en: [
    'Take your time with the inspection.',
    'Write down what you find.',
    'Compare with the standards, not with your memory.',
  ],
  de: [
    'Nimm dir Zeit für die Prüfung.',
    'Schreib auf, was du findest.',
    'Vergleiche mit den Vorgaben, nicht mit der Erinnerung.',
  ],
}

/** @param {string | null} text */
const isBlank = text => text === null || text.trim() === ''

/**
 * The data of the type in the step's `condition_logic`, whether that is an object or JSON text.
 * @param {StepDefinition} step
 * @returns {Record<string, unknown>}
 */
function dataOf(step) {
  const source = step.condition_logic
  if (source === null) return {}
  try {
    return typeof source === 'string' ? JSON.parse(source) : source
  } catch {
    return {}
  }
}

/**
 * What to look at: the list that the author wrote, else each sentence of the instructions.
 * @param {StepDefinition} step
 * @returns {string[]}
 */
function checklistOf(step) {
  const { inspection_checklist: list } = dataOf(step)
  if (Array.isArray(list)) return list.map(String)
  return (step.instructions ?? '')
    .split('.')
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
}

/** @type {CustomStepType} */
export const stepType = {
  code: 'inspection',
  icon: 'search',
  texts: {
    en: { display_text: 'Quality inspection', description: 'Inspect the piece against its standards.' },
    de: { display_text: 'Begutachtung', description: 'Das Stück mit seinen Vorgaben vergleichen.' },
    fr: { display_text: 'Inspection', description: 'Inspecter la pièce selon ses critères.' },
    es: { display_text: 'Inspección', description: 'Inspeccionar la pieza según sus criterios.' },
  },

  // What `complete` takes as `data`: forms are drawn from it.
  form: {
    type: 'object',
    properties: {
      passed: { type: 'boolean', title: 'The piece is as it should be' },
      findings: { type: 'string', title: 'What you found', maxLength: 2000 },
    },
    required: ['passed'],
  },

  // Keys of `condition_logic` that are data of this type, no condition.
  dataKeys: ['quality_standards', 'inspection_checklist'],

  validate(step) {
    /** @type {StepProblem[]} */
    const problems = []
    if (isBlank(step.instructions))
      problems.push({
        field: 'instructions',
        severity: 'error',
        message: 'An inspection needs instructions: say what to look at.',
      })
    if (!step.is_decision_point)
      problems.push({
        field: 'is_decision_point',
        severity: 'warning',
        message: 'An inspection should be a decision point with an option for passing and one for failing.',
      })
    return problems
  },

  guidance(step, context) {
    const { quality_standards: standards = {} } = dataOf(step)
    return {
      primary_guidance: `Carefully inspect the work according to: ${step.instructions ?? step.name}`,
      inspection_checklist: checklistOf(step),
      quality_standards: /** @type {import('@hidesync/domain/workflows/definition').JsonObject} */ (standards),
      tips: [...step.tips, ...(context.locale.startsWith('de') ? tips.de : tips.en)],
      warnings: [...step.warnings],
    }
  },

  canComplete(step, context) {
    if (context.decision_made || typeof context.data['passed'] === 'boolean') return true
    return `“${step.name}” is an inspection: say whether the piece passed (data.passed is true or false).`
  },
}
