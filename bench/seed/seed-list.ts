import { emptyDefinition } from '@hidesync/domain/workflows/definition'
import type { Database } from '@hidesync/server/database/database'
import { contentOf } from '@hidesync/server/workflows/workflow-content'
import { sql, type RawBuilder } from 'kysely'

const chunk = 5000

/** With the words by which the index knows whose a workflow is and who may read it. */
const marked = (words: RawBuilder<unknown>) =>
  sql`${words} || array_to_tsvector(array['/owner' || w.created_by, '/' || w.visibility])`

/**
 * Writes many workflows, spread over the owners: of ten, six are private, one is shared and three are public; of the shared ones every
 * other is shared with the reader.
 */
export async function seedList(
  db: Database,
  count: number,
  people: { readonly owners: readonly number[]; readonly reader: number },
): Promise<void> {
  const { content, content_hash } = contentOf(emptyDefinition)
  await sql`insert into workflow_contents (content_hash, content) values (${content_hash}, ${content})
    on conflict do nothing`.execute(db)
  const owners = sql`${`{${people.owners.join(',')}}`}::text::bigint[]`
  // Each workflow's own trigger would take most of the time; what it writes is written for all at once below.
  await sql`alter table workflows disable trigger workflow_searched_on_insert`.execute(db)
  for (let from = 1; from <= count; from += chunk)
    await sql`
    insert into workflows (name, description, status, created_by, is_template, visibility, estimated_duration, difficulty_level,
      category, tags, content_hash, step_count, created_at, updated_at)
    select (array['Card wallet', 'Dopp kit', 'Chisel box', 'Belt with a brass buckle', 'Three-legged stool', 'Knife sheath'])[1 + n % 6] || ' ' || n,
      'Cut, mark, punch and sew; dyed before assembly and polished at the end. Takes an evening, or two with the first attempt at a corner.',
      (array['active', 'published', 'draft', 'active'])[1 + n % 4],
      (${owners})[1 + n % ${people.owners.length}::int],
      n % 4 = 1,
      case when n / 7 % 10 < 6 then 'private' when n / 7 % 10 = 6 then 'shared' else 'public' end,
      30 + n % 400,
      (array['beginner', 'intermediate', 'advanced', 'expert'])[1 + n % 4],
      (array['leather', 'wood', 'textile'])[1 + n % 3],
      array['sewing', 'gift', 'pattern ' || n % 499],
      ${content_hash}, n % 30, now() - interval '1 year' + n * interval '1 minute', now() - interval '1 year' + n * interval '1 minute'
    from generate_series(${from}::int, ${Math.min(count, from + chunk - 1)}::int) as n
    returning id`.execute(db)
  await sql`alter table workflows enable trigger workflow_searched_on_insert`.execute(db)
  for (let from = 0; from < count; from += chunk)
    await sql`
      insert into workflow_search (workflow_id, title, document)
      select w.id, ${marked(sql`to_tsvector('simple', fold_text(w.name)) || to_tsvector('english', w.name)`)},
        ${marked(sql`setweight(to_tsvector('simple', fold_text(w.name)) || to_tsvector('english', w.name), 'A')
          || setweight(to_tsvector('simple', array_to_string(w.tags, ' ') || ' ' || w.category), 'B')
          || setweight(to_tsvector('simple', w.description) || to_tsvector('english', w.description), 'C')`)}
      from (select * from workflows order by id limit ${chunk} offset ${from}::int) w
      on conflict do nothing`.execute(db)
  await sql`
    insert into search_vocabulary (word)
    select distinct unnest(tsvector_to_array(to_tsvector('simple', fold_text(w.name || ' ' || w.description)))) from workflows w
    on conflict do nothing`.execute(db)
  await sql`
    insert into workflow_shares (workflow_id, user_id, permission)
    select w.id, ${people.reader}, 'execute' from workflows w
    where w.visibility = 'shared' and w.created_by <> ${people.reader} and w.id / 70 % 2 = 0`.execute(db)
}
