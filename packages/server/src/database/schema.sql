-- Generated from migrations/ by `npm run generate`: what an empty database becomes. Read it; do not run it.

CREATE OR REPLACE FUNCTION public.count_execution(execution workflow_executions, change integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.count_step_duration(pass workflow_step_executions)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  whose bigint;
begin
  foreach whose in array array_remove(array[0, pass.duration_user_id], null) loop
    insert into workflow_step_durations as kept (workflow_id, user_id, step_id, option_id, bucket, count)
    select s.workflow_id, nullif(whose, 0), s.id, pass.duration_option_id, pass.duration_bucket, 1
    from workflow_steps s where s.id = pass.step_id
    on conflict on constraint workflow_step_durations_key do update set count = kept.count + 1;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.count_workflow_shares(workflow workflows, change integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if workflow.visibility <> 'shared' or workflow.deleted_at is not null then return; end if;
  insert into workflow_share_counts as kept (grantee, grantee_id, created_by, count)
    select case when s.user_id is null then 'workshop' else 'user' end, coalesce(s.user_id, s.workshop_id),
      workflow.created_by, change
    from workflow_shares s where s.workflow_id = workflow.id
    order by 1, 2
    on conflict (grantee, grantee_id, created_by) do update set count = kept.count + excluded.count;
end $function$;

CREATE OR REPLACE FUNCTION public.difficulty_rank(level text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_position(ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text, 'expert'::text], level);

CREATE OR REPLACE FUNCTION public.fold_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(NORMALIZE(lower(value), NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text);

CREATE OR REPLACE FUNCTION public.follow_workflow_in_statistics()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update workflow_statistics
    set created_by = new.created_by, visibility = case when new.deleted_at is null then new.visibility end
    where workflow_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_share_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.keep_share_counts_of_workflow()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform count_workflow_shares(old, -1);
  if tg_op = 'DELETE' then return old; end if;
  perform count_workflow_shares(new, 1);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_statistics_of_workflow()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into workflow_statistics (workflow_id, created_by, visibility)
    select id, created_by, case when deleted_at is null then visibility end from new_rows;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_step_durations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' and old.duration_bucket is not null then perform uncount_step_duration(old); end if;
  if tg_op <> 'DELETE' and new.duration_bucket is not null then perform count_step_duration(new); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_workflow_comments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update workflows set comment_count = comment_count + (tg_op = 'INSERT')::integer - (tg_op = 'DELETE')::integer
  where id = coalesce(new.workflow_id, old.workflow_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_workflow_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into workflow_counts as kept (created_by, visibility, count)
      select created_by, visibility, count(*) from new_rows where deleted_at is null
      group by created_by, visibility order by created_by, visibility
      on conflict (created_by, visibility) do update set count = kept.count + excluded.count;
  elsif tg_op = 'DELETE' then
    insert into workflow_counts as kept (created_by, visibility, count)
      select created_by, visibility, -count(*) from old_rows where deleted_at is null
      group by created_by, visibility order by created_by, visibility
      on conflict (created_by, visibility) do update set count = kept.count + excluded.count;
  else
    insert into workflow_counts as kept (created_by, visibility, count)
      select created_by, visibility, sum(change)::bigint
      from (
        select created_by, visibility, 1 as change from new_rows where deleted_at is null
        union all
        select created_by, visibility, -1 from old_rows where deleted_at is null
      ) changes
      group by created_by, visibility having sum(change) <> 0 order by created_by, visibility
      on conflict (created_by, visibility) do update set count = kept.count + excluded.count;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_workflow_ratings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  more integer := (tg_op = 'INSERT')::integer - (tg_op = 'DELETE')::integer;
  stars integer := coalesce(new.stars, 0) - coalesce(old.stars, 0);
begin
  update workflows set
    rating_sum = rating_sum + stars,
    rating_count = rating_count + more,
    rating_average = (rating_sum + stars)::double precision / nullif(rating_count + more, 0)
  where id = coalesce(new.workflow_id, old.workflow_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_workflow_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from workflows w where w.id = new.id and w.version = new.version;
  if found then perform refresh_workflow_search(new.id); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_workflow_statistics()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then perform count_execution(old, -1); end if;
  if tg_op <> 'DELETE' then perform count_execution(new, 1); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_workflow_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into workflow_versions (workflow_id, version, content_hash)
  values (new.id, new.version, new.content_hash)
  on conflict (workflow_id, version) do update set content_hash = excluded.content_hash;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refresh_workflow_search(wanted bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.search_configuration(locale text)
 RETURNS regconfig
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (CASE lower(split_part(COALESCE(locale, ''::text), '-'::text, 1)) WHEN 'ar'::text THEN 'arabic'::text WHEN 'ca'::text THEN 'catalan'::text WHEN 'da'::text THEN 'danish'::text WHEN 'de'::text THEN 'german'::text WHEN 'el'::text THEN 'greek'::text WHEN 'en'::text THEN 'english'::text WHEN 'es'::text THEN 'spanish'::text WHEN 'eu'::text THEN 'basque'::text WHEN 'fi'::text THEN 'finnish'::text WHEN 'fr'::text THEN 'french'::text WHEN 'ga'::text THEN 'irish'::text WHEN 'hi'::text THEN 'hindi'::text WHEN 'hu'::text THEN 'hungarian'::text WHEN 'hy'::text THEN 'armenian'::text WHEN 'id'::text THEN 'indonesian'::text WHEN 'it'::text THEN 'italian'::text WHEN 'lt'::text THEN 'lithuanian'::text WHEN 'nb'::text THEN 'norwegian'::text WHEN 'ne'::text THEN 'nepali'::text WHEN 'nl'::text THEN 'dutch'::text WHEN 'nn'::text THEN 'norwegian'::text WHEN 'no'::text THEN 'norwegian'::text WHEN 'pt'::text THEN 'portuguese'::text WHEN 'ro'::text THEN 'romanian'::text WHEN 'ru'::text THEN 'russian'::text WHEN 'sr'::text THEN 'serbian'::text WHEN 'sv'::text THEN 'swedish'::text WHEN 'ta'::text THEN 'tamil'::text WHEN 'tr'::text THEN 'turkish'::text WHEN 'yi'::text THEN 'yiddish'::text ELSE 'simple'::text END)::regconfig;

CREATE OR REPLACE FUNCTION public.search_query(words text[], locales text[])
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT (string_agg((('('::text || terms.alternatives) || ')'::text), ' & '::text))::tsquery AS string_agg FROM (SELECT w.word, string_agg(DISTINCT a.alternative, ' | '::text) AS alternatives FROM unnest(search_query.words) WITH ORDINALITY w(word, place), LATERAL unnest(string_to_array(w.word, '|'::text)) WITH ORDINALITY m(meant, n), LATERAL (SELECT ((''''::text || fold_text(m.meant)) || ''':*'::text) AS alternative WHERE (m.n = 1) UNION SELECT ((''''::text || fold_text(m.meant)) || ''''::text) UNION SELECT ((''''::text || fold_text(stem.stem)) || ''''::text) FROM unnest(search_query.locales) locale(locale), unnest(ARRAY[m.meant, fold_text(m.meant)]) form(form), LATERAL unnest(tsvector_to_array(to_tsvector(search_configuration(locale.locale), form.form))) stem(stem)) a GROUP BY w.place, w.word) terms);

CREATE OR REPLACE FUNCTION public.search_words_of(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(NORMALIZE(value, NFC), '[!-/:-@[-`{-~]+'::text, ' '::text, 'g'::text);

CREATE OR REPLACE FUNCTION public.similar_words(asked text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
 SET "pg_trgm.similarity_threshold" TO '0.2'
AS $function$ select word from search_vocabulary where word % asked order by similarity(word, asked) desc, word limit 60 $function$;

CREATE OR REPLACE FUNCTION public.uncount_step_duration(pass workflow_step_executions)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  workflow bigint := (select s.workflow_id from workflow_steps s where s.id = pass.step_id);
begin
  update workflow_step_durations d set count = d.count - 1
  where d.workflow_id = workflow and d.user_id is null and d.step_id = pass.step_id
    and d.option_id is not distinct from pass.duration_option_id and d.bucket = pass.duration_bucket;
  update workflow_step_durations d set count = d.count - 1
  where d.workflow_id = workflow and d.user_id = pass.duration_user_id and d.step_id = pass.step_id
    and d.option_id is not distinct from pass.duration_option_id and d.bucket = pass.duration_bucket;
end $function$;

CREATE OR REPLACE FUNCTION public.workflow_facets(category text, tags text[], default_locale text, locales text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_agg(DISTINCT facets.facet ORDER BY facets.facet), '{}'::text[]) AS "coalesce" FROM (SELECT ('category:'::text || fold_text(btrim(workflow_facets.category))) AS facet UNION ALL SELECT ('tag:'::text || fold_text(btrim(tag.tag))) FROM unnest(workflow_facets.tags) tag(tag) UNION ALL SELECT ('language:'::text || lower(locale.locale)) FROM unnest((workflow_facets.locales || workflow_facets.default_locale)) locale(locale) UNION ALL SELECT ('language:'::text || lower(split_part(locale.locale, '-'::text, 1))) FROM unnest((workflow_facets.locales || workflow_facets.default_locale)) locale(locale)) facets WHERE (facets.facet IS NOT NULL));

CREATE OR REPLACE FUNCTION public.workflow_search_texts(workflow workflows)
 RETURNS TABLE(locale text, weight "char", value text)
 LANGUAGE sql
 STABLE
AS $function$
  with steps as (
    select s.id, s.display_order, s.name, concat_ws(' ', s.description, s.instructions) as texts
    from workflow_steps s where s.workflow_id = workflow.id and s.deleted_at is null
  ), resources as (
    select r.id, r.name from steps s join workflow_step_resources r on r.step_id = s.id where r.deleted_at is null
  ), outcomes as (
    select o.id, o.display_order, o.name, o.description
    from workflow_outcomes o where o.workflow_id = workflow.id and o.deleted_at is null
  )
  select workflow.default_locale, 'A'::"char", workflow.name
  union all
  select workflow.default_locale, 'B', concat_ws(' ', workflow.category, array_to_string(workflow.tags, ' '))
  union all
  select workflow.default_locale, 'C', workflow.description
  union all
  select workflow.default_locale, 'C', left(string_agg(concat_ws(' ', o.name, o.description), ' ' order by o.display_order, o.id), 4000)
  from outcomes o
  union all
  select workflow.default_locale, 'C', left(string_agg(distinct r.name, ' '), 4000) from resources r
  union all
  select workflow.default_locale, 'D', left(string_agg(s.name, ' ' order by s.display_order, s.id), 16000)
    || ' ' || left(string_agg(s.texts, ' ' order by s.display_order, s.id), 16000)
  from steps s
  union all
  select t.locale, case t.field_name when 'name' then 'A' else 'C' end::"char", left(t.translated_value, 4000)
  from workflow_translations t where t.workflow_id = workflow.id
  union all
  select t.locale, 'C', left(string_agg(t.translated_value, ' ' order by t.field_name <> 'name', o.display_order, o.id), 4000)
  from outcomes o join workflow_outcome_translations t on t.outcome_id = o.id
  where t.field_name in ('name', 'description') group by t.locale
  union all
  select t.locale, 'C', left(string_agg(distinct t.translated_value, ' '), 4000)
  from resources r join workflow_step_resource_translations t on t.resource_id = r.id
  where t.field_name = 'name' group by t.locale
  union all
  select t.locale, 'D', left(string_agg(t.translated_value, ' ' order by t.field_name <> 'name', s.display_order, s.id), 16000)
  from steps s join workflow_step_translations t on t.step_id = s.id group by t.locale
  $function$;

CREATE SEQUENCE workflow_step_executions_id_seq AS bigint INCREMENT BY 1;

CREATE TABLE api_tokens (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  user_id bigint NOT NULL,
  name text NOT NULL,
  scope text DEFAULT 'write'::text NOT NULL,
  token_hash text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_tokens_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text]))),
  CONSTRAINT api_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT api_tokens_pkey PRIMARY KEY (id),
  CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX idx_api_tokens_user ON public.api_tokens USING btree (user_id);

CREATE TABLE documentation (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workshop_id bigint NOT NULL,
  title text NOT NULL,
  doc_type text DEFAULT 'text'::text NOT NULL,
  content text,
  created_by bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  deleted_at timestamp with time zone,
  CONSTRAINT documentation_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  CONSTRAINT documentation_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id),
  CONSTRAINT documentation_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_documentation_workshop ON public.documentation USING btree (workshop_id);

CREATE TABLE dynamic_materials (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workshop_id bigint NOT NULL,
  name text NOT NULL,
  category text,
  unit text NOT NULL,
  item_code text,
  quantity_on_hand double precision DEFAULT 0 NOT NULL,
  quantity_reserved double precision DEFAULT 0 NOT NULL,
  reorder_point double precision,
  unit_cost double precision,
  currency text,
  location text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  deleted_at timestamp with time zone,
  CONSTRAINT dynamic_materials_quantity_on_hand_check CHECK (((quantity_on_hand >= (0)::double precision) AND (quantity_on_hand <= ('1000000000000'::numeric)::double precision))),
  CONSTRAINT dynamic_materials_quantity_reserved_check CHECK (((quantity_reserved >= (0)::double precision) AND (quantity_reserved <= ('1000000000000'::numeric)::double precision))),
  CONSTRAINT dynamic_materials_reorder_point_check CHECK (((reorder_point >= (0)::double precision) AND (reorder_point <= ('1000000000000'::numeric)::double precision))),
  CONSTRAINT dynamic_materials_unit_cost_check CHECK (((unit_cost >= (0)::double precision) AND (unit_cost <= ('1000000000000'::numeric)::double precision))),
  CONSTRAINT dynamic_materials_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id),
  CONSTRAINT dynamic_materials_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_dynamic_material_workshop ON public.dynamic_materials USING btree (workshop_id);

CREATE TABLE enum_value_texts (
  enum_type text NOT NULL,
  code text NOT NULL,
  locale text NOT NULL,
  display_text text NOT NULL,
  description text,
  CONSTRAINT enum_value_texts_enum_type_check CHECK ((enum_type = ANY (ARRAY['workflow_step_type'::text, 'workflow_status'::text, 'workflow_connection_type'::text, 'workflow_execution_status'::text]))),
  CONSTRAINT enum_value_texts_pkey PRIMARY KEY (enum_type, code, locale)
);

CREATE TABLE enum_value_workflow_connection_type (
  code text NOT NULL,
  display_text text NOT NULL,
  description text,
  display_order integer DEFAULT 0 NOT NULL,
  is_system boolean DEFAULT false NOT NULL,
  CONSTRAINT enum_value_workflow_connection_type_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,63}$'::text)),
  CONSTRAINT enum_value_workflow_connection_type_pkey PRIMARY KEY (code)
);

CREATE TABLE enum_value_workflow_execution_status (
  code text NOT NULL,
  display_text text NOT NULL,
  description text,
  display_order integer DEFAULT 0 NOT NULL,
  is_system boolean DEFAULT false NOT NULL,
  CONSTRAINT enum_value_workflow_execution_status_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,63}$'::text)),
  CONSTRAINT enum_value_workflow_execution_status_pkey PRIMARY KEY (code)
);

CREATE TABLE enum_value_workflow_status (
  code text NOT NULL,
  display_text text NOT NULL,
  description text,
  display_order integer DEFAULT 0 NOT NULL,
  is_system boolean DEFAULT false NOT NULL,
  CONSTRAINT enum_value_workflow_status_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,63}$'::text)),
  CONSTRAINT enum_value_workflow_status_pkey PRIMARY KEY (code)
);

CREATE TABLE enum_value_workflow_step_type (
  code text NOT NULL,
  display_text text NOT NULL,
  description text,
  display_order integer DEFAULT 0 NOT NULL,
  is_system boolean DEFAULT false NOT NULL,
  CONSTRAINT enum_value_workflow_step_type_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{0,63}$'::text)),
  CONSTRAINT enum_value_workflow_step_type_pkey PRIMARY KEY (code)
);

CREATE TABLE idempotency_keys (
  user_id bigint NOT NULL,
  route text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status integer NOT NULL,
  body text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT idempotency_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, route, key)
);
CREATE INDEX idx_idempotency_keys_created ON public.idempotency_keys USING btree (created_at);

CREATE TABLE invitations (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workshop_id bigint NOT NULL,
  email text,
  role text DEFAULT 'member'::text NOT NULL,
  token_hash text NOT NULL,
  created_by bigint,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT invitations_role_check CHECK ((role = ANY (ARRAY['member'::text, 'manager'::text]))),
  CONSTRAINT invitations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT invitations_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id) ON DELETE CASCADE,
  CONSTRAINT invitations_pkey PRIMARY KEY (id),
  CONSTRAINT invitations_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX idx_invitations_created_by ON public.invitations USING btree (created_by);
CREATE INDEX idx_invitations_expires ON public.invitations USING btree (expires_at);
CREATE INDEX idx_invitations_workshop ON public.invitations USING btree (workshop_id, id);

CREATE TABLE outbox (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  event_id uuid DEFAULT gen_random_uuid() NOT NULL,
  type text NOT NULL,
  subject text,
  workshop_id bigint,
  workflow_id bigint,
  execution_id bigint,
  execution_version integer,
  data jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  position bigint,
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_outbox_execution ON public.outbox USING btree (execution_id, execution_version) WHERE (execution_id IS NOT NULL);
CREATE UNIQUE INDEX idx_outbox_place ON public.outbox USING btree ("position");
CREATE INDEX idx_outbox_unplaced ON public.outbox USING btree (id) WHERE ("position" IS NULL);
CREATE UNIQUE INDEX outbox_event_id_key ON public.outbox USING btree (event_id);

CREATE TABLE password_resets (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  user_id bigint NOT NULL,
  token_hash text NOT NULL,
  created_by bigint,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT password_resets_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT password_resets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT password_resets_pkey PRIMARY KEY (id),
  CONSTRAINT password_resets_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX idx_password_resets_created_by ON public.password_resets USING btree (created_by);
CREATE INDEX idx_password_resets_expires ON public.password_resets USING btree (expires_at);
CREATE INDEX idx_password_resets_user ON public.password_resets USING btree (user_id);

CREATE TABLE pin_attempts (
  user_id bigint NOT NULL,
  attempts integer NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT pin_attempts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT pin_attempts_pkey PRIMARY KEY (user_id)
);

CREATE TABLE projects (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workshop_id bigint NOT NULL,
  name text NOT NULL,
  description text,
  created_by bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT projects_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  CONSTRAINT projects_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id),
  CONSTRAINT projects_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_project_workshop ON public.projects USING btree (workshop_id);
CREATE UNIQUE INDEX projects_workshop_name_key ON public.projects USING btree (workshop_id, lower(name));

CREATE TABLE refresh_tokens (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  family_id uuid NOT NULL,
  user_id bigint NOT NULL,
  token_hash text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  station_id bigint,
  CONSTRAINT refresh_tokens_station_id_fkey FOREIGN KEY (station_id) REFERENCES stations(id) ON DELETE CASCADE,
  CONSTRAINT refresh_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT refresh_tokens_pkey PRIMARY KEY (id),
  CONSTRAINT refresh_tokens_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX idx_refresh_tokens_expires ON public.refresh_tokens USING btree (expires_at);
CREATE INDEX idx_refresh_tokens_family ON public.refresh_tokens USING btree (family_id);
CREATE INDEX idx_refresh_tokens_station ON public.refresh_tokens USING btree (station_id) WHERE (station_id IS NOT NULL);
CREATE INDEX idx_refresh_tokens_user ON public.refresh_tokens USING btree (user_id);

CREATE TABLE search_vocabulary (
  word text NOT NULL,
  CONSTRAINT search_vocabulary_pkey PRIMARY KEY (word)
);
CREATE INDEX idx_search_vocabulary_trigrams ON public.search_vocabulary USING gin (word gin_trgm_ops) WITH (gin_pending_list_limit='128');

CREATE TABLE settings (
  key text NOT NULL,
  value jsonb NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT settings_pkey PRIMARY KEY (key)
);

CREATE TABLE stations (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workshop_id bigint NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  created_by bigint,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT stations_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  CONSTRAINT stations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT stations_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id) ON DELETE CASCADE,
  CONSTRAINT stations_pkey PRIMARY KEY (id),
  CONSTRAINT stations_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX idx_stations_created_by ON public.stations USING btree (created_by);
CREATE INDEX idx_stations_workshop ON public.stations USING btree (workshop_id, id);

CREATE TABLE tools (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workshop_id bigint NOT NULL,
  name text NOT NULL,
  category text,
  status text DEFAULT 'available'::text NOT NULL,
  location text,
  condition text,
  required_training text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  deleted_at timestamp with time zone,
  CONSTRAINT tools_status_check CHECK ((status = ANY (ARRAY['available'::text, 'in_use'::text, 'maintenance'::text, 'retired'::text]))),
  CONSTRAINT tools_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id),
  CONSTRAINT tools_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_tool_workshop ON public.tools USING btree (workshop_id);

CREATE TABLE users (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  email text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  locale text DEFAULT 'en'::text NOT NULL,
  is_superuser boolean DEFAULT false NOT NULL,
  is_active boolean DEFAULT true NOT NULL,
  default_workshop_id bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
  pin_hash text,
  CONSTRAINT users_preferences_check CHECK ((jsonb_typeof(preferences) = 'object'::text)),
  CONSTRAINT users_default_workshop_id_fkey FOREIGN KEY (default_workshop_id) REFERENCES workshops(id) ON DELETE SET NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_users_default_workshop ON public.users USING btree (default_workshop_id);
CREATE UNIQUE INDEX users_email_key ON public.users USING btree (lower(email));

CREATE TABLE workflow_comments (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  author_id bigint NOT NULL,
  text text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workflow_comments_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 2000))),
  CONSTRAINT workflow_comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id),
  CONSTRAINT workflow_comments_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_comments_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_comment_author ON public.workflow_comments USING btree (author_id);
CREATE INDEX idx_workflow_comment_workflow ON public.workflow_comments USING btree (workflow_id, id DESC);
CREATE TRIGGER workflow_comments_kept AFTER INSERT OR DELETE ON public.workflow_comments FOR EACH ROW EXECUTE FUNCTION keep_workflow_comments();

CREATE TABLE workflow_contents (
  content_hash text NOT NULL,
  content text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workflow_contents_pkey PRIMARY KEY (content_hash)
);

CREATE TABLE workflow_copies (
  workflow_id bigint NOT NULL,
  original_id bigint NOT NULL,
  base_revision integer NOT NULL,
  base_content_hash text NOT NULL,
  base_translations jsonb DEFAULT '{}'::jsonb NOT NULL,
  parts jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT workflow_copies_base_revision_check CHECK ((base_revision >= 1)),
  CONSTRAINT workflow_copies_base_content_hash_fkey FOREIGN KEY (base_content_hash) REFERENCES workflow_contents(content_hash),
  CONSTRAINT workflow_copies_original_id_fkey FOREIGN KEY (original_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_copies_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_copies_pkey PRIMARY KEY (workflow_id)
);
CREATE INDEX idx_workflow_copy_content ON public.workflow_copies USING btree (base_content_hash);
CREATE INDEX idx_workflow_copy_original ON public.workflow_copies USING btree (original_id);

CREATE TABLE workflow_counts (
  created_by bigint NOT NULL,
  visibility text NOT NULL,
  count bigint NOT NULL,
  CONSTRAINT workflow_counts_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'shared'::text, 'public'::text]))),
  CONSTRAINT workflow_counts_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT workflow_counts_pkey PRIMARY KEY (created_by, visibility)
);
CREATE INDEX idx_workflow_count_visibility ON public.workflow_counts USING btree (visibility) INCLUDE (count);

CREATE TABLE workflow_decision_option_translations (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  decision_option_id bigint NOT NULL,
  locale text NOT NULL,
  field_name text NOT NULL,
  translated_value text NOT NULL,
  source_hash text,
  CONSTRAINT workflow_decision_option_translations_decision_option_id_fkey FOREIGN KEY (decision_option_id) REFERENCES workflow_decision_options(id) ON DELETE CASCADE,
  CONSTRAINT workflow_decision_option_translations_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_decision_option_translations_field_key UNIQUE (decision_option_id, locale, field_name)
);

CREATE TABLE workflow_decision_options (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  step_id bigint NOT NULL,
  option_text text NOT NULL,
  result_action jsonb,
  display_order integer DEFAULT 0 NOT NULL,
  is_default boolean DEFAULT false NOT NULL,
  deleted_at timestamp with time zone,
  CONSTRAINT workflow_decision_options_step_id_fkey FOREIGN KEY (step_id) REFERENCES workflow_steps(id) ON DELETE CASCADE,
  CONSTRAINT workflow_decision_options_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_option_step ON public.workflow_decision_options USING btree (step_id);

CREATE TABLE workflow_execution_presence (
  execution_id bigint NOT NULL,
  user_id bigint NOT NULL,
  device_id uuid NOT NULL,
  device text NOT NULL,
  since timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT workflow_execution_presence_device_check CHECK ((device = ANY (ARRAY['phone'::text, 'tablet'::text, 'computer'::text]))),
  CONSTRAINT workflow_execution_presence_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES workflow_executions(id) ON DELETE CASCADE,
  CONSTRAINT workflow_execution_presence_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT workflow_execution_presence_pkey PRIMARY KEY (execution_id, user_id, device_id)
);
CREATE INDEX idx_workflow_execution_presence_seen ON public.workflow_execution_presence USING btree (seen_at);
CREATE INDEX idx_workflow_execution_presence_user ON public.workflow_execution_presence USING btree (user_id);

CREATE TABLE workflow_execution_questions (
  execution_id bigint NOT NULL,
  user_id bigint NOT NULL,
  question jsonb NOT NULL,
  version integer NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  CONSTRAINT workflow_execution_questions_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES workflow_executions(id) ON DELETE CASCADE,
  CONSTRAINT workflow_execution_questions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT workflow_execution_questions_pkey PRIMARY KEY (execution_id, user_id)
);
CREATE INDEX idx_workflow_execution_questions_user ON public.workflow_execution_questions USING btree (user_id);

CREATE TABLE workflow_executions (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  revision_id bigint NOT NULL,
  workshop_id bigint NOT NULL,
  project_id bigint,
  started_by bigint NOT NULL,
  status text NOT NULL,
  started_at timestamp with time zone DEFAULT now() NOT NULL,
  completed_at timestamp with time zone,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  selected_outcome_id bigint,
  current_step_id bigint,
  current_step_name text,
  execution_data jsonb DEFAULT '{}'::jsonb NOT NULL,
  quantity double precision DEFAULT 1 NOT NULL,
  total_duration double precision,
  failure_reason text,
  version integer DEFAULT 0 NOT NULL,
  state jsonb NOT NULL,
  total_steps integer DEFAULT 0 NOT NULL,
  completed_steps integer DEFAULT 0 NOT NULL,
  progress_percentage double precision DEFAULT 0 NOT NULL,
  timers jsonb GENERATED ALWAYS AS ((state -> 'timers'::text)) STORED,
  due_at timestamp with time zone,
  time_limit double precision,
  CONSTRAINT workflow_executions_progress_percentage_check CHECK (((progress_percentage >= (0)::double precision) AND (progress_percentage <= (100)::double precision))),
  CONSTRAINT workflow_executions_quantity_check CHECK (((quantity > (0)::double precision) AND (quantity <= (1000000)::double precision))),
  CONSTRAINT workflow_executions_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'completed'::text, 'failed'::text, 'cancelled'::text, 'timeout'::text]))),
  CONSTRAINT workflow_executions_time_limit_check CHECK (((time_limit >= (1)::double precision) AND (time_limit <= (86400)::double precision))),
  CONSTRAINT workflow_executions_total_duration_check CHECK (((total_duration >= (0)::double precision) AND (total_duration < 'Infinity'::double precision))),
  CONSTRAINT workflow_executions_version_check CHECK ((version >= 0)),
  CONSTRAINT workflow_executions_current_step_id_fkey FOREIGN KEY (current_step_id) REFERENCES workflow_steps(id),
  CONSTRAINT workflow_executions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE SET NULL,
  CONSTRAINT workflow_executions_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES workflow_revisions(id),
  CONSTRAINT workflow_executions_selected_outcome_id_fkey FOREIGN KEY (selected_outcome_id) REFERENCES workflow_outcomes(id),
  CONSTRAINT workflow_executions_started_by_fkey FOREIGN KEY (started_by) REFERENCES users(id),
  CONSTRAINT workflow_executions_status_fkey FOREIGN KEY (status) REFERENCES enum_value_workflow_execution_status(code),
  CONSTRAINT workflow_executions_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id),
  CONSTRAINT workflow_executions_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id),
  CONSTRAINT workflow_executions_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_execution_completed ON public.workflow_executions USING btree (workshop_id, completed_at DESC NULLS LAST, id DESC);
CREATE INDEX idx_workflow_execution_due ON public.workflow_executions USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX idx_workflow_execution_outcome ON public.workflow_executions USING btree (selected_outcome_id) WHERE (selected_outcome_id IS NOT NULL);
CREATE INDEX idx_workflow_execution_project ON public.workflow_executions USING btree (project_id) WHERE (project_id IS NOT NULL);
CREATE INDEX idx_workflow_execution_revision ON public.workflow_executions USING btree (revision_id);
CREATE INDEX idx_workflow_execution_started ON public.workflow_executions USING btree (workshop_id, started_at DESC, id DESC);
CREATE INDEX idx_workflow_execution_status ON public.workflow_executions USING btree (status, updated_at);
CREATE INDEX idx_workflow_execution_step ON public.workflow_executions USING btree (current_step_id) WHERE (current_step_id IS NOT NULL);
CREATE INDEX idx_workflow_execution_timers ON public.workflow_executions USING btree (started_by) WHERE ((timers IS NOT NULL) AND (status = ANY (ARRAY['active'::text, 'paused'::text, 'timeout'::text])));
CREATE INDEX idx_workflow_execution_user ON public.workflow_executions USING btree (started_by, updated_at DESC, id DESC);
CREATE INDEX idx_workflow_execution_workflow ON public.workflow_executions USING btree (workflow_id, status);
CREATE INDEX idx_workflow_execution_workshop ON public.workflow_executions USING btree (workshop_id, updated_at DESC, id DESC);
CREATE TRIGGER execution_counted_on_delete AFTER DELETE ON public.workflow_executions FOR EACH ROW EXECUTE FUNCTION keep_workflow_statistics();
CREATE TRIGGER execution_counted_on_insert AFTER INSERT ON public.workflow_executions FOR EACH ROW EXECUTE FUNCTION keep_workflow_statistics();
CREATE TRIGGER execution_counted_on_update AFTER UPDATE ON public.workflow_executions FOR EACH ROW WHEN (((old.status IS DISTINCT FROM new.status) OR ((new.status = 'completed'::text) AND ((old.selected_outcome_id IS DISTINCT FROM new.selected_outcome_id) OR (old.total_duration IS DISTINCT FROM new.total_duration))))) EXECUTE FUNCTION keep_workflow_statistics();

CREATE TABLE workflow_links (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  token_hash text NOT NULL,
  created_by bigint,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT workflow_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT workflow_links_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_links_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_links_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX idx_workflow_links_created_by ON public.workflow_links USING btree (created_by);
CREATE INDEX idx_workflow_links_workflow ON public.workflow_links USING btree (workflow_id, id);

CREATE TABLE workflow_navigation_history (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workshop_id bigint NOT NULL,
  execution_id bigint NOT NULL,
  sequence integer NOT NULL,
  step_id bigint,
  action_type text NOT NULL,
  action_data jsonb DEFAULT '{}'::jsonb NOT NULL,
  events jsonb DEFAULT '[]'::jsonb NOT NULL,
  undo_previous integer,
  actor_id bigint,
  timestamp timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workflow_navigation_history_action_type_check CHECK ((action_type = ANY (ARRAY['start'::text, 'navigate'::text, 'complete'::text, 'decide'::text, 'skip'::text, 'fail'::text, 'undo'::text, 'pause'::text, 'resume'::text, 'cancel'::text, 'time_out'::text, 'set_variables'::text, 'select_outcome'::text, 'note'::text, 'move'::text, 'start_timer'::text, 'pause_timer'::text, 'resume_timer'::text, 'extend_timer'::text, 'stop_timer'::text]))),
  CONSTRAINT workflow_navigation_history_sequence_check CHECK ((sequence >= 1)),
  CONSTRAINT workflow_navigation_history_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT workflow_navigation_history_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES workflow_executions(id) ON DELETE CASCADE,
  CONSTRAINT workflow_navigation_history_step_id_fkey FOREIGN KEY (step_id) REFERENCES workflow_steps(id),
  CONSTRAINT workflow_navigation_history_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_workflow_navigation_execution ON public.workflow_navigation_history USING btree (execution_id, sequence);
CREATE INDEX idx_workflow_navigation_step ON public.workflow_navigation_history USING btree (step_id) WHERE (step_id IS NOT NULL);
CREATE INDEX idx_workflow_navigation_timestamp ON public.workflow_navigation_history USING btree ("timestamp");

CREATE TABLE workflow_outcome_statistics (
  workflow_id bigint NOT NULL,
  outcome_id bigint NOT NULL,
  completed_executions bigint DEFAULT 0 NOT NULL,
  CONSTRAINT workflow_outcome_statistics_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES workflow_outcomes(id) ON DELETE CASCADE,
  CONSTRAINT workflow_outcome_statistics_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_outcome_statistics_pkey PRIMARY KEY (workflow_id, outcome_id)
);
CREATE INDEX idx_workflow_outcome_statistics_outcome ON public.workflow_outcome_statistics USING btree (outcome_id);

CREATE TABLE workflow_outcome_translations (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  outcome_id bigint NOT NULL,
  locale text NOT NULL,
  field_name text NOT NULL,
  translated_value text NOT NULL,
  source_hash text,
  CONSTRAINT workflow_outcome_translations_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES workflow_outcomes(id) ON DELETE CASCADE,
  CONSTRAINT workflow_outcome_translations_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_outcome_translations_field_key UNIQUE (outcome_id, locale, field_name)
);

CREATE TABLE workflow_outcomes (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  name text NOT NULL,
  description text,
  display_order integer DEFAULT 0 NOT NULL,
  is_default boolean DEFAULT false NOT NULL,
  success_criteria jsonb,
  deleted_at timestamp with time zone,
  CONSTRAINT workflow_outcomes_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_outcomes_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_outcome_workflow ON public.workflow_outcomes USING btree (workflow_id);

CREATE TABLE workflow_path_steps (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  path_id bigint NOT NULL,
  step_id bigint NOT NULL,
  step_order integer NOT NULL,
  is_optional boolean DEFAULT false NOT NULL,
  skip_condition jsonb,
  CONSTRAINT workflow_path_steps_path_id_fkey FOREIGN KEY (path_id) REFERENCES workflow_paths(id) ON DELETE CASCADE,
  CONSTRAINT workflow_path_steps_step_id_fkey FOREIGN KEY (step_id) REFERENCES workflow_steps(id) ON DELETE CASCADE,
  CONSTRAINT workflow_path_steps_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_path_steps_order_key UNIQUE (path_id, step_order)
);
CREATE INDEX idx_workflow_path_step_step ON public.workflow_path_steps USING btree (step_id);

CREATE TABLE workflow_path_translations (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  path_id bigint NOT NULL,
  locale text NOT NULL,
  field_name text NOT NULL,
  translated_value text NOT NULL,
  source_hash text,
  CONSTRAINT workflow_path_translations_path_id_fkey FOREIGN KEY (path_id) REFERENCES workflow_paths(id) ON DELETE CASCADE,
  CONSTRAINT workflow_path_translations_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_path_translations_field_key UNIQUE (path_id, locale, field_name)
);

CREATE TABLE workflow_paths (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  name text NOT NULL,
  description text,
  is_default boolean DEFAULT false NOT NULL,
  difficulty_level text,
  estimated_duration double precision,
  CONSTRAINT workflow_paths_difficulty_level_check CHECK ((difficulty_level = ANY (ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text, 'expert'::text]))),
  CONSTRAINT workflow_paths_estimated_duration_check CHECK (((estimated_duration >= (0)::double precision) AND (estimated_duration <= (86400)::double precision))),
  CONSTRAINT workflow_paths_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_paths_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_path_workflow ON public.workflow_paths USING btree (workflow_id);

CREATE TABLE workflow_proposals (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  author_id bigint NOT NULL,
  title text NOT NULL,
  message text,
  status text DEFAULT 'open'::text NOT NULL,
  base_revision integer NOT NULL,
  base_content_hash text NOT NULL,
  content_hash text NOT NULL,
  from_workflow_id bigint,
  reason text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  decided_at timestamp with time zone,
  decided_by bigint,
  base_translations jsonb DEFAULT '{}'::jsonb NOT NULL,
  translations jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT workflow_proposals_base_revision_check CHECK ((base_revision >= 1)),
  CONSTRAINT workflow_proposals_status_check CHECK ((status = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  CONSTRAINT workflow_proposals_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200))),
  CONSTRAINT workflow_proposals_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id),
  CONSTRAINT workflow_proposals_base_content_hash_fkey FOREIGN KEY (base_content_hash) REFERENCES workflow_contents(content_hash),
  CONSTRAINT workflow_proposals_content_hash_fkey FOREIGN KEY (content_hash) REFERENCES workflow_contents(content_hash),
  CONSTRAINT workflow_proposals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT workflow_proposals_from_workflow_id_fkey FOREIGN KEY (from_workflow_id) REFERENCES workflows(id) ON DELETE SET NULL,
  CONSTRAINT workflow_proposals_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_proposals_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_proposal_author ON public.workflow_proposals USING btree (author_id);
CREATE INDEX idx_workflow_proposal_base ON public.workflow_proposals USING btree (base_content_hash);
CREATE INDEX idx_workflow_proposal_content ON public.workflow_proposals USING btree (content_hash);
CREATE INDEX idx_workflow_proposal_decided_by ON public.workflow_proposals USING btree (decided_by) WHERE (decided_by IS NOT NULL);
CREATE INDEX idx_workflow_proposal_from ON public.workflow_proposals USING btree (from_workflow_id) WHERE (from_workflow_id IS NOT NULL);
CREATE INDEX idx_workflow_proposal_workflow ON public.workflow_proposals USING btree (workflow_id, id DESC);

CREATE TABLE workflow_ratings (
  workflow_id bigint NOT NULL,
  user_id bigint NOT NULL,
  stars integer NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workflow_ratings_stars_check CHECK (((stars >= 1) AND (stars <= 5))),
  CONSTRAINT workflow_ratings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT workflow_ratings_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_ratings_pkey PRIMARY KEY (workflow_id, user_id)
);
CREATE INDEX idx_workflow_rating_user ON public.workflow_ratings USING btree (user_id);
CREATE TRIGGER workflow_ratings_kept AFTER INSERT OR DELETE OR UPDATE ON public.workflow_ratings FOR EACH ROW EXECUTE FUNCTION keep_workflow_ratings();

CREATE TABLE workflow_revisions (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  revision integer NOT NULL,
  content_hash text NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by bigint,
  note text,
  CONSTRAINT workflow_revisions_revision_check CHECK ((revision >= 1)),
  CONSTRAINT workflow_revisions_content_hash_fkey FOREIGN KEY (content_hash) REFERENCES workflow_contents(content_hash),
  CONSTRAINT workflow_revisions_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT workflow_revisions_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_revisions_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_revisions_content_key UNIQUE (workflow_id, content_hash),
  CONSTRAINT workflow_revisions_number_key UNIQUE (workflow_id, revision)
);
CREATE INDEX idx_workflow_revision_content ON public.workflow_revisions USING btree (content_hash);

CREATE TABLE workflow_search (
  workflow_id bigint NOT NULL,
  title tsvector NOT NULL,
  document tsvector NOT NULL,
  CONSTRAINT workflow_search_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_search_pkey PRIMARY KEY (workflow_id)
);
CREATE INDEX idx_workflow_search_document ON public.workflow_search USING gin (document) WITH (gin_pending_list_limit='128');
CREATE INDEX idx_workflow_search_title ON public.workflow_search USING gin (title) WITH (gin_pending_list_limit='128');

CREATE TABLE workflow_share_counts (
  grantee text NOT NULL,
  grantee_id bigint NOT NULL,
  created_by bigint NOT NULL,
  count bigint NOT NULL,
  CONSTRAINT workflow_share_counts_grantee_check CHECK ((grantee = ANY (ARRAY['user'::text, 'workshop'::text]))),
  CONSTRAINT workflow_share_counts_pkey PRIMARY KEY (grantee, grantee_id, created_by)
);

CREATE TABLE workflow_shares (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  user_id bigint,
  workshop_id bigint,
  permission text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workflow_shares_one_grantee_check CHECK ((num_nonnulls(user_id, workshop_id) = 1)),
  CONSTRAINT workflow_shares_permission_check CHECK ((permission = ANY (ARRAY['read'::text, 'execute'::text, 'edit'::text]))),
  CONSTRAINT workflow_shares_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT workflow_shares_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_shares_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id) ON DELETE CASCADE,
  CONSTRAINT workflow_shares_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_shares_user_key UNIQUE (workflow_id, user_id),
  CONSTRAINT workflow_shares_workshop_key UNIQUE (workflow_id, workshop_id)
);
CREATE INDEX idx_workflow_share_user ON public.workflow_shares USING btree (user_id, workflow_id) WHERE (user_id IS NOT NULL);
CREATE INDEX idx_workflow_share_workshop ON public.workflow_shares USING btree (workshop_id, workflow_id) WHERE (workshop_id IS NOT NULL);
CREATE TRIGGER shares_counted_on_delete AFTER DELETE ON public.workflow_shares REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_share_counts();
CREATE TRIGGER shares_counted_on_insert AFTER INSERT ON public.workflow_shares REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_share_counts();
CREATE TRIGGER shares_counted_on_update AFTER UPDATE ON public.workflow_shares REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_share_counts();

CREATE TABLE workflow_statistics (
  workflow_id bigint NOT NULL,
  created_by bigint NOT NULL,
  visibility text,
  total_executions bigint DEFAULT 0 NOT NULL,
  ended_executions bigint DEFAULT 0 NOT NULL,
  completed_executions bigint DEFAULT 0 NOT NULL,
  completion_milliseconds bigint DEFAULT 0 NOT NULL,
  CONSTRAINT workflow_statistics_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_statistics_pkey PRIMARY KEY (workflow_id)
);
CREATE INDEX idx_workflow_statistics_owner ON public.workflow_statistics USING btree (created_by, total_executions, workflow_id);
CREATE INDEX idx_workflow_statistics_visibility ON public.workflow_statistics USING btree (visibility, total_executions, workflow_id);

CREATE TABLE workflow_step_connections (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  source_step_id bigint NOT NULL,
  target_step_id bigint NOT NULL,
  connection_type text DEFAULT 'sequential'::text NOT NULL,
  condition jsonb,
  display_order integer,
  is_default boolean DEFAULT false NOT NULL,
  max_iterations integer,
  min_lag double precision,
  max_lag double precision,
  deleted_at timestamp with time zone,
  CONSTRAINT workflow_step_connections_connection_type_check CHECK ((connection_type = ANY (ARRAY['sequential'::text, 'conditional'::text, 'parallel'::text, 'choice'::text, 'fallback'::text, 'loop'::text]))),
  CONSTRAINT workflow_step_connections_max_iterations_check CHECK ((max_iterations >= 1)),
  CONSTRAINT workflow_step_connections_max_lag_check CHECK (((max_lag >= (0)::double precision) AND (max_lag <= (86400)::double precision))),
  CONSTRAINT workflow_step_connections_min_lag_check CHECK (((min_lag >= (0)::double precision) AND (min_lag <= (86400)::double precision))),
  CONSTRAINT workflow_step_connections_connection_type_fkey FOREIGN KEY (connection_type) REFERENCES enum_value_workflow_connection_type(code),
  CONSTRAINT workflow_step_connections_source_step_id_fkey FOREIGN KEY (source_step_id) REFERENCES workflow_steps(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_connections_target_step_id_fkey FOREIGN KEY (target_step_id) REFERENCES workflow_steps(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_connections_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_connections_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_connection_source ON public.workflow_step_connections USING btree (source_step_id);
CREATE INDEX idx_workflow_connection_target ON public.workflow_step_connections USING btree (target_step_id);
CREATE INDEX idx_workflow_connection_workflow ON public.workflow_step_connections USING btree (workflow_id);

CREATE TABLE workflow_step_durations (
  workflow_id bigint NOT NULL,
  user_id bigint,
  step_id bigint NOT NULL,
  option_id bigint,
  bucket smallint NOT NULL,
  count integer NOT NULL,
  CONSTRAINT workflow_step_durations_bucket_check CHECK (((bucket >= 0) AND (bucket <= 178))),
  CONSTRAINT workflow_step_durations_count_check CHECK ((count >= 0)),
  CONSTRAINT workflow_step_durations_step_id_fkey FOREIGN KEY (step_id) REFERENCES workflow_steps(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_durations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_durations_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_durations_key UNIQUE NULLS NOT DISTINCT (workflow_id, user_id, step_id, option_id, bucket)
);
CREATE INDEX idx_workflow_step_duration_step ON public.workflow_step_durations USING btree (step_id);
CREATE INDEX idx_workflow_step_duration_user ON public.workflow_step_durations USING btree (user_id) WHERE (user_id IS NOT NULL);

CREATE TABLE workflow_step_executions (
  id bigint DEFAULT nextval('workflow_step_executions_id_seq'::regclass) NOT NULL,
  workshop_id bigint NOT NULL,
  execution_id bigint NOT NULL,
  step_id bigint NOT NULL,
  iteration integer DEFAULT 1 NOT NULL,
  status text NOT NULL,
  started_at timestamp with time zone,
  completed_at timestamp with time zone,
  ready_at timestamp with time zone,
  not_before timestamp with time zone,
  actual_duration double precision,
  notes text,
  step_data jsonb,
  duration_bucket smallint,
  duration_option_id bigint,
  duration_user_id bigint,
  CONSTRAINT workflow_step_executions_actual_duration_check CHECK (((actual_duration >= (0)::double precision) AND (actual_duration < 'Infinity'::double precision))),
  CONSTRAINT workflow_step_executions_duration_bucket_check CHECK (((duration_bucket >= 0) AND (duration_bucket <= 178))),
  CONSTRAINT workflow_step_executions_iteration_check CHECK ((iteration >= 1)),
  CONSTRAINT workflow_step_executions_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'ready'::text, 'active'::text, 'completed'::text, 'skipped'::text, 'failed'::text, 'dead'::text]))),
  CONSTRAINT workflow_step_executions_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES workflow_executions(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_executions_step_id_fkey FOREIGN KEY (step_id) REFERENCES workflow_steps(id),
  CONSTRAINT workflow_step_executions_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_step_executions_pass_key UNIQUE (execution_id, step_id, iteration)
);
CREATE INDEX idx_workflow_step_execution_step ON public.workflow_step_executions USING btree (step_id);
CREATE TRIGGER step_durations_on_delete AFTER DELETE ON public.workflow_step_executions FOR EACH ROW WHEN ((old.duration_bucket IS NOT NULL)) EXECUTE FUNCTION keep_step_durations();
CREATE TRIGGER step_durations_on_insert AFTER INSERT ON public.workflow_step_executions FOR EACH ROW WHEN ((new.duration_bucket IS NOT NULL)) EXECUTE FUNCTION keep_step_durations();
CREATE TRIGGER step_durations_on_update AFTER UPDATE ON public.workflow_step_executions FOR EACH ROW WHEN ((((old.duration_bucket IS DISTINCT FROM new.duration_bucket) OR (old.duration_option_id IS DISTINCT FROM new.duration_option_id)) OR (old.duration_user_id IS DISTINCT FROM new.duration_user_id))) EXECUTE FUNCTION keep_step_durations();

CREATE TABLE workflow_step_photos (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workshop_id bigint NOT NULL,
  execution_id bigint NOT NULL,
  step_id bigint NOT NULL,
  file uuid NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  caption text,
  created_by bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workflow_step_photos_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text]))),
  CONSTRAINT workflow_step_photos_size_check CHECK ((size > 0)),
  CONSTRAINT workflow_step_photos_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT workflow_step_photos_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES workflow_executions(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_photos_step_id_fkey FOREIGN KEY (step_id) REFERENCES workflow_steps(id),
  CONSTRAINT workflow_step_photos_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_step_photo_execution ON public.workflow_step_photos USING btree (execution_id, id);
CREATE INDEX idx_workflow_step_photo_step ON public.workflow_step_photos USING btree (step_id);
CREATE UNIQUE INDEX workflow_step_photos_file_key ON public.workflow_step_photos USING btree (file);

CREATE TABLE workflow_step_resource_translations (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  resource_id bigint NOT NULL,
  locale text NOT NULL,
  field_name text NOT NULL,
  translated_value text NOT NULL,
  source_hash text,
  CONSTRAINT workflow_step_resource_translations_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES workflow_step_resources(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_resource_translations_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_step_resource_translations_field_key UNIQUE (resource_id, locale, field_name)
);

CREATE TABLE workflow_step_resources (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  step_id bigint NOT NULL,
  resource_type text NOT NULL,
  name text,
  dynamic_material_id bigint,
  tool_id bigint,
  documentation_id bigint,
  quantity double precision,
  unit text,
  notes text,
  is_optional boolean DEFAULT false NOT NULL,
  display_order integer DEFAULT 0 NOT NULL,
  deleted_at timestamp with time zone,
  CONSTRAINT workflow_step_resources_kind_check CHECK ((((dynamic_material_id IS NULL) OR (resource_type = 'material'::text)) AND ((tool_id IS NULL) OR (resource_type = 'tool'::text)) AND ((documentation_id IS NULL) OR (resource_type = 'documentation'::text)))),
  CONSTRAINT workflow_step_resources_quantity_check CHECK (((quantity >= (0)::double precision) AND (quantity <= ('1000000000000'::numeric)::double precision))),
  CONSTRAINT workflow_step_resources_resource_type_check CHECK ((resource_type = ANY (ARRAY['material'::text, 'tool'::text, 'documentation'::text]))),
  CONSTRAINT workflow_step_resources_documentation_id_fkey FOREIGN KEY (documentation_id) REFERENCES documentation(id) ON DELETE SET NULL,
  CONSTRAINT workflow_step_resources_dynamic_material_id_fkey FOREIGN KEY (dynamic_material_id) REFERENCES dynamic_materials(id) ON DELETE SET NULL,
  CONSTRAINT workflow_step_resources_step_id_fkey FOREIGN KEY (step_id) REFERENCES workflow_steps(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_resources_tool_id_fkey FOREIGN KEY (tool_id) REFERENCES tools(id) ON DELETE SET NULL,
  CONSTRAINT workflow_step_resources_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_resource_documentation ON public.workflow_step_resources USING btree (documentation_id) WHERE (documentation_id IS NOT NULL);
CREATE INDEX idx_workflow_resource_material ON public.workflow_step_resources USING btree (dynamic_material_id) WHERE (dynamic_material_id IS NOT NULL);
CREATE INDEX idx_workflow_resource_step ON public.workflow_step_resources USING btree (step_id);
CREATE INDEX idx_workflow_resource_tool ON public.workflow_step_resources USING btree (tool_id) WHERE (tool_id IS NOT NULL);

CREATE TABLE workflow_step_translations (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  step_id bigint NOT NULL,
  locale text NOT NULL,
  field_name text NOT NULL,
  translated_value text NOT NULL,
  source_hash text,
  CONSTRAINT workflow_step_translations_step_id_fkey FOREIGN KEY (step_id) REFERENCES workflow_steps(id) ON DELETE CASCADE,
  CONSTRAINT workflow_step_translations_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_step_translations_field_key UNIQUE (step_id, locale, field_name)
);

CREATE TABLE workflow_steps (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  name text NOT NULL,
  description text,
  instructions text,
  detailed_instructions text,
  display_order integer DEFAULT 0 NOT NULL,
  step_type text DEFAULT 'instruction'::text NOT NULL,
  estimated_duration double precision,
  parent_step_id bigint,
  is_milestone boolean DEFAULT false NOT NULL,
  ui_position_x double precision,
  ui_position_y double precision,
  is_decision_point boolean DEFAULT false NOT NULL,
  is_outcome boolean DEFAULT false NOT NULL,
  outcome_id bigint,
  condition_logic jsonb,
  tips jsonb DEFAULT '[]'::jsonb NOT NULL,
  warnings jsonb DEFAULT '[]'::jsonb NOT NULL,
  scales_with_quantity boolean DEFAULT false NOT NULL,
  deleted_at timestamp with time zone,
  CONSTRAINT workflow_steps_estimated_duration_check CHECK (((estimated_duration >= (0)::double precision) AND (estimated_duration <= (86400)::double precision))),
  CONSTRAINT workflow_steps_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  CONSTRAINT workflow_steps_tips_check CHECK ((jsonb_typeof(tips) = 'array'::text)),
  CONSTRAINT workflow_steps_warnings_check CHECK ((jsonb_typeof(warnings) = 'array'::text)),
  CONSTRAINT workflow_steps_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES workflow_outcomes(id) ON DELETE SET NULL,
  CONSTRAINT workflow_steps_parent_step_id_fkey FOREIGN KEY (parent_step_id) REFERENCES workflow_steps(id) ON DELETE SET NULL,
  CONSTRAINT workflow_steps_step_type_fkey FOREIGN KEY (step_type) REFERENCES enum_value_workflow_step_type(code),
  CONSTRAINT workflow_steps_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_steps_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_step_outcome ON public.workflow_steps USING btree (outcome_id) WHERE (outcome_id IS NOT NULL);
CREATE INDEX idx_workflow_step_parent ON public.workflow_steps USING btree (parent_step_id) WHERE (parent_step_id IS NOT NULL);
CREATE INDEX idx_workflow_step_type ON public.workflow_steps USING btree (step_type);
CREATE INDEX idx_workflow_step_workflow_order ON public.workflow_steps USING btree (workflow_id, display_order);

CREATE TABLE workflow_themes (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  name text NOT NULL,
  description text,
  color_scheme jsonb DEFAULT '{}'::jsonb NOT NULL,
  icon_set text,
  is_system boolean DEFAULT false NOT NULL,
  created_by bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workflow_themes_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT workflow_themes_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_theme_created_by ON public.workflow_themes USING btree (created_by);
CREATE UNIQUE INDEX workflow_themes_own_name_key ON public.workflow_themes USING btree (created_by, lower(name)) WHERE (NOT is_system);
CREATE UNIQUE INDEX workflow_themes_system_name_key ON public.workflow_themes USING btree (lower(name)) WHERE is_system;

CREATE TABLE workflow_translations (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  workflow_id bigint NOT NULL,
  locale text NOT NULL,
  field_name text NOT NULL,
  translated_value text NOT NULL,
  source_hash text,
  CONSTRAINT workflow_translations_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_translations_pkey PRIMARY KEY (id),
  CONSTRAINT workflow_translations_field_key UNIQUE (workflow_id, locale, field_name)
);

CREATE TABLE workflow_versions (
  workflow_id bigint NOT NULL,
  version integer NOT NULL,
  content_hash text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workflow_versions_content_hash_fkey FOREIGN KEY (content_hash) REFERENCES workflow_contents(content_hash),
  CONSTRAINT workflow_versions_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflows(id) ON DELETE CASCADE,
  CONSTRAINT workflow_versions_pkey PRIMARY KEY (workflow_id, version)
);
CREATE INDEX idx_workflow_version_content ON public.workflow_versions USING btree (content_hash);
CREATE INDEX idx_workflow_version_created ON public.workflow_versions USING btree (created_at);

CREATE TABLE workflows (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  name text NOT NULL,
  description text,
  status text DEFAULT 'draft'::text NOT NULL,
  created_by bigint NOT NULL,
  is_template boolean DEFAULT false NOT NULL,
  project_id bigint,
  theme_id bigint,
  visibility text DEFAULT 'private'::text NOT NULL,
  has_multiple_outcomes boolean DEFAULT false NOT NULL,
  estimated_duration double precision,
  difficulty_level text,
  category text,
  tags text[] DEFAULT '{}'::text[] NOT NULL,
  default_locale text DEFAULT 'en'::text NOT NULL,
  content_hash text NOT NULL,
  step_count integer DEFAULT 0 NOT NULL,
  revision integer,
  definition_version integer DEFAULT 1 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  copied_from_workflow_id bigint,
  metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  deleted_at timestamp with time zone,
  locales text[] DEFAULT '{}'::text[] NOT NULL,
  rating_average double precision,
  rating_count integer DEFAULT 0 NOT NULL,
  comment_count integer DEFAULT 0 NOT NULL,
  copy_count integer DEFAULT 0 NOT NULL,
  copied_from jsonb,
  rating_sum bigint DEFAULT 0 NOT NULL,
  facets text[] GENERATED ALWAYS AS (workflow_facets(category, tags, default_locale, locales)) STORED NOT NULL,
  time_limit double precision,
  CONSTRAINT workflows_comment_count_check CHECK ((comment_count >= 0)),
  CONSTRAINT workflows_copy_count_check CHECK ((copy_count >= 0)),
  CONSTRAINT workflows_difficulty_level_check CHECK ((difficulty_level = ANY (ARRAY['beginner'::text, 'intermediate'::text, 'advanced'::text, 'expert'::text]))),
  CONSTRAINT workflows_estimated_duration_check CHECK (((estimated_duration >= (0)::double precision) AND (estimated_duration <= (86400)::double precision))),
  CONSTRAINT workflows_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  CONSTRAINT workflows_rating_average_check CHECK (((rating_average >= (1)::double precision) AND (rating_average <= (5)::double precision))),
  CONSTRAINT workflows_rating_count_check CHECK ((rating_count >= 0)),
  CONSTRAINT workflows_rating_sum_check CHECK ((rating_sum >= 0)),
  CONSTRAINT workflows_ratings_check CHECK (((rating_count = 0) = (rating_average IS NULL))),
  CONSTRAINT workflows_revision_check CHECK ((revision >= 1)),
  CONSTRAINT workflows_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'published'::text, 'deprecated'::text, 'archived'::text]))),
  CONSTRAINT workflows_step_count_check CHECK ((step_count >= 0)),
  CONSTRAINT workflows_time_limit_check CHECK (((time_limit >= (1)::double precision) AND (time_limit <= (86400)::double precision))),
  CONSTRAINT workflows_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'shared'::text, 'public'::text]))),
  CONSTRAINT workflows_content_hash_fkey FOREIGN KEY (content_hash) REFERENCES workflow_contents(content_hash),
  CONSTRAINT workflows_copied_from_workflow_id_fkey FOREIGN KEY (copied_from_workflow_id) REFERENCES workflows(id) ON DELETE SET NULL,
  CONSTRAINT workflows_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  CONSTRAINT workflows_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE SET NULL,
  CONSTRAINT workflows_status_fkey FOREIGN KEY (status) REFERENCES enum_value_workflow_status(code),
  CONSTRAINT workflows_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES workflow_themes(id) ON DELETE SET NULL,
  CONSTRAINT workflows_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_workflow_content ON public.workflows USING btree (content_hash);
CREATE INDEX idx_workflow_copied_from ON public.workflows USING btree (copied_from_workflow_id) WHERE (copied_from_workflow_id IS NOT NULL);
CREATE INDEX idx_workflow_created_by ON public.workflows USING btree (created_by);
CREATE INDEX idx_workflow_facets ON public.workflows USING gin (facets) WITH (gin_pending_list_limit='128') WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_owner_created ON public.workflows USING btree (created_by, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_owner_difficulty ON public.workflows USING btree (created_by, difficulty_rank(difficulty_level), id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_owner_duration ON public.workflows USING btree (created_by, estimated_duration, id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_owner_name ON public.workflows USING btree (created_by, lower(name), id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_owner_rating ON public.workflows USING btree (created_by, rating_average, id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_owner_updated ON public.workflows USING btree (created_by, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_project ON public.workflows USING btree (project_id);
CREATE INDEX idx_workflow_published ON public.workflows USING btree (updated_at DESC, id DESC) WHERE ((visibility = 'public'::text) AND (status = 'published'::text) AND is_template AND (deleted_at IS NULL));
CREATE INDEX idx_workflow_status_template ON public.workflows USING btree (status, is_template);
CREATE INDEX idx_workflow_theme ON public.workflows USING btree (theme_id) WHERE (theme_id IS NOT NULL);
CREATE INDEX idx_workflow_visibility_created ON public.workflows USING btree (visibility, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_visibility_difficulty ON public.workflows USING btree (visibility, difficulty_rank(difficulty_level), id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_visibility_duration ON public.workflows USING btree (visibility, estimated_duration, id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_visibility_name ON public.workflows USING btree (visibility, lower(name), id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_visibility_rating ON public.workflows USING btree (visibility, rating_average, id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_visibility_status ON public.workflows USING btree (visibility, status, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX idx_workflow_visibility_updated ON public.workflows USING btree (visibility, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX workflows_owner_name_key ON public.workflows USING btree (created_by, lower(name)) WHERE (deleted_at IS NULL);
CREATE CONSTRAINT TRIGGER workflow_searched_on_insert AFTER INSERT ON public.workflows DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_workflow_search();
CREATE CONSTRAINT TRIGGER workflow_searched_on_update AFTER UPDATE ON public.workflows DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.version IS DISTINCT FROM new.version) OR (old.visibility IS DISTINCT FROM new.visibility) OR (old.created_by IS DISTINCT FROM new.created_by) OR (old.deleted_at IS DISTINCT FROM new.deleted_at))) EXECUTE FUNCTION keep_workflow_search();
CREATE TRIGGER workflow_shares_counted_on_delete BEFORE DELETE ON public.workflows FOR EACH ROW EXECUTE FUNCTION keep_share_counts_of_workflow();
CREATE TRIGGER workflow_shares_counted_on_update AFTER UPDATE ON public.workflows FOR EACH ROW WHEN (((old.visibility IS DISTINCT FROM new.visibility) OR (old.created_by IS DISTINCT FROM new.created_by) OR (old.deleted_at IS DISTINCT FROM new.deleted_at))) EXECUTE FUNCTION keep_share_counts_of_workflow();
CREATE TRIGGER workflow_statistics_on_insert AFTER INSERT ON public.workflows REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_statistics_of_workflow();
CREATE TRIGGER workflow_statistics_on_update AFTER UPDATE ON public.workflows FOR EACH ROW WHEN (((old.visibility IS DISTINCT FROM new.visibility) OR (old.created_by IS DISTINCT FROM new.created_by) OR (old.deleted_at IS DISTINCT FROM new.deleted_at))) EXECUTE FUNCTION follow_workflow_in_statistics();
CREATE TRIGGER workflows_counted_on_delete AFTER DELETE ON public.workflows REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_workflow_counts();
CREATE TRIGGER workflows_counted_on_insert AFTER INSERT ON public.workflows REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_workflow_counts();
CREATE TRIGGER workflows_counted_on_update AFTER UPDATE ON public.workflows REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_workflow_counts();
CREATE TRIGGER workflows_version_kept_on_insert AFTER INSERT ON public.workflows FOR EACH ROW EXECUTE FUNCTION keep_workflow_version();
CREATE TRIGGER workflows_version_kept_on_update AFTER UPDATE OF content_hash ON public.workflows FOR EACH ROW WHEN ((old.content_hash IS DISTINCT FROM new.content_hash)) EXECUTE FUNCTION keep_workflow_version();

CREATE TABLE workshop_members (
  workshop_id bigint NOT NULL,
  user_id bigint NOT NULL,
  role text DEFAULT 'member'::text NOT NULL,
  joined_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workshop_members_role_check CHECK ((role = ANY (ARRAY['member'::text, 'manager'::text]))),
  CONSTRAINT workshop_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT workshop_members_workshop_id_fkey FOREIGN KEY (workshop_id) REFERENCES workshops(id) ON DELETE CASCADE,
  CONSTRAINT workshop_members_pkey PRIMARY KEY (workshop_id, user_id)
);
CREATE INDEX idx_workshop_members_user ON public.workshop_members USING btree (user_id);

CREATE TABLE workshops (
  id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  name text NOT NULL,
  description text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT workshops_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX workshops_name_key ON public.workshops USING btree (lower(name));
