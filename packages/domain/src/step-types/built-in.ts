import type { BuiltInStepType, JsonObject, ResourceType, StepDefinition } from '../workflows/definition.ts'
import { isJsonObject, readJsonObject } from '../workflows/json-source.ts'
import { listed, say, type Phrase } from './phrases.ts'
import { safetyWarnings } from './safety-notes.ts'
import type { StepContext, StepGuidance, StepProblem, StepTypeHandler } from './step-type.ts'

const text: JsonObject = { type: 'string', maxLength: 2000 }
const formOf = (properties: JsonObject = {}, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: true,
})

/** What a type does differently from an instruction. */
interface Particular {
  readonly icon: string
  readonly form?: JsonObject
  readonly validate?: (step: StepDefinition) => readonly StepProblem[]
  /** What to do first, where it is not the step's own instructions. */
  readonly lead?: (step: StepDefinition, context: StepContext) => string
  /** A tip for any step of the type; it stands where the author wrote none. */
  readonly tip?: Phrase
  readonly more?: (step: StepDefinition, context: StepContext) => JsonObject
  readonly canComplete?: (step: StepDefinition, context: StepContext) => true | string
}

const filled = (value: string | null): value is string => value !== null && value.trim() !== ''

/** The step's instructions, else its description, else its name. */
const ownWords = (step: StepDefinition): string => [step.instructions, step.description].find(filled) ?? step.name

function handler(code: BuiltInStepType, particular: Particular): StepTypeHandler {
  const { icon, form = formOf(), validate = () => [], lead, tip, more, canComplete = () => true } = particular
  const guidance = (step: StepDefinition, context: StepContext): StepGuidance => {
    const { locale } = context
    const first = lead?.(step, context) ?? ''
    const instructions = ownWords(step)
    return {
      ...more?.(step, context),
      primary_guidance: [first, instructions].filter(part => part !== '').join(' '),
      tips: step.tips.length > 0 || tip === undefined ? step.tips : [say(locale, tip)],
      // Whoever wrote of the dangers of a step knows how it is done: what holds in general could contradict them.
      warnings: step.warnings.length > 0 ? step.warnings : safetyWarnings(step, locale),
    }
  }
  return { code, icon, form, dataKeys: [], validate, guidance, canComplete }
}

const resourcesOf = (step: StepDefinition, type: ResourceType): readonly string[] =>
  step.resources.flatMap(({ resource_type, name, quantity, unit }) => {
    if (resource_type !== type || !filled(name)) return []
    return [quantity === null ? name : `${name} (${quantity}${filled(unit) ? ` ${unit}` : ''})`]
  })

const lacks = (type: ResourceType, message: string) => (step: StepDefinition) =>
  step.resources.some(({ resource_type }) => resource_type === type)
    ? []
    : [{ field: 'resources', message, severity: 'hint' as const }]

/** “Lay out: wood and glue.”, or nothing where nothing is named. */
const naming =
  (type: ResourceType, phrase: Phrase) =>
  (step: StepDefinition, { locale }: StepContext) => {
    const names = resourcesOf(step, type)
    return names.length === 0 ? '' : `${say(locale, phrase)} ${listed(locale, names, 'and')}.`
  }

/** The standards that a check compares with, as its author wrote them. */
function standardsOf(step: StepDefinition): JsonObject {
  if (step.condition_logic === null) return {}
  const read = readJsonObject(step.condition_logic)
  const standards = read.ok && Object.hasOwn(read.value, 'quality_standards') ? read.value['quality_standards'] : null
  return isJsonObject(standards) ? standards : {}
}

/** A handler for each system type: one that is missing does not compile. */
export const builtInHandlers: Readonly<Record<BuiltInStepType, StepTypeHandler>> = {
  instruction: handler('instruction', {
    icon: 'hand',
    tip: {
      en: 'Read the step to its end before you begin.',
      de: 'Lies den Schritt zu Ende, bevor du anfängst.',
      fr: 'Lisez l’étape jusqu’au bout avant de commencer.',
      es: 'Lee el paso hasta el final antes de empezar.',
    },
  }),
  material: handler('material', {
    icon: 'layers',
    validate: lacks('material', 'The step is about material but names none: add what is laid out or cut.'),
    lead: naming('material', { en: 'Lay out', de: 'Lege bereit:', fr: 'Préparez :', es: 'Prepara:' }),
    tip: {
      en: 'Have everything at hand before you begin.',
      de: 'Leg alles bereit, bevor du anfängst.',
      fr: 'Ayez tout sous la main avant de commencer.',
      es: 'Tenlo todo a mano antes de empezar.',
    },
  }),
  tool: handler('tool', {
    icon: 'wrench',
    validate: lacks('tool', 'The step is about a tool but names none: add what is set up or used.'),
    lead: naming('tool', { en: 'Have ready:', de: 'Halte bereit:', fr: 'Ayez sous la main :', es: 'Ten a mano:' }),
    tip: {
      en: 'See that your tools are clean and sound before you begin.',
      de: 'Sieh nach, ob dein Werkzeug sauber und heil ist, bevor du anfängst.',
      fr: 'Vérifiez que vos outils sont propres et en bon état avant de commencer.',
      es: 'Mira si tus herramientas están limpias y en buen estado antes de empezar.',
    },
  }),
  time: handler('time', {
    icon: 'clock',
    validate: step =>
      step.estimated_duration === null || step.estimated_duration === 0
        ? [
            {
              field: 'estimated_duration',
              message: 'The step waits, but not for how long: say how many minutes.',
              severity: 'hint',
            },
          ]
        : [],
    tip: {
      en: 'If it does not keep you busy and another step is open, go on there meanwhile.',
      de: 'Wenn du nicht dabeibleiben musst und ein anderer Schritt offen ist, mach inzwischen dort weiter.',
      fr: 'Si vous n’avez pas à rester auprès et qu’une autre étape est ouverte, avancez-la en attendant.',
      es: 'Si no te tiene ocupado y hay otro paso abierto, sigue mientras tanto con él.',
    },
    more: step => ({ minutes: step.estimated_duration }),
  }),
  decision: handler('decision', {
    icon: 'split',
    lead: (step, { locale }) => {
      const options = step.decision_options.map(({ option_text }) => option_text)
      const choose = { en: 'Choose', de: 'Wähle', fr: 'Choisissez', es: 'Elige' }
      return options.length === 0 ? '' : `${say(locale, choose)} ${listed(locale, options, 'or')}.`
    },
    more: step => ({ options: step.decision_options.map(({ id, option_text }) => ({ id, option_text })) }),
    canComplete: (step, { decision_made }) =>
      decision_made ||
      step.decision_options.length === 0 ||
      `“${step.name}” asks for a decision: choose one of its options.`,
  }),
  milestone: handler('milestone', { icon: 'flag' }),
  outcome: handler('outcome', {
    icon: 'award',
    form: formOf({ remarks: text }),
    tip: {
      en: 'Write down what you would do differently next time.',
      de: 'Schreib auf, was du beim nächsten Mal anders machen würdest.',
      fr: 'Notez ce que vous feriez autrement la prochaine fois.',
      es: 'Anota lo que harías de otra manera la próxima vez.',
    },
  }),
  quality_check: handler('quality_check', {
    icon: 'check',
    form: formOf({ verdict: { type: 'string', enum: ['pass', 'fail'] }, remarks: text }, ['verdict']),
    tip: {
      en: 'Take your time, and look in good light.',
      de: 'Nimm dir Zeit, und sieh bei gutem Licht hin.',
      fr: 'Prenez votre temps et regardez sous une bonne lumière.',
      es: 'Tómate tu tiempo y mira con buena luz.',
    },
    more: step => ({ quality_standards: standardsOf(step) }),
    canComplete: (step, { data }) =>
      data['verdict'] === 'pass' ||
      data['verdict'] === 'fail' ||
      `“${step.name}” is a quality check: say whether it passed or failed.`,
  }),
  documentation: handler('documentation', {
    icon: 'file',
    form: formOf({ remarks: text }),
    validate: step =>
      step.resources.some(({ resource_type }) => resource_type === 'documentation') || filled(step.instructions)
        ? []
        : [
            {
              field: 'resources',
              message: 'The step has nothing to read: add a document, or say what to write down.',
              severity: 'hint',
            },
          ],
    lead: naming('documentation', { en: 'Read', de: 'Lies', fr: 'Lisez', es: 'Lee' }),
  }),
}
