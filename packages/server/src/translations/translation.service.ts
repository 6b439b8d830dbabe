import { RawBody } from '@hidesync/contract/http/raw-body'
import type {
  Translation as TranslationAnswer,
  TranslationInput,
  TranslationReport,
  TranslationStatus,
  TranslatorFile,
} from '@hidesync/contract/translations/translation.schemas'
import { bindDocument } from '@hidesync/domain/translations/bind'
import { completenessOf, type Translation } from '@hidesync/domain/translations/completeness'
import { documentOf } from '@hidesync/domain/translations/document'
import { normalLocale } from '@hidesync/domain/translations/locale'
import { textUnits, type TextUnit } from '@hidesync/domain/translations/text-unit'
import { fileRows, takeFile, type GivenRow } from '@hidesync/domain/translations/translator-file'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { Document } from '../http/document.ts'
import { versionTag } from '../http/if-match.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { announce } from '../workflows/workflow-events.ts'
import { lockedFor } from '../workflows/workflow-lock.ts'
import { notFound } from '../workflows/workflow-refusals.ts'
import { readTexts, type WorkflowTexts } from '../workflows/workflow.reader.ts'
import { updateWorkflow } from '../workflows/workflow.repository.ts'
import { readTranslations } from './translation.reader.ts'
import { putTexts, refreshLocales, removeTexts } from './translation.repository.ts'
import { readCsv, writeCsv } from './translations-csv.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
}

/** As many of a long list as an answer shows. */
const shown = 100
const none: Translation = new Map()

const noTranslation = ({ name, locales }: WorkflowTexts, locale: string): AppError => {
  const others = locales.length === 0 ? 'There is none in any language.' : `There are ones in ${locales.join(', ')}.`
  return new AppError('translation.not_found', `There is no translation of “${name}” in ${locale}. ${others}`)
}

function invalid(errors: readonly { readonly path: string; readonly message: string }[]): AppError {
  const [first] = errors
  const rest = errors.length > 1 ? ` There are ${errors.length} such findings in all.` : ''
  return new AppError('request.invalid', `${first?.message ?? ''}${rest}`, { errors: errors.slice(0, shown) })
}

const fromBody = (texts: NonNullable<TranslationInput['texts']>): readonly GivenRow[] =>
  texts.map(({ part, id, field, source, translation }, index) => ({
    place: `entry ${index + 1}`,
    part,
    id: String(id),
    field,
    source: source ?? null,
    translation,
  }))

/** The rows of a translator's file, or null where the body is a translation itself. */
function rowsOf(body: TranslationInput | RawBody): readonly GivenRow[] | null {
  if (body instanceof RawBody) return readCsv(body)
  if (body.texts === undefined) return null
  const others = Object.keys(body).filter(key => key !== 'texts')
  if (others.length > 0)
    throw invalid(
      others.map(key => ({
        path: `/${key}`,
        message: `A file with “texts” has no “${key}” beside them: leave one out.`,
      })),
    )
  return fromBody(body.texts)
}

/** The texts of workflows in other languages: how complete they are, reading and writing them, and the files of translators. */
export class TranslationService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(id: number, context: RequestContext): Promise<TranslationStatus[]> {
    const { db } = this.#deps
    const { workflow, units } = await this.#workflow(db, id, context)
    const translations = await readTranslations(db, id)
    context.setETag(versionTag(workflow.version))
    return [...translations.keys()].toSorted().map(locale => {
      const { total, done, missing, outdated } = completenessOf(units, translations.get(locale) ?? none)
      const counts = { locale, total, done, missing_count: missing.length, outdated_count: outdated.length }
      return { ...counts, missing: missing.slice(0, shown), outdated: outdated.slice(0, shown) }
    })
  }

  async get(
    id: number,
    { locale: asked, format }: { readonly locale: string; readonly format?: 'json' | 'csv' | undefined },
    context: RequestContext,
  ): Promise<TranslationAnswer | TranslatorFile | Document> {
    const { db } = this.#deps
    const locale = normalLocale(asked)
    const { workflow, units } = await this.#workflow(db, id, context)
    const translation = (await readTranslations(db, id, [locale])).get(locale)
    context.setETag(versionTag(workflow.version))
    context.setHeader('content-language', locale)
    if (format === undefined) {
      if (translation === undefined) throw noTranslation(workflow, locale)
      return documentOf(units, translation) as TranslationAnswer
    }
    if (locale === workflow.default_locale) throw noTranslation(workflow, locale)
    const texts = fileRows(units, translation ?? none)
    if (format === 'csv')
      return new Document('text/csv; charset=utf-8', writeCsv(texts), `${workflow.name}.${locale}.csv`)
    return { workflow_id: id, source_locale: workflow.default_locale, locale, texts: [...texts] }
  }

  async put(
    id: number,
    { locale: asked, confirm = false }: { readonly locale: string; readonly confirm?: boolean | undefined },
    body: TranslationInput | RawBody,
    context: RequestContext,
  ): Promise<TranslationAnswer | TranslationReport> {
    const locale = normalLocale(asked)
    const rows = rowsOf(body)
    return context.once(async tx => {
      const { workflow, units } = await this.#locked(tx, id, context)
      if (locale === workflow.default_locale)
        throw invalid([
          {
            path: 'locale',
            message: `“${workflow.name}” itself is written in ${locale}: change those texts in the workflow.`,
          },
        ])
      const before = (await readTranslations(tx, id, [locale])).get(locale) ?? none
      if (rows === null) {
        const { texts, problems } = bindDocument(units, body as TranslationInput, { translation: before, confirm })
        if (problems.length > 0) throw invalid(problems)
        await removeTexts(tx, id, locale)
        await putTexts(tx, locale, texts)
        await this.#changed(tx, workflow, context)
        const after = (await readTranslations(tx, id, [locale])).get(locale) ?? none
        return documentOf(units, after) as TranslationAnswer
      }
      const { texts, problems, unknown, outdated, blank } = takeFile(units, rows)
      if (problems.length > 0)
        throw invalid(problems.map(({ place, message }) => ({ path: place, message: `At ${place}: ${message}` })))
      await putTexts(tx, locale, texts)
      await this.#changed(tx, workflow, context)
      const after = (await readTranslations(tx, id, [locale])).get(locale) ?? none
      const { total, done } = completenessOf(units, after)
      const counts = { locale, taken: texts.length, outdated, blank, unknown_count: unknown.length }
      return { ...counts, unknown: unknown.slice(0, shown), total, done }
    })
  }

  async delete(id: number, asked: string, context: RequestContext): Promise<void> {
    const locale = normalLocale(asked)
    await context.once(async tx => {
      const { workflow } = await this.#locked(tx, id, context)
      if (!workflow.locales.includes(locale)) throw noTranslation(workflow, locale)
      await removeTexts(tx, id, locale)
      await this.#changed(tx, workflow, context)
    })
  }

  /** The workflow with all its texts, if the caller may see it. */
  async #workflow(
    db: Database,
    id: number,
    { caller }: RequestContext,
  ): Promise<{ readonly workflow: WorkflowTexts; readonly units: readonly TextUnit[] }> {
    const workflow = await readTexts(db, caller, id)
    if (workflow === null) throw notFound(id)
    const inTransaction = db === this.#deps.db ? undefined : db
    const { definition } = await this.#deps.revisions.get(workflow.content_hash, inTransaction)
    return { workflow, units: textUnits(workflow, definition) }
  }

  /** The same for whoever may change it, held until the end of the transaction, at the version that they asked for. */
  async #locked(tx: Transaction, id: number, context: RequestContext) {
    await lockedFor(tx, { ...this.#deps, context }, id, { action: 'edit', doing: 'translate' })
    return this.#workflow(tx, id, context)
  }

  /** Counts the change, and tells of it. */
  async #changed(tx: Transaction, { id, name }: WorkflowTexts, context: RequestContext): Promise<void> {
    await refreshLocales(tx, id)
    const version = await updateWorkflow(tx, id, {})
    await announce(tx, 'workflow.updated', { id, name, user_id: context.caller.user_id })
    context.setETag(versionTag(version))
  }
}
