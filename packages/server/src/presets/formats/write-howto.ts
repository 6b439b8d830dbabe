import type { Preset, PresetStep, RequiredResource } from '@hidesync/domain/presets/preset'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { isoDuration } from './iso-duration.ts'
import { sheetWords } from './sheet-words.ts'
import { inOrder } from './sheet.ts'

/** Without what is not stated. */
const stated = (fields: Readonly<Record<string, unknown>>): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  ) as JsonObject

type Need = Pick<RequiredResource, 'name' | 'quantity' | 'unit' | 'notes'>

const item = (type: 'HowToSupply' | 'HowToTool', { name, quantity, unit, notes }: Need): JsonObject =>
  stated({
    '@type': type,
    name,
    description: notes,
    requiredQuantity:
      quantity === null ? null : stated({ '@type': 'QuantitativeValue', value: quantity, unitText: unit }),
  })

const needs = ({ resources }: PresetStep) => ({
  supply: resources.filter(({ resource_type }) => resource_type === 'material').map(one => item('HowToSupply', one)),
  tool: resources.filter(({ resource_type }) => resource_type === 'tool').map(one => item('HowToTool', one)),
})

function howToStep(step: PresetStep, index: number, warning: string): JsonObject {
  const choices = step.decision_options.map(({ option_text }) => option_text)
  const paragraphs = [step.instructions ?? step.description, step.detailed_instructions, choices.join(' / ')]
  const text = paragraphs.filter(paragraph => paragraph !== null && paragraph !== '').join('\n\n') || step.name
  const direction = stated({
    '@type': 'HowToDirection',
    text,
    performTime: step.estimated_duration === null ? null : isoDuration(step.estimated_duration),
    ...needs(step),
  })
  const tips = [
    ...step.warnings.map(text => ({ '@type': 'HowToTip', name: warning, text })),
    ...step.tips.map(text => ({ '@type': 'HowToTip', text })),
  ]
  return stated({
    '@type': 'HowToStep',
    position: index + 1,
    name: step.name,
    description: step.description,
    text,
    itemListElement: [direction, ...tips],
  })
}

/** The workflow as a schema.org HowTo (JSON-LD). A HowTo is one list: branches become steps that say what may be chosen. */
export function howToOf({ preset_info, workflow, required_resources }: Preset, locale: string): JsonObject {
  const { warning } = sheetWords(locale)
  return stated({
    '@context': 'https://schema.org',
    '@type': 'HowTo',
    name: preset_info.name,
    description: preset_info.description,
    inLanguage: locale,
    educationalLevel: preset_info.difficulty,
    keywords: preset_info.tags,
    about: preset_info.category === null ? null : { '@type': 'Thing', name: preset_info.category },
    totalTime: preset_info.estimated_time === null ? null : isoDuration(preset_info.estimated_time),
    yield: workflow.outcomes.map(({ name }) => name),
    supply: required_resources.materials.map(need => item('HowToSupply', need)),
    tool: required_resources.tools.map(need => item('HowToTool', need)),
    step: inOrder(workflow.steps).map((step, index) => howToStep(step, index, warning)),
  })
}

/** The HowTo as a document of its own. */
export const writeHowTo = (preset: Preset, locale: string): string =>
  `${JSON.stringify(howToOf(preset, locale), null, 2)}\n`
