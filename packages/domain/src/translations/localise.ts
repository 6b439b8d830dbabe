import type { WorkflowDefinition } from '../workflows/definition.ts'
import type { Translation } from './completeness.ts'
import { translatable, unitKey, type TranslatedPart, type WorkflowWords } from './text-unit.ts'

/** The text of the first translation that has one. */
const found = (layers: readonly Translation[], key: string): string | undefined => {
  for (const layer of layers) {
    const text = layer.get(key)?.text
    if (text !== undefined) return text
  }
  return undefined
}

/** The part with every text that one of the layers has; what is not stated in the source stays unstated. */
function overlay<T extends { readonly id: number }>(part: TranslatedPart, thing: T, layers: readonly Translation[]): T {
  const { id } = thing
  const values = thing as unknown as Readonly<Record<string, unknown>>
  const changes: Record<string, unknown> = {}
  for (const field of Object.keys(translatable[part])) {
    const value = values[field]
    const read = (name: string, source: unknown) =>
      typeof source === 'string' && source.trim() !== ''
        ? (found(layers, unitKey({ part, id, field: name })) ?? source)
        : source
    const shown = Array.isArray(value)
      ? value.map((entry, index) => read(`${field}.${index + 1}`, entry))
      : read(field, value)
    changes[field] = shown
  }
  return { ...thing, ...changes }
}

/** A graph as it reads in a language: the layers in turn, the most special first, then the texts themselves. */
export function localiseDefinition(definition: WorkflowDefinition, layers: readonly Translation[]): WorkflowDefinition {
  if (layers.length === 0) return definition
  return {
    ...definition,
    steps: definition.steps.map(step => ({
      ...overlay('step', step, layers),
      resources: step.resources.map(resource => overlay('resource', resource, layers)),
      decision_options: step.decision_options.map(option => overlay('decision_option', option, layers)),
    })),
    outcomes: definition.outcomes.map(outcome => overlay('outcome', outcome, layers)),
    paths: definition.paths.map(path => overlay('path', path, layers)),
  }
}

/** A workflow's name and description as they read in a language. */
export const localiseWords = <T extends WorkflowWords>(workflow: T, layers: readonly Translation[]): T =>
  layers.length === 0 ? workflow : overlay('workflow', workflow, layers)

/** What the workflow is called in a language; null: the layers have no name for it. */
export const localisedName = (id: number, layers: readonly Translation[]): string | null =>
  found(layers, unitKey({ part: 'workflow', id, field: 'name' })) ?? null
