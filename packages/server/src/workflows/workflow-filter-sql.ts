import type { DifficultyLevel, Visibility, WorkflowStatus } from '@hidesync/domain/workflows/definition'
import { sql, type RawBuilder } from 'kysely'

/** What a list is narrowed down by; all of it has to hold. */
export interface WorkflowFilter {
  readonly status?: WorkflowStatus | undefined
  readonly is_template?: boolean | undefined
  readonly difficulty_level?: DifficultyLevel | undefined
  readonly project_id?: number | undefined
  readonly category?: string | undefined
  /** Each of them has to be there. */
  readonly tags?: readonly string[] | undefined
  /** `de` finds `de-AT`, too. */
  readonly language?: string | undefined
  /** Minutes, both ends included. */
  readonly duration_min?: number | undefined
  readonly duration_max?: number | undefined
  readonly rating_min?: number | undefined
  readonly created_by?: number | undefined
  readonly visibility?: Visibility | undefined
  /** Only those of others that were shared with the caller or their workshops. */
  readonly shared_with_me?: boolean | undefined
}

/** The elements that `facets` of workflow `w` has to hold. */
function facetsOf({ category, tags = [], language }: WorkflowFilter): readonly RawBuilder<string>[] {
  const facet = (kind: string, text: string) => sql<string>`${sql.lit(`${kind}:`)} || fold_text(btrim(${text}::text))`
  return [
    ...(category === undefined ? [] : [facet('category', category)]),
    ...tags.map(tag => facet('tag', tag)),
    ...(language === undefined ? [] : [sql<string>`'language:' || lower(${language}::text)`]),
  ]
}

/** What the filter asks of workflow `w`. `shared_with_me` is a matter of where workflows are taken from. */
export function filterConditions(filter: WorkflowFilter): readonly RawBuilder<boolean>[] {
  const { status, is_template, difficulty_level, project_id, created_by, visibility } = filter
  const { duration_min, duration_max, rating_min } = filter
  const facets = facetsOf(filter)
  const conditions: (RawBuilder<boolean> | false)[] = [
    status !== undefined && sql`w.status = ${status}`,
    is_template !== undefined && sql`w.is_template = ${is_template}`,
    difficulty_level !== undefined && sql`w.difficulty_level = ${difficulty_level}`,
    project_id !== undefined && sql`w.project_id = ${project_id}`,
    created_by !== undefined && sql`w.created_by = ${created_by}`,
    visibility !== undefined && sql`w.visibility = ${visibility}`,
    duration_min !== undefined && sql`w.estimated_duration >= ${duration_min}`,
    duration_max !== undefined && sql`w.estimated_duration <= ${duration_max}`,
    rating_min !== undefined && sql`w.rating_average >= ${rating_min}`,
    facets.length > 0 && sql`w.facets @> array[${sql.join(facets)}]`,
  ]
  return conditions.filter(condition => condition !== false)
}

/** Whether the filter leaves anything out. */
export const narrows = (filter: WorkflowFilter): boolean =>
  filter.shared_with_me === true || filterConditions(filter).length > 0
