import type { Caller } from '@hidesync/domain/identity/permissions'
import type { StepResource, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { stockKey, stockLinks, type StockLink, type ResourceNames } from './resource-names.ts'
import { workshopsOf } from '../identity/workshops-of-sql.ts'

const links = {
  dynamic_material_id: { table: 'dynamic_materials', label: 'name' },
  tool_id: { table: 'tools', label: 'name' },
  documentation_id: { table: 'documentation', label: 'title' },
} as const satisfies Record<StockLink, { readonly table: string; readonly label: string }>

interface Linked {
  readonly link: StockLink
  readonly id: number
  readonly name: string
  /** Whether it belongs to a workshop of the caller. */
  readonly own: boolean
}

/** What the resources link; `caller` null: nobody's in particular. */
async function readLinked(
  db: Database,
  caller: Caller | null,
  resources: readonly StepResource[],
): Promise<readonly Linked[]> {
  const named = stockLinks.map(link => ({
    link,
    ids: resources.flatMap(resource => resource[link] ?? []),
  }))
  if (named.every(({ ids }) => ids.length === 0)) return []
  const own =
    caller === null ? sql`false` : caller.is_superuser ? sql`true` : sql`t.workshop_id = any(${workshopsOf(caller)})`
  const selects = named.map(({ link, ids }) => {
    const { table, label } = links[link]
    return sql`select ${sql.lit(link)} as link, t.id, t.${sql.ref(label)} as name, ${own} as own
      from ${sql.table(table)} t where t.id = any(${`{${ids.join(',')}}`}::text::bigint[])`
  })
  const { rows } = await sql<Linked>`${sql.join(selects, sql` union all `)}`.execute(db)
  return rows
}

/**
 * The definition as somebody can use it in their own workshops: what it links in the stock of others keeps its name, and loses
 * the link.
 */
export async function withOwnResources(
  db: Database,
  caller: Caller,
  definition: WorkflowDefinition,
): Promise<WorkflowDefinition> {
  const linked = await readLinked(
    db,
    caller,
    definition.steps.flatMap(step => step.resources),
  )
  if (linked.every(({ own }) => own)) return definition
  const foreign = new Map(linked.filter(({ own }) => !own).map(({ link, id, name }) => [stockKey(link, id), name]))
  const unlinked = (resource: StepResource): StepResource => {
    const dropped = stockLinks.filter(link => foreign.has(stockKey(link, resource[link])))
    if (dropped.length === 0) return resource
    const name = resource.name ?? foreign.get(`${dropped[0]} ${resource[dropped[0] ?? 'tool_id']}`) ?? null
    return { ...resource, name, ...Object.fromEntries(dropped.map(link => [link, null])) }
  }
  return {
    ...definition,
    steps: definition.steps.map(step => ({ ...step, resources: step.resources.map(unlinked) })),
  }
}

/** The names in stock of what resources without a name of their own link. */
export async function readResourceNames(db: Database, definition: WorkflowDefinition): Promise<ResourceNames> {
  const nameless = definition.steps.flatMap(step => step.resources.filter(({ name }) => name === null))
  const linked = await readLinked(db, null, nameless)
  return new Map(linked.map(({ link, id, name }) => [stockKey(link, id), name]))
}
