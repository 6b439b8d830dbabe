import type { PGlite } from '@electric-sql/pglite'

export interface CatalogueColumn {
  readonly table: string
  readonly name: string
  /** As `format_type` prints it: `bigint`, `text[]`, `timestamp with time zone`. */
  readonly type: string
  readonly not_null: boolean
  readonly identity: boolean
  readonly generated: boolean
  /** The default's expression, or the generated column's. */
  readonly expression: string | null
}

/** A constraint, index or trigger: its table, its name and the statement that would make it. */
export interface CatalogueItem {
  readonly table: string
  readonly name: string
  readonly definition: string
}

export interface Catalogue {
  readonly columns: readonly CatalogueColumn[]
  readonly constraints: readonly CatalogueItem[]
  readonly indexes: readonly CatalogueItem[]
  readonly triggers: readonly CatalogueItem[]
  readonly functions: readonly CatalogueItem[]
  readonly sequences: readonly CatalogueItem[]
}

const columns = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
    a.attidentity <> '' as identity, a.attgenerated <> '' as generated, pg_get_expr(d.adbin, d.adrelid) as expression
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped
  order by c.relname collate "C", a.attnum`

// Not-null constraints (contype n) stand with their columns.
const constraints = `
  select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid and c.relnamespace = 'public'::regnamespace
  where k.contype in ('p', 'u', 'f', 'c', 'x')
  order by c.relname collate "C", k.contype, k.conname collate "C"`

const indexes = `
  select c.relname as "table", i.relname as name, pg_get_indexdef(x.indexrelid) as definition
  from pg_index x
  join pg_class i on i.oid = x.indexrelid
  join pg_class c on c.oid = x.indrelid and c.relnamespace = 'public'::regnamespace
  where not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname collate "C", i.relname collate "C"`

const triggers = `
  select c.relname as "table", t.tgname as name, pg_get_triggerdef(t.oid) as definition
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid and c.relnamespace = 'public'::regnamespace
  where not t.tgisinternal
  order by c.relname collate "C", t.tgname collate "C"`

const functions = `
  select '' as "table", p.proname as name, pg_get_functiondef(p.oid) as definition
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace
    -- What belongs to an extension is not ours.
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname collate "C", p.oid`

const sequences = `
  select '' as "table", sequencename as name, format('CREATE SEQUENCE %I AS %s INCREMENT BY %s', sequencename, data_type, increment_by) as definition
  from pg_sequences s
  where schemaname = 'public' and not exists (
    select from pg_depend d where d.objid = format('public.%I', s.sequencename)::regclass and d.deptype = 'i'
  )
  order by sequencename collate "C"`

/** What the schema `public` consists of, in an order that depends on names alone. */
export async function readCatalogue(database: PGlite): Promise<Catalogue> {
  const rows = async <T>(query: string) => (await database.query<T>(query)).rows
  return {
    columns: await rows<CatalogueColumn>(columns),
    constraints: await rows<CatalogueItem>(constraints),
    indexes: await rows<CatalogueItem>(indexes),
    triggers: await rows<CatalogueItem>(triggers),
    functions: await rows<CatalogueItem>(functions),
    sequences: await rows<CatalogueItem>(sequences),
  }
}
