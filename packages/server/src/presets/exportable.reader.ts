import type { Database } from '../database/database.ts'
import { readTranslations } from '../translations/translation.reader.ts'
import type { CompiledRevision } from '../workflows/compiled-revisions.ts'
import { readResourceNames } from '../workflows/own-resources.ts'
import type { ResourceNames } from '../workflows/resource-names.ts'
import type { WorkflowTexts } from '../workflows/workflow.reader.ts'
import { readPresetTheme } from './preset.reader.ts'
import type { Exportable } from './workflow-preset.ts'

export interface PresetOptions {
  /** Texts in other languages; with them unless false. */
  readonly translations?: boolean | undefined
  readonly theme?: boolean | undefined
  /** The languages in one of which it goes, the best first; as its author wrote it where there are none. */
  readonly languages?: readonly string[] | undefined
  /** RFC 3339. */
  readonly exportedAt: string
}

const noNames: ResourceNames = new Map()

/** Whether a resource goes without a name of its own: nothing else in a graph may. Looking at the text is quicker than reading it. */
const hasNameless = ({ json }: CompiledRevision): boolean => json.includes('"name":null')

async function languageOf(db: Database, workflow: WorkflowTexts, languages: readonly string[]) {
  const [locale] = languages
  if (locale === undefined) return null
  const found = await readTranslations(db, workflow.id, languages)
  return { locale, layers: languages.flatMap(one => found.get(one) ?? []) }
}

/** Reads what a workflow's file is made of, with one state of its graph. */
export async function readExportable(
  db: Database,
  { workflow, revision }: { readonly workflow: WorkflowTexts; readonly revision: CompiledRevision },
  { translations, theme, languages = [], exportedAt }: PresetOptions,
): Promise<Exportable> {
  const isTranslated = translations !== false && workflow.locales.length > 0
  return {
    workflow,
    graph: revision.json,
    names: hasNameless(revision) ? await readResourceNames(db, revision.definition) : noNames,
    translations: isTranslated ? await readTranslations(db, workflow.id) : new Map(),
    language: await languageOf(db, workflow, languages),
    theme: theme === false ? null : await readPresetTheme(db, workflow.theme_id),
    exported_at: exportedAt,
  }
}
