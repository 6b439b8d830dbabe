import type { Caller } from '@hidesync/domain/identity/permissions'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { completenessOf } from '@hidesync/domain/translations/completeness'
import { textUnits } from '@hidesync/domain/translations/text-unit'
import type { ResourceType, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { KnownResource, ValidationContext } from '@hidesync/domain/workflows/validation/context'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { readTranslations } from '../translations/translation.reader.ts'
import { workshopsOf } from '../identity/workshops-of-sql.ts'

const kinds = {
  material: {
    link: 'dynamic_material_id',
    columns: sql`t.name, t.unit, case when t.deleted_at is null then 'usable' else 'deleted' end as state
      from dynamic_materials t`,
  },
  tool: {
    link: 'tool_id',
    columns: sql`t.name, null as unit, case when t.deleted_at is not null then 'deleted'
      when t.status = 'retired' then 'retired' else 'usable' end as state from tools t`,
  },
  documentation: {
    link: 'documentation_id',
    columns: sql`t.title as name, null as unit, case when t.deleted_at is null then 'usable' else 'deleted' end as state
      from documentation t`,
  },
} as const satisfies Record<ResourceType, unknown>
const types = Object.keys(kinds) as ResourceType[]

interface Row extends KnownResource {
  readonly type: ResourceType
  readonly id: number
}

/** What the caller's workshops know of the resources that the definition names by id. */
async function readResources(db: Database, caller: Caller, definition: WorkflowDefinition): Promise<readonly Row[]> {
  const resources = definition.steps.flatMap(step => step.resources)
  const named = types.map(type => ({ type, ids: resources.flatMap(resource => resource[kinds[type].link] ?? []) }))
  if (named.every(({ ids }) => ids.length === 0)) return []
  const own = caller.is_superuser ? sql`true` : sql`t.workshop_id = any(${workshopsOf(caller)})`
  const selects = named.map(
    ({ type, ids }) => sql`select ${sql.lit(type)} as type, t.id, ${kinds[type].columns}
      where t.id = any(${`{${ids.join(',')}}`}::text::bigint[]) and ${own}`,
  )
  const { rows } = await sql<Row>`${sql.join(selects, sql` union all `)}`.execute(db)
  return rows
}

interface Subject {
  readonly id: number
  readonly name: string
  readonly description: string | null
}

/**
 * What the validation compares a workflow with, whoever asks for it: the stock of the caller's workshops, its translations, and
 * the handlers of the step types.
 */
export async function readValidationContext(
  { db, caller, stepTypes }: { readonly db: Database; readonly caller: Caller; readonly stepTypes: StepTypeRegistry },
  workflow: Subject,
  definition: WorkflowDefinition,
): Promise<ValidationContext> {
  const resources = await readResources(db, caller, definition)
  const known = new Map(resources.map(({ type, id, ...resource }) => [`${type} ${id}`, resource]))
  const translations = await readTranslations(db, workflow.id)
  const units = textUnits(workflow, definition)
  return {
    resource: (type, id) => known.get(`${type} ${id}`) ?? null,
    locales: [...translations]
      .map(([locale, texts]) => ({ locale, missing: completenessOf(units, texts).missing.length }))
      .toSorted((one, other) => (one.locale < other.locale ? -1 : 1)),
    stepType: step =>
      stepTypes.problemsOf(step).map(problem => ({ ...problem, message: `“${step.name}”: ${problem.message}` })),
  }
}
