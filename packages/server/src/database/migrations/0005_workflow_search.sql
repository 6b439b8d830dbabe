-- Finding workflows, and statistics of their executions.

-- Words that are nearly alike. Comes with PostgreSQL, and may be made by whoever owns the database.
create extension if not exists pg_trgm;

-- What lists filter by ------------------------------------------------------------------------------------------------

-- What is filtered by text, folded, in one column for one index: `category:`, `tag:`, and `language:` with and without region.
create function workflow_facets(category text, tags text[], default_locale text, locales text[]) returns text[]
  language sql immutable parallel safe
  return (
    select coalesce(array_agg(distinct facet order by facet), '{}') from (
      select 'category:' || fold_text(btrim(category)) as facet
      union all select 'tag:' || fold_text(btrim(tag)) from unnest(tags) as tag
      union all select 'language:' || lower(locale) from unnest(locales || default_locale) as locale
      union all select 'language:' || lower(split_part(locale, '-', 1)) from unnest(locales || default_locale) as locale
    ) facets where facet is not null);

-- Levels as they follow each other; a list is ordered by that, not by their names.
create function difficulty_rank(level text) returns integer
  language sql immutable parallel safe
  return array_position(array['beginner', 'intermediate', 'advanced', 'expert'], level);

alter table workflows
  drop column search_text,
  drop column execution_count,
  add column facets text[] not null generated always as (workflow_facets(category, tags, default_locale, locales)) stored;
create index idx_workflow_facets on workflows using gin (facets) with (gin_pending_list_limit = 128)
  where deleted_at is null;
create index idx_workflow_owner_duration on workflows (created_by, estimated_duration, id) where deleted_at is null;
create index idx_workflow_visibility_duration on workflows (visibility, estimated_duration, id) where deleted_at is null;
create index idx_workflow_owner_difficulty on workflows (created_by, difficulty_rank(difficulty_level), id)
  where deleted_at is null;
create index idx_workflow_visibility_difficulty on workflows (visibility, difficulty_rank(difficulty_level), id)
  where deleted_at is null;
create index idx_workflow_owner_rating on workflows (created_by, rating_average, id) where deleted_at is null;
create index idx_workflow_visibility_rating on workflows (visibility, rating_average, id) where deleted_at is null;
-- Rare statuses are found without walking past the others.
create index idx_workflow_visibility_status on workflows (visibility, status, updated_at desc, id desc)
  where deleted_at is null;

-- Full text -----------------------------------------------------------------------------------------------------------

-- The rules of a language for the stems of its words; `simple` keeps words as they are.
create function search_configuration(locale text) returns regconfig
  language sql immutable parallel safe
  return case lower(split_part(coalesce(locale, ''), '-', 1))
    when 'ar' then 'arabic' when 'ca' then 'catalan' when 'da' then 'danish' when 'de' then 'german' when 'el' then 'greek'
    when 'en' then 'english' when 'es' then 'spanish' when 'eu' then 'basque' when 'fi' then 'finnish'
    when 'fr' then 'french' when 'ga' then 'irish' when 'hi' then 'hindi' when 'hu' then 'hungarian'
    when 'hy' then 'armenian' when 'id' then 'indonesian' when 'it' then 'italian' when 'lt' then 'lithuanian'
    when 'nb' then 'norwegian' when 'ne' then 'nepali' when 'nl' then 'dutch' when 'nn' then 'norwegian'
    when 'no' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian' when 'ru' then 'russian'
    when 'sr' then 'serbian' when 'sv' then 'swedish' when 'ta' then 'tamil' when 'tr' then 'turkish'
    when 'yi' then 'yiddish' else 'simple' end::regconfig;

-- Text with nothing but words in it: signs would make addresses, paths and signed numbers of what stands around them.
create function search_words_of(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(normalize(value, NFC), '[!-/:-@[-`{-~]+', ' ', 'g');

-- What a search asks for. Each word stands for others that it may have been meant to be, after a `|`; all words have to be
-- found, each as it is, as the beginning of a longer one, or by its stem in one of the languages.
create function search_query(words text[], locales text[]) returns tsquery
  language sql immutable parallel safe
  return (
    select string_agg('(' || alternatives || ')', ' & ')::tsquery from (
      select word, string_agg(distinct alternative, ' | ') as alternatives
      from unnest(words) with ordinality as w(word, place), unnest(string_to_array(word, '|')) with ordinality as m(meant, n),
        lateral (
          select '''' || fold_text(meant) || ''':*' as alternative where n = 1
          union select '''' || fold_text(meant) || ''''
          union select '''' || fold_text(stem) || '''' from unnest(locales) as locale, unnest(array[meant, fold_text(meant)]) as form,
            unnest(tsvector_to_array(to_tsvector(search_configuration(locale), form))) as stem
        ) a
      group by place, word) terms);

-- What is searched of a workflow: its name (A), tags and category (B), description, outcomes and materials (C), steps (D), in
-- all its languages. `title` holds the name alone: among many hits, those by name are looked at first.
create table workflow_search (
  workflow_id bigint primary key references workflows (id) on delete cascade,
  title tsvector not null,
  document tsvector not null
);
create index idx_workflow_search_title on workflow_search using gin (title) with (gin_pending_list_limit = 128);
create index idx_workflow_search_document on workflow_search using gin (document) with (gin_pending_list_limit = 128);

-- Every word that was ever searched through, to find what a slip of the pen was meant to be. Never shown to anybody.
create table search_vocabulary (word text primary key);
create index idx_search_vocabulary_trigrams on search_vocabulary using gin (word gin_trgm_ops)
  with (gin_pending_list_limit = 128);

-- Words of the vocabulary that share some letters with this one.
create function similar_words(asked text) returns setof text
  language sql stable set pg_trgm.similarity_threshold = 0.2
  as $$ select word from search_vocabulary where word % asked order by similarity(word, asked) desc, word limit 60 $$;

-- Texts of a workflow that are searched, each with its language and weight. Bounded: of thousands of steps the first ones count,
-- and names before instructions.
create function workflow_search_texts(workflow workflows) returns table (locale text, weight "char", value text)
  language sql stable
  as $$
  with steps as (
    select s.id, s.display_order, s.name, concat_ws(' ', s.description, s.instructions) as texts
    from workflow_steps s where s.workflow_id = workflow.id and s.deleted_at is null
  )
  select workflow.default_locale, 'A'::"char", workflow.name
  union all
  select workflow.default_locale, 'B', concat_ws(' ', workflow.category, array_to_string(workflow.tags, ' '))
  union all
  select workflow.default_locale, 'C', workflow.description
  union all
  select workflow.default_locale, 'C', left(string_agg(concat_ws(' ', o.name, o.description), ' ' order by o.display_order, o.id), 4000)
  from workflow_outcomes o where o.workflow_id = workflow.id and o.deleted_at is null
  union all
  select workflow.default_locale, 'C', left(string_agg(distinct r.name, ' '), 4000)
  from steps s join workflow_step_resources r on r.step_id = s.id where r.deleted_at is null
  union all
  select workflow.default_locale, 'D', left(string_agg(s.name, ' ' order by s.display_order, s.id), 16000)
    || ' ' || left(string_agg(s.texts, ' ' order by s.display_order, s.id), 16000)
  from steps s
  union all
  select t.locale, case t.field_name when 'name' then 'A' else 'C' end::"char", left(t.translated_value, 4000)
  from workflow_translations t where t.workflow_id = workflow.id
  union all
  select t.locale, 'D', left(string_agg(t.translated_value, ' ' order by t.field_name <> 'name', s.display_order, s.id), 16000)
  from steps s join workflow_step_translations t on t.step_id = s.id group by t.locale
  $$;

-- Writes what is searched of one workflow anew: its words without case and accents, beside their stems. Stems are taken with
-- the accents, which matter to them.
create function refresh_workflow_search(wanted bigint) returns void language plpgsql as $$
declare
  workflow workflows;
  searched record;
  plain tsvector;
  words tsvector;
  written text[] := '{}';
  in_title tsvector := '';
  in_all tsvector := '';
  unknown text[];
begin
  select * into workflow from workflows w where w.id = wanted;
  if workflow.id is null or workflow.deleted_at is not null then
    delete from workflow_search s where s.workflow_id = wanted;
    return;
  end if;
  for searched in select t.locale, t.weight, search_words_of(t.value) as value
    from workflow_search_texts(workflow) t where t.value is not null
  loop
    plain := to_tsvector('simple', fold_text(searched.value));
    words := plain || fold_text(to_tsvector(search_configuration(searched.locale), searched.value)::text)::tsvector;
    in_all := in_all || setweight(words, searched.weight);
    if searched.weight = 'A' then in_title := in_title || words; end if;
    written := written || tsvector_to_array(plain);
  end loop;
  -- Whose it is, and whether it is for everybody, as words that nobody can type: the index then finds only what may be read.
  plain := array_to_tsvector(array['/owner' || workflow.created_by, '/' || workflow.visibility]);
  insert into workflow_search as kept (workflow_id, title, document)
    values (workflow.id, in_title || plain, in_all || plain)
    on conflict (workflow_id) do update set title = excluded.title, document = excluded.document;

  select array_agg(distinct w.word order by w.word) into unknown from unnest(written) as w(word)
    where char_length(w.word) between 3 and 40 and w.word ~ '[^0-9]'
      and not exists (select from search_vocabulary v where v.word = w.word);
  if unknown is null then return; end if;
  -- One after the other: two that learn the same words in another order would wait for each other for ever.
  perform pg_advisory_xact_lock(hashtextextended('search vocabulary', 0));
  insert into search_vocabulary (word) select unnest(unknown) on conflict do nothing;
end $$;

-- At the end of the transaction, once for all that it changed: every change of a workflow, its parts or texts counts `version`.
create function keep_workflow_search() returns trigger language plpgsql as $$
begin
  perform from workflows w where w.id = new.id and w.version = new.version;
  if found then perform refresh_workflow_search(new.id); end if;
  return null;
end $$;
create constraint trigger workflow_searched_on_insert after insert on workflows
  deferrable initially deferred for each row execute function keep_workflow_search();
create constraint trigger workflow_searched_on_update after update on workflows
  deferrable initially deferred for each row
  when (old.version is distinct from new.version or old.visibility is distinct from new.visibility
    or old.created_by is distinct from new.created_by or old.deleted_at is distinct from new.deleted_at)
  execute function keep_workflow_search();

-- How many are shared with whom ----------------------------------------------------------------------------------------

-- Shares of workflows that are visible by them, counted by whom they were shared with and whose they are.
create table workflow_share_counts (
  grantee text not null check (grantee in ('user', 'workshop')),
  grantee_id bigint not null,
  created_by bigint not null,
  count bigint not null,
  primary key (grantee, grantee_id, created_by)
);

-- Adds the shares of some workflows to the counts, or with -1 takes them off.
create function count_workflow_shares(workflow workflows, change integer) returns void language plpgsql as $$
begin
  if workflow.visibility <> 'shared' or workflow.deleted_at is not null then return; end if;
  insert into workflow_share_counts as kept (grantee, grantee_id, created_by, count)
    select case when s.user_id is null then 'workshop' else 'user' end, coalesce(s.user_id, s.workshop_id),
      workflow.created_by, change
    from workflow_shares s where s.workflow_id = workflow.id
    order by 1, 2
    on conflict (grantee, grantee_id, created_by) do update set count = kept.count + excluded.count;
end $$;

create function keep_share_counts_of_workflow() returns trigger language plpgsql as $$
begin
  perform count_workflow_shares(old, -1);
  if tg_op = 'DELETE' then return old; end if;
  perform count_workflow_shares(new, 1);
  return null;
end $$;
create trigger workflow_shares_counted_on_update after update on workflows for each row
  when (old.visibility is distinct from new.visibility or old.created_by is distinct from new.created_by
    or old.deleted_at is distinct from new.deleted_at)
  execute function keep_share_counts_of_workflow();
create trigger workflow_shares_counted_on_delete before delete on workflows for each row
  execute function keep_share_counts_of_workflow();

-- The workflows are held meanwhile: one that became shared at the same moment would count these or be counted, not both nor neither.
create function keep_share_counts() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform from workflows w where w.id in (select workflow_id from old_rows) order by w.id for share;
    insert into workflow_share_counts as kept (grantee, grantee_id, created_by, count)
      select case when s.user_id is null then 'workshop' else 'user' end, coalesce(s.user_id, s.workshop_id), w.created_by, -count(*)
      from old_rows s join workflows w on w.id = s.workflow_id
      where w.visibility = 'shared' and w.deleted_at is null group by 1, 2, 3 order by 1, 2, 3
      on conflict (grantee, grantee_id, created_by) do update set count = kept.count + excluded.count;
  end if;
  if tg_op <> 'DELETE' then
    perform from workflows w where w.id in (select workflow_id from new_rows) order by w.id for share;
    insert into workflow_share_counts as kept (grantee, grantee_id, created_by, count)
      select case when s.user_id is null then 'workshop' else 'user' end, coalesce(s.user_id, s.workshop_id), w.created_by, count(*)
      from new_rows s join workflows w on w.id = s.workflow_id
      where w.visibility = 'shared' and w.deleted_at is null group by 1, 2, 3 order by 1, 2, 3
      on conflict (grantee, grantee_id, created_by) do update set count = kept.count + excluded.count;
  end if;
  return null;
end $$;
create trigger shares_counted_on_insert after insert on workflow_shares
  referencing new table as new_rows for each statement execute function keep_share_counts();
create trigger shares_counted_on_delete after delete on workflow_shares
  referencing old table as old_rows for each statement execute function keep_share_counts();
create trigger shares_counted_on_update after update on workflow_shares
  referencing old table as old_rows new table as new_rows for each statement execute function keep_share_counts();

-- Statistics ------------------------------------------------------------------------------------------------------------

-- What became of the executions of a workflow. Owner and visibility (null: deleted) are those of the workflow, so that lists by
-- number of executions follow an index here, and starting one leaves the workflow's own row alone.
create table workflow_statistics (
  workflow_id bigint primary key references workflows (id) on delete cascade,
  created_by bigint not null,
  visibility text,
  total_executions bigint not null default 0,
  -- Completed, failed, cancelled or timed out.
  ended_executions bigint not null default 0,
  completed_executions bigint not null default 0,
  -- Of those completed, without pauses. Whole, so that what is taken off again leaves exactly what was.
  completion_milliseconds bigint not null default 0
) with (fillfactor = 80);
create index idx_workflow_statistics_owner on workflow_statistics (created_by, total_executions, workflow_id);
create index idx_workflow_statistics_visibility on workflow_statistics (visibility, total_executions, workflow_id);

-- How often each outcome was reached.
create table workflow_outcome_statistics (
  workflow_id bigint not null references workflows (id) on delete cascade,
  outcome_id bigint not null references workflow_outcomes (id) on delete cascade,
  completed_executions bigint not null default 0,
  primary key (workflow_id, outcome_id)
) with (fillfactor = 80);
create index idx_workflow_outcome_statistics_outcome on workflow_outcome_statistics (outcome_id);

create function keep_statistics_of_workflow() returns trigger language plpgsql as $$
begin
  insert into workflow_statistics (workflow_id, created_by, visibility)
    select id, created_by, case when deleted_at is null then visibility end from new_rows;
  return null;
end $$;
create trigger workflow_statistics_on_insert after insert on workflows
  referencing new table as new_rows for each statement execute function keep_statistics_of_workflow();

create function follow_workflow_in_statistics() returns trigger language plpgsql as $$
begin
  update workflow_statistics
    set created_by = new.created_by, visibility = case when new.deleted_at is null then new.visibility end
    where workflow_id = new.id;
  return null;
end $$;
create trigger workflow_statistics_on_update after update on workflows for each row
  when (old.visibility is distinct from new.visibility or old.created_by is distinct from new.created_by
    or old.deleted_at is distinct from new.deleted_at)
  execute function follow_workflow_in_statistics();

-- Adds one execution as it stands to the statistics of its workflow, or with -1 takes it off.
create function count_execution(execution workflow_executions, change integer) returns void language plpgsql as $$
declare
  completed integer := change * (execution.status = 'completed')::int;
begin
  update workflow_statistics s set
    total_executions = s.total_executions + change,
    ended_executions = s.ended_executions
      + change * (execution.status in ('completed', 'failed', 'cancelled', 'timeout'))::int,
    completed_executions = s.completed_executions + completed,
    completion_milliseconds = s.completion_milliseconds + completed * round(coalesce(execution.total_duration, 0) * 60000)::bigint
  where s.workflow_id = execution.workflow_id;
  if completed <> 0 and execution.selected_outcome_id is not null then
    insert into workflow_outcome_statistics as kept (workflow_id, outcome_id, completed_executions)
      values (execution.workflow_id, execution.selected_outcome_id, completed)
      on conflict (workflow_id, outcome_id)
        do update set completed_executions = kept.completed_executions + excluded.completed_executions;
  end if;
end $$;

create function keep_workflow_statistics() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform count_execution(old, -1); end if;
  if tg_op <> 'DELETE' then perform count_execution(new, 1); end if;
  return null;
end $$;
create trigger execution_counted_on_insert after insert on workflow_executions
  for each row execute function keep_workflow_statistics();
create trigger execution_counted_on_delete after delete on workflow_executions
  for each row execute function keep_workflow_statistics();
-- Most commands only move from step to step: they cost no more than this comparison.
create trigger execution_counted_on_update after update on workflow_executions for each row
  when (old.status is distinct from new.status or new.status = 'completed' and (
    old.selected_outcome_id is distinct from new.selected_outcome_id
    or old.total_duration is distinct from new.total_duration))
  execute function keep_workflow_statistics();

-- What is there already --------------------------------------------------------------------------------------------------

insert into workflow_statistics (workflow_id, created_by, visibility)
  select id, created_by, case when deleted_at is null then visibility end from workflows;
select count_execution(e, 1) from workflow_executions e order by e.workflow_id;
select refresh_workflow_search(id) from workflows order by id;
insert into workflow_share_counts (grantee, grantee_id, created_by, count)
  select case when s.user_id is null then 'workshop' else 'user' end, coalesce(s.user_id, s.workshop_id), w.created_by, count(*)
  from workflow_shares s join workflows w on w.id = s.workflow_id
  where w.visibility = 'shared' and w.deleted_at is null group by 1, 2, 3;
