import type { Client } from '@hidesync/contract/client'
import type { WorkflowSummary } from '@hidesync/contract/workflows/workflow.schemas'
import type { TranslationInput } from '@hidesync/contract/translations/translation.schemas'
import { followPreset } from '@hidesync/domain/presets/follow-preset'
import type { Preset } from '@hidesync/domain/presets/preset'
import { readPreset } from '@hidesync/domain/presets/read-preset'
import { importedTranslations } from '@hidesync/domain/presets/translation-ids'
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { createHash } from 'node:crypto'
import { CliError } from '../../command-line/cli-error.ts'
import type { Comparison } from '../../workflows/describe-changes.ts'
import type { Planned } from './plan-update.ts'
import type { FeedEntry } from './read-feed.ts'

/** The same for the same content, so that what was begun with one seed is imported once. */
const keyFor = (seed: string, { key, preset }: FeedEntry): string =>
  createHash('sha256')
    .update(`${seed}\n${key}\n${JSON.stringify(preset)}`)
    .digest('base64url')

/** Imports an entry as a workflow, “Name (2)” where the name is taken; again after a lost answer it is the same workflow. */
export const importEntry = (client: Client, seed: string, entry: FeedEntry): Promise<WorkflowSummary> =>
  client.presets.import(
    { body: entry.preset, query: { on_conflict: 'rename' } },
    { idempotencyKey: keyFor(seed, entry) },
  )

async function readEntry(client: Client, { title, preset }: FeedEntry): Promise<Preset> {
  const types = await client.enums.list({ params: { type: 'workflow_step_type' } })
  const read = readPreset(
    preset,
    types.map(({ code }) => code),
  )
  if (read.ok) return read.preset
  throw new CliError('cli.invalid_preset', `“${title}” cannot be read: ${read.errors[0]?.message ?? ''}`, 5, [
    ...read.errors,
  ])
}

const aboutOf = ({ preset_info, workflow }: Preset) => ({
  description: preset_info.description ?? workflow.description,
  category: preset_info.category,
  tags: [...preset_info.tags],
  difficulty_level: preset_info.difficulty,
  estimated_duration: preset_info.estimated_time,
  default_locale: workflow.default_locale,
  has_multiple_outcomes: workflow.has_multiple_outcomes,
})

/** Brings a workflow that nobody edited to the newer version. Broken off in its middle it can be done again. */
export async function followEntry(
  client: Client,
  { entry, workflow }: Extract<Planned, { kind: 'newer' }>,
): Promise<Comparison> {
  const preset = await readEntry(client, entry)
  const params = { id: workflow.id }
  const graph = followPreset(preset.workflow, workflow)
  const saved = await client.revisions.save(
    { params, body: graph as unknown as JsonValue },
    { ifMatch: `"${workflow.version}"` },
  )
  await client.workflows.update({ params, body: aboutOf(preset) }, { ifMatch: `"${saved.version}"` })
  const texts = importedTranslations(preset.workflow, saved)
  for (const [locale, body] of Object.entries(texts))
    // What stands in a file and in the contract is the same document.
    await client.translations.put({ params: { ...params, locale }, body: body as TranslationInput })
  for (const locale of workflow.locales)
    if (texts[locale] === undefined) await client.translations.delete({ params: { ...params, locale } })
  return saved.changes
}
