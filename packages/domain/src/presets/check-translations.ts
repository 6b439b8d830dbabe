import { shown, type Faults } from './faults.ts'
import { pointer } from './json-check.ts'
import { idKey } from './local-ids.ts'
import { translatedKinds, type TranslatedKind } from './part-translations.ts'
import type { LocalId, Preset } from './preset.ts'

const noun: Record<TranslatedKind, string> = {
  steps: 'step',
  resources: 'resource',
  outcomes: 'outcome',
  decision_options: 'decision option',
  paths: 'path',
}
const code: Record<TranslatedKind, string> = {
  steps: 'preset.unknown_step',
  resources: 'preset.unknown_resource',
  outcomes: 'preset.unknown_outcome',
  decision_options: 'preset.unknown_option',
  paths: 'preset.unknown_path',
}

type Texts = Readonly<Record<string, unknown>>

const hasWords = (text: unknown): boolean => typeof text === 'string' && text.trim() !== ''
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value])

/** Texts of which there is none in the workflow's own language have nothing that they translate, and go nowhere. */
function tellOrphans(faults: Faults, path: string, texts: Texts, original: Texts): void {
  for (const [field, value] of Object.entries(texts)) {
    const sources = listOf(original[field])
    listOf(value).forEach((text, index) => {
      if (!hasWords(text) || hasWords(sources[index])) return
      const at = Array.isArray(value) ? pointer(pointer(path, field), index) : pointer(path, field)
      const message = `There is no \`${field}\` to translate here in the workflow’s own language: ${shown(text)} is left out.`
      faults.notice(at, 'preset.left_out', message)
    })
  }
}

/** The translated texts, each of which has to belong to a part of this preset, by the id that the part carries. */
export function checkTranslations(
  faults: Faults,
  { preset_info, workflow }: Pick<Preset, 'preset_info' | 'workflow'>,
): void {
  const byId = (parts: readonly { readonly id: LocalId | null }[]): ReadonlyMap<string, Texts> =>
    new Map(parts.flatMap(part => (part.id === null ? [] : [[idKey(part.id), { ...part }] as const])))
  const known: Record<TranslatedKind, ReadonlyMap<string, Texts>> = {
    steps: byId(workflow.steps),
    resources: byId(workflow.steps.flatMap(step => step.resources)),
    outcomes: byId(workflow.outcomes),
    decision_options: byId(workflow.steps.flatMap(step => step.decision_options)),
    paths: byId(workflow.paths),
  }
  const words = { name: preset_info.name, description: preset_info.description ?? workflow.description }
  for (const [locale, { name, description, ...translation }] of Object.entries(workflow.translations)) {
    const at = pointer(`/workflow/translations`, locale)
    tellOrphans(faults, at, { name, description }, words)
    for (const kind of translatedKinds)
      for (const [id, texts] of Object.entries(translation[kind] ?? {})) {
        const path = pointer(pointer(at, kind), id)
        const part = known[kind].get(id)
        if (part !== undefined) {
          tellOrphans(faults, path, { ...texts }, part)
          continue
        }
        const message = `Translation ${locale.slice(0, 60)}: no ${noun[kind]} of this preset has the id ${shown(id)}.`
        faults.add(path, code[kind], message)
      }
  }
}
