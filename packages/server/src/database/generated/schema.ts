/* oxlint-disable max-lines -- one file for one schema, written by a program */
// Generated from migrations/ by `npm run generate`; do not edit.
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import type { ColumnType } from 'kysely'

/** Read parsed; written as text: always `JSON.stringify` what goes into one. */
export type Json = ColumnType<JsonValue, string, string>
type NullableJson = ColumnType<JsonValue | null, string | null, string | null>

export type Timestamp = ColumnType<Date, Date | string, Date | string>
type NullableTimestamp = ColumnType<Date | null, Date | string | null, Date | string | null>

/** The database has a value for it: an insert may leave it out. */
export type Generated<T> =
  [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

/** Computed by the database: never written. */
type Computed<T> = ColumnType<T, never, never>

export interface ApiTokensTable {
  id: Generated<number>
  user_id: number
  name: string
  scope: Generated<'read' | 'write'>
  token_hash: string
  created_at: Generated<Timestamp>
  expires_at: NullableTimestamp
  last_used_at: NullableTimestamp
  revoked_at: NullableTimestamp
}

export interface DocumentationTable {
  id: Generated<number>
  workshop_id: number
  title: string
  doc_type: Generated<string>
  content: string | null
  created_by: number | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  deleted_at: NullableTimestamp
}

export interface DynamicMaterialsTable {
  id: Generated<number>
  workshop_id: number
  name: string
  category: string | null
  unit: string
  item_code: string | null
  quantity_on_hand: Generated<number>
  quantity_reserved: Generated<number>
  reorder_point: number | null
  unit_cost: number | null
  currency: string | null
  location: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  deleted_at: NullableTimestamp
}

export interface EnumValueTextsTable {
  enum_type: 'workflow_step_type' | 'workflow_status' | 'workflow_connection_type' | 'workflow_execution_status'
  code: string
  locale: string
  display_text: string
  description: string | null
}

export interface EnumValueWorkflowConnectionTypeTable {
  code: string
  display_text: string
  description: string | null
  display_order: Generated<number>
  is_system: Generated<boolean>
}

export interface EnumValueWorkflowExecutionStatusTable {
  code: string
  display_text: string
  description: string | null
  display_order: Generated<number>
  is_system: Generated<boolean>
}

export interface EnumValueWorkflowStatusTable {
  code: string
  display_text: string
  description: string | null
  display_order: Generated<number>
  is_system: Generated<boolean>
}

export interface EnumValueWorkflowStepTypeTable {
  code: string
  display_text: string
  description: string | null
  display_order: Generated<number>
  is_system: Generated<boolean>
}

export interface IdempotencyKeysTable {
  user_id: number
  route: string
  key: string
  fingerprint: string
  status: number
  body: string
  created_at: Generated<Timestamp>
}

export interface InvitationsTable {
  id: Generated<number>
  workshop_id: number
  email: string | null
  role: Generated<'member' | 'manager'>
  token_hash: string
  created_by: number | null
  created_at: Timestamp
  expires_at: Timestamp
  used_at: NullableTimestamp
}

export interface OutboxTable {
  id: Generated<number>
  event_id: Generated<string>
  type: string
  subject: string | null
  workshop_id: number | null
  workflow_id: number | null
  execution_id: number | null
  execution_version: number | null
  data: Generated<Json>
  created_at: Generated<Timestamp>
  position: number | null
}

export interface PasswordResetsTable {
  id: Generated<number>
  user_id: number
  token_hash: string
  created_by: number | null
  created_at: Timestamp
  expires_at: Timestamp
  used_at: NullableTimestamp
}

export interface PinAttemptsTable {
  user_id: number
  attempts: number
  locked_until: NullableTimestamp
}

export interface ProjectsTable {
  id: Generated<number>
  workshop_id: number
  name: string
  description: string | null
  created_by: number | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}

export interface RefreshTokensTable {
  id: Generated<number>
  family_id: string
  user_id: number
  token_hash: string
  created_at: Generated<Timestamp>
  expires_at: Timestamp
  used_at: NullableTimestamp
  revoked_at: NullableTimestamp
  station_id: number | null
}

export interface SearchVocabularyTable {
  word: string
}

export interface SettingsTable {
  key: string
  value: Json
  updated_at: Generated<Timestamp>
}

export interface StationsTable {
  id: Generated<number>
  workshop_id: number
  name: string
  token_hash: string
  created_by: number | null
  created_at: Timestamp
}

export interface ToolsTable {
  id: Generated<number>
  workshop_id: number
  name: string
  category: string | null
  status: Generated<'available' | 'in_use' | 'maintenance' | 'retired'>
  location: string | null
  condition: string | null
  required_training: string | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  deleted_at: NullableTimestamp
}

export interface UsersTable {
  id: Generated<number>
  email: string
  display_name: string
  password_hash: string
  locale: Generated<string>
  is_superuser: Generated<boolean>
  is_active: Generated<boolean>
  default_workshop_id: number | null
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  preferences: Generated<Json>
  pin_hash: string | null
}

export interface WorkflowCommentsTable {
  id: Generated<number>
  workflow_id: number
  author_id: number
  text: string
  created_at: Generated<Timestamp>
}

export interface WorkflowContentsTable {
  content_hash: string
  content: string
  created_at: Generated<Timestamp>
}

export interface WorkflowCopiesTable {
  workflow_id: number
  original_id: number
  base_revision: number
  base_content_hash: string
  base_translations: Generated<Json>
  parts: Generated<Json>
}

export interface WorkflowCountsTable {
  created_by: number
  visibility: 'private' | 'shared' | 'public'
  count: number
}

export interface WorkflowDecisionOptionTranslationsTable {
  id: Generated<number>
  decision_option_id: number
  locale: string
  field_name: string
  translated_value: string
  source_hash: string | null
}

export interface WorkflowDecisionOptionsTable {
  id: Generated<number>
  step_id: number
  option_text: string
  result_action: NullableJson
  display_order: Generated<number>
  is_default: Generated<boolean>
  deleted_at: NullableTimestamp
}

export interface WorkflowExecutionPresenceTable {
  execution_id: number
  user_id: number
  device_id: string
  device: 'phone' | 'tablet' | 'computer'
  since: Timestamp
  seen_at: Timestamp
}

export interface WorkflowExecutionQuestionsTable {
  execution_id: number
  user_id: number
  question: Json
  version: number
  asked_at: Timestamp
}

export interface WorkflowExecutionsTable {
  id: Generated<number>
  workflow_id: number
  revision_id: number
  workshop_id: number
  project_id: number | null
  started_by: number
  status: 'active' | 'paused' | 'completed' | 'failed' | 'cancelled' | 'timeout'
  started_at: Generated<Timestamp>
  completed_at: NullableTimestamp
  updated_at: Generated<Timestamp>
  selected_outcome_id: number | null
  current_step_id: number | null
  current_step_name: string | null
  execution_data: Generated<Json>
  quantity: Generated<number>
  total_duration: number | null
  failure_reason: string | null
  version: Generated<number>
  state: Json
  total_steps: Generated<number>
  completed_steps: Generated<number>
  progress_percentage: Generated<number>
  timers: Computed<NullableJson>
  due_at: NullableTimestamp
  time_limit: number | null
}

export interface WorkflowLinksTable {
  id: Generated<number>
  workflow_id: number
  token_hash: string
  created_by: number | null
  created_at: Timestamp
  expires_at: NullableTimestamp
}

export interface WorkflowNavigationHistoryTable {
  id: Generated<number>
  workshop_id: number
  execution_id: number
  sequence: number
  step_id: number | null
  action_type: 'start' | 'navigate' | 'complete' | 'decide' | 'skip' | 'fail' | 'undo' | 'pause' | 'resume' | 'cancel' | 'time_out' | 'set_variables' | 'select_outcome' | 'note' | 'move' | 'start_timer' | 'pause_timer' | 'resume_timer' | 'extend_timer' | 'stop_timer'
  action_data: Generated<Json>
  events: Generated<Json>
  undo_previous: number | null
  actor_id: number | null
  timestamp: Generated<Timestamp>
}

export interface WorkflowOutcomeStatisticsTable {
  workflow_id: number
  outcome_id: number
  completed_executions: Generated<number>
}

export interface WorkflowOutcomeTranslationsTable {
  id: Generated<number>
  outcome_id: number
  locale: string
  field_name: string
  translated_value: string
  source_hash: string | null
}

export interface WorkflowOutcomesTable {
  id: Generated<number>
  workflow_id: number
  name: string
  description: string | null
  display_order: Generated<number>
  is_default: Generated<boolean>
  success_criteria: NullableJson
  deleted_at: NullableTimestamp
}

export interface WorkflowPathStepsTable {
  id: Generated<number>
  path_id: number
  step_id: number
  step_order: number
  is_optional: Generated<boolean>
  skip_condition: NullableJson
}

export interface WorkflowPathTranslationsTable {
  id: Generated<number>
  path_id: number
  locale: string
  field_name: string
  translated_value: string
  source_hash: string | null
}

export interface WorkflowPathsTable {
  id: Generated<number>
  workflow_id: number
  name: string
  description: string | null
  is_default: Generated<boolean>
  difficulty_level: 'beginner' | 'intermediate' | 'advanced' | 'expert' | null
  estimated_duration: number | null
}

export interface WorkflowProposalsTable {
  id: Generated<number>
  workflow_id: number
  author_id: number
  title: string
  message: string | null
  status: Generated<'open' | 'accepted' | 'declined' | 'withdrawn'>
  base_revision: number
  base_content_hash: string
  content_hash: string
  from_workflow_id: number | null
  reason: string | null
  created_at: Generated<Timestamp>
  decided_at: NullableTimestamp
  decided_by: number | null
  base_translations: Generated<Json>
  translations: Generated<Json>
}

export interface WorkflowRatingsTable {
  workflow_id: number
  user_id: number
  stars: number
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
}

export interface WorkflowRevisionsTable {
  id: Generated<number>
  workflow_id: number
  revision: number
  content_hash: string
  name: string
  created_at: Generated<Timestamp>
  created_by: number | null
  note: string | null
}

export interface WorkflowSearchTable {
  workflow_id: number
  title: string
  document: string
}

export interface WorkflowShareCountsTable {
  grantee: 'user' | 'workshop'
  grantee_id: number
  created_by: number
  count: number
}

export interface WorkflowSharesTable {
  id: Generated<number>
  workflow_id: number
  user_id: number | null
  workshop_id: number | null
  permission: 'read' | 'execute' | 'edit'
  created_at: Generated<Timestamp>
}

export interface WorkflowStatisticsTable {
  workflow_id: number
  created_by: number
  visibility: string | null
  total_executions: Generated<number>
  ended_executions: Generated<number>
  completed_executions: Generated<number>
  completion_milliseconds: Generated<number>
}

export interface WorkflowStepConnectionsTable {
  id: Generated<number>
  workflow_id: number
  source_step_id: number
  target_step_id: number
  connection_type: Generated<'sequential' | 'conditional' | 'parallel' | 'choice' | 'fallback' | 'loop'>
  condition: NullableJson
  display_order: number | null
  is_default: Generated<boolean>
  max_iterations: number | null
  min_lag: number | null
  max_lag: number | null
  deleted_at: NullableTimestamp
}

export interface WorkflowStepDurationsTable {
  workflow_id: number
  user_id: number | null
  step_id: number
  option_id: number | null
  bucket: number
  count: number
}

export interface WorkflowStepExecutionsTable {
  id: Generated<number>
  workshop_id: number
  execution_id: number
  step_id: number
  iteration: Generated<number>
  status: 'pending' | 'ready' | 'active' | 'completed' | 'skipped' | 'failed' | 'dead'
  started_at: NullableTimestamp
  completed_at: NullableTimestamp
  ready_at: NullableTimestamp
  not_before: NullableTimestamp
  actual_duration: number | null
  notes: string | null
  step_data: NullableJson
  duration_bucket: number | null
  duration_option_id: number | null
  duration_user_id: number | null
}

export interface WorkflowStepPhotosTable {
  id: Generated<number>
  workshop_id: number
  execution_id: number
  step_id: number
  file: string
  media_type: 'image/jpeg' | 'image/png' | 'image/webp'
  size: number
  caption: string | null
  created_by: number | null
  created_at: Generated<Timestamp>
}

export interface WorkflowStepResourceTranslationsTable {
  id: Generated<number>
  resource_id: number
  locale: string
  field_name: string
  translated_value: string
  source_hash: string | null
}

export interface WorkflowStepResourcesTable {
  id: Generated<number>
  step_id: number
  resource_type: 'material' | 'tool' | 'documentation'
  name: string | null
  dynamic_material_id: number | null
  tool_id: number | null
  documentation_id: number | null
  quantity: number | null
  unit: string | null
  notes: string | null
  is_optional: Generated<boolean>
  display_order: Generated<number>
  deleted_at: NullableTimestamp
}

export interface WorkflowStepTranslationsTable {
  id: Generated<number>
  step_id: number
  locale: string
  field_name: string
  translated_value: string
  source_hash: string | null
}

export interface WorkflowStepsTable {
  id: Generated<number>
  workflow_id: number
  name: string
  description: string | null
  instructions: string | null
  detailed_instructions: string | null
  display_order: Generated<number>
  step_type: Generated<string>
  estimated_duration: number | null
  parent_step_id: number | null
  is_milestone: Generated<boolean>
  ui_position_x: number | null
  ui_position_y: number | null
  is_decision_point: Generated<boolean>
  is_outcome: Generated<boolean>
  outcome_id: number | null
  condition_logic: NullableJson
  tips: Generated<Json>
  warnings: Generated<Json>
  scales_with_quantity: Generated<boolean>
  deleted_at: NullableTimestamp
}

export interface WorkflowThemesTable {
  id: Generated<number>
  name: string
  description: string | null
  color_scheme: Generated<Json>
  icon_set: string | null
  is_system: Generated<boolean>
  created_by: number | null
  created_at: Generated<Timestamp>
  version: Generated<number>
  updated_at: Generated<Timestamp>
}

export interface WorkflowTranslationsTable {
  id: Generated<number>
  workflow_id: number
  locale: string
  field_name: string
  translated_value: string
  source_hash: string | null
}

export interface WorkflowVersionsTable {
  workflow_id: number
  version: number
  content_hash: string
  created_at: Generated<Timestamp>
}

export interface WorkflowsTable {
  id: Generated<number>
  name: string
  description: string | null
  status: Generated<'draft' | 'active' | 'published' | 'deprecated' | 'archived'>
  created_by: number
  is_template: Generated<boolean>
  project_id: number | null
  theme_id: number | null
  visibility: Generated<'private' | 'shared' | 'public'>
  has_multiple_outcomes: Generated<boolean>
  estimated_duration: number | null
  difficulty_level: 'beginner' | 'intermediate' | 'advanced' | 'expert' | null
  category: string | null
  tags: Generated<string[]>
  default_locale: Generated<string>
  content_hash: string
  step_count: Generated<number>
  revision: number | null
  definition_version: Generated<number>
  version: Generated<number>
  copied_from_workflow_id: number | null
  metadata: Generated<Json>
  created_at: Generated<Timestamp>
  updated_at: Generated<Timestamp>
  deleted_at: NullableTimestamp
  locales: Generated<string[]>
  rating_average: number | null
  rating_count: Generated<number>
  comment_count: Generated<number>
  copy_count: Generated<number>
  copied_from: NullableJson
  rating_sum: Generated<number>
  facets: Computed<string[]>
  time_limit: number | null
}

export interface WorkshopMembersTable {
  workshop_id: number
  user_id: number
  role: Generated<'member' | 'manager'>
  joined_at: Generated<Timestamp>
}

export interface WorkshopsTable {
  id: Generated<number>
  name: string
  description: string | null
  created_at: Generated<Timestamp>
}

export interface Schema {
  api_tokens: ApiTokensTable
  documentation: DocumentationTable
  dynamic_materials: DynamicMaterialsTable
  enum_value_texts: EnumValueTextsTable
  enum_value_workflow_connection_type: EnumValueWorkflowConnectionTypeTable
  enum_value_workflow_execution_status: EnumValueWorkflowExecutionStatusTable
  enum_value_workflow_status: EnumValueWorkflowStatusTable
  enum_value_workflow_step_type: EnumValueWorkflowStepTypeTable
  idempotency_keys: IdempotencyKeysTable
  invitations: InvitationsTable
  outbox: OutboxTable
  password_resets: PasswordResetsTable
  pin_attempts: PinAttemptsTable
  projects: ProjectsTable
  refresh_tokens: RefreshTokensTable
  search_vocabulary: SearchVocabularyTable
  settings: SettingsTable
  stations: StationsTable
  tools: ToolsTable
  users: UsersTable
  workflow_comments: WorkflowCommentsTable
  workflow_contents: WorkflowContentsTable
  workflow_copies: WorkflowCopiesTable
  workflow_counts: WorkflowCountsTable
  workflow_decision_option_translations: WorkflowDecisionOptionTranslationsTable
  workflow_decision_options: WorkflowDecisionOptionsTable
  workflow_execution_presence: WorkflowExecutionPresenceTable
  workflow_execution_questions: WorkflowExecutionQuestionsTable
  workflow_executions: WorkflowExecutionsTable
  workflow_links: WorkflowLinksTable
  workflow_navigation_history: WorkflowNavigationHistoryTable
  workflow_outcome_statistics: WorkflowOutcomeStatisticsTable
  workflow_outcome_translations: WorkflowOutcomeTranslationsTable
  workflow_outcomes: WorkflowOutcomesTable
  workflow_path_steps: WorkflowPathStepsTable
  workflow_path_translations: WorkflowPathTranslationsTable
  workflow_paths: WorkflowPathsTable
  workflow_proposals: WorkflowProposalsTable
  workflow_ratings: WorkflowRatingsTable
  workflow_revisions: WorkflowRevisionsTable
  workflow_search: WorkflowSearchTable
  workflow_share_counts: WorkflowShareCountsTable
  workflow_shares: WorkflowSharesTable
  workflow_statistics: WorkflowStatisticsTable
  workflow_step_connections: WorkflowStepConnectionsTable
  workflow_step_durations: WorkflowStepDurationsTable
  workflow_step_executions: WorkflowStepExecutionsTable
  workflow_step_photos: WorkflowStepPhotosTable
  workflow_step_resource_translations: WorkflowStepResourceTranslationsTable
  workflow_step_resources: WorkflowStepResourcesTable
  workflow_step_translations: WorkflowStepTranslationsTable
  workflow_steps: WorkflowStepsTable
  workflow_themes: WorkflowThemesTable
  workflow_translations: WorkflowTranslationsTable
  workflow_versions: WorkflowVersionsTable
  workflows: WorkflowsTable
  workshop_members: WorkshopMembersTable
  workshops: WorkshopsTable
}
