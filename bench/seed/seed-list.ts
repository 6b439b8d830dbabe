import { emptyDefinition } from '@hidesync/domain/workflows/definition'
import type { Database } from '@hidesync/server/database/database'
import { contentOf } from '@hidesync/server/workflows/workflow-content'
import { sql } from 'kysely'

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
      array['sewing', 'gift'],
      ${content_hash}, n % 30, now() - interval '1 year' + n * interval '1 minute', now() - interval '1 year' + n * interval '1 minute'
    from generate_series(1, ${count}::int) as n`.execute(db)
  await sql`
    insert into workflow_shares (workflow_id, user_id, permission)
    select w.id, ${people.reader}, 'execute' from workflows w
    where w.visibility = 'shared' and w.created_by <> ${people.reader} and w.id % 2 = 0`.execute(db)
}
