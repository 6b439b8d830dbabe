import { localiseDefinition, localisedName } from '@hidesync/domain/translations/localise'
import { chosenLocales } from '@hidesync/domain/translations/locale'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Database } from '../database/database.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { readTranslations } from './translation.reader.ts'

/** A graph to be read, and what decides in which language. */
export interface LocalisableContent {
  readonly workflow_id: number
  readonly content_hash: string
  /** Of the workflow: changes with each of its texts. */
  readonly version: number
  readonly default_locale: string
  readonly locales: readonly string[]
}

export interface LocalisedContent {
  /** The language of the texts; what it lacks is in the workflow's own. */
  readonly locale: string
  /** The translations that were used, the most special first; none: the texts as they were written. */
  readonly layers: readonly string[]
  /** Of the workflow; null: it is not translated. */
  readonly name: string | null
  readonly definition: WorkflowDefinition
  readonly json: string
}

/** What an entry holds in all, as a multiple of its JSON. */
const bytesPerCharacter = 6

interface Entry {
  readonly name: string | null
  readonly definition: WorkflowDefinition
  readonly json: string
}

/** Graphs in other languages, kept in this process up to a number of bytes, the least recently used going first. */
export class LocalisedContents {
  readonly #deps: { readonly db: Database; readonly revisions: CompiledRevisions; readonly maxBytes: number }
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(deps: { readonly db: Database; readonly revisions: CompiledRevisions; readonly maxBytes: number }) {
    this.#deps = deps
  }

  /** Bytes held, about. */
  get bytes(): number {
    return this.#bytes
  }

  /** The graph in the best of the languages that there is; `languages` as the caller prefers them. */
  async get(content: LocalisableContent, languages: readonly string[]): Promise<LocalisedContent> {
    const layers = chosenLocales(languages, content)
    const [locale] = layers
    if (locale === undefined) {
      const revision = await this.#deps.revisions.get(content.content_hash)
      const { default_locale } = content
      return {
        locale: default_locale,
        layers,
        name: null,
        json: revision.json,
        get definition() {
          return revision.definition
        },
      }
    }
    const key = `${content.workflow_id} ${content.version} ${content.content_hash} ${layers.join()}`
    const entry = this.#entries.get(key) ?? (await this.#make(content, layers))
    this.#keep(key, entry)
    return { locale, layers, ...entry }
  }

  async #make({ workflow_id, content_hash }: LocalisableContent, layers: readonly string[]): Promise<Entry> {
    const { db, revisions } = this.#deps
    const [translations, revision] = await Promise.all([
      readTranslations(db, workflow_id, layers),
      revisions.get(content_hash),
    ])
    const texts = layers.flatMap(layer => translations.get(layer) ?? [])
    const definition = localiseDefinition(revision.definition, texts)
    return { name: localisedName(workflow_id, texts), definition, json: JSON.stringify(definition) }
  }

  #keep(key: string, entry: Entry): void {
    const size = entry.json.length * bytesPerCharacter
    if (size > this.#deps.maxBytes) return
    if (!this.#entries.delete(key)) this.#bytes += size
    this.#entries.set(key, entry)
    for (const [oldest, { json }] of this.#entries) {
      if (this.#bytes <= this.#deps.maxBytes) break
      this.#entries.delete(oldest)
      this.#bytes -= json.length * bytesPerCharacter
    }
  }
}
