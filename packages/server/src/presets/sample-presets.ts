import { checkPreset } from '@hidesync/domain/presets/check-preset'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { keepSetting } from '../identity/setup.repository.ts'
import { ensureRevision } from '../workflows/workflow-revision.repository.ts'
import { announce } from '../workflows/workflow-events.ts'
import { countParts, reserveIds } from '../workflows/workflow-ids.ts'
import type { PresetLibrary } from './preset-library.ts'
import { factsOf, prepareImport } from './prepare-import.ts'
import { insertPreset } from './preset.repository.ts'

export interface SampleContext {
  readonly db: Database
  readonly library: PresetLibrary
  /** Who owns them: the first administrator. */
  readonly owner_id: number
}

export interface LoadedSamples {
  /** Names of the workflows that were made. */
  readonly loaded: readonly string[]
  /** Files of the library that could not be imported, with the first reason. */
  readonly refused: readonly { readonly file: string; readonly message: string }[]
}

const hasWorkflow = async (db: Database): Promise<boolean> =>
  (await db.selectFrom('workflows').select('id').limit(1).executeTakeFirst()) !== undefined

/**
 * Gives an empty database the library's presets as published templates for everybody. Where there is, or ever was, a workflow,
 * nothing happens. Several processes may start at once: one of them does it.
 */
export async function loadSamplePresets({ db, library, owner_id }: SampleContext): Promise<LoadedSamples> {
  if (await hasWorkflow(db)) return { loaded: [], refused: [] }
  const files = await library.files()
  return db.transaction().execute(async tx => {
    const loaded: string[] = []
    const ids: number[] = []
    const refused: { file: string; message: string }[] = []
    await sql`select pg_advisory_xact_lock(hashtextextended('sample presets', 0))`.execute(tx)
    if (await hasWorkflow(tx)) return { loaded, refused }
    for (const { file, value } of files) {
      const checked = checkPreset(value)
      if (!checked.ok) {
        refused.push({ file, message: checked.errors[0]?.message ?? 'It is no preset.' })
        continue
      }
      const { name } = checked.preset.preset_info
      const published = { status: 'published', visibility: 'public', is_template: true, with_theme: true } as const
      // One after the other: a transaction has one connection.
      const prepared = prepareImport(checked, await reserveIds(tx, countParts(checked.definition)), [])
      const id = await insertPreset(tx, factsOf(checked.preset), prepared, { name, owner_id, ...published })
      const { content_hash } = await tx
        .selectFrom('workflows')
        .select('content_hash')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await ensureRevision(tx, { id, name, content_hash }, owner_id)
      await announce(tx, 'workflow.published', { id, name, user_id: owner_id, visibility: 'public' })
      loaded.push(name)
      ids.push(id)
    }
    await keepSetting(tx, 'sample_workflows', ids)
    return { loaded, refused }
  })
}
