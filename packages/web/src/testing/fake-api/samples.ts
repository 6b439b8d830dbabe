import { checkPreset } from '@hidesync/domain/presets/check-preset'
import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import wallet from '../../../../../presets/basic_leather_project.json?raw'
import box from '../../../../../presets/simple_woodworking.json?raw'

export type FakeWorkflow = RouteOutput<Routes['workflows']['get']>

/** The sample workflows as the server would give them, from the very files that it loads. */
export const sampleWorkflows = (): readonly FakeWorkflow[] => [wallet, box].map(read)

function read(text: string, index: number): FakeWorkflow {
  const checked = checkPreset(JSON.parse(text))
  if (!checked.ok) throw new Error(`A sample is refused: ${JSON.stringify(checked.errors)}`)
  const { preset, definition } = checked
  const { name, description, category, tags, difficulty, estimated_time } = preset.preset_info
  const made_at = new Date(2026, 0, 1 + index).toISOString()
  // The answers of the contract are plain data that may be written to; the domain's are not.
  const { steps, connections, outcomes, paths } = structuredClone(definition) as unknown as Pick<
    FakeWorkflow,
    'steps' | 'connections' | 'outcomes' | 'paths'
  >
  return {
    id: index + 1,
    name,
    description,
    status: 'published',
    is_template: true,
    visibility: 'public',
    created_by: 1,
    created_at: made_at,
    updated_at: made_at,
    project_id: null,
    theme_id: null,
    estimated_duration: estimated_time,
    time_limit: null,
    difficulty_level: difficulty,
    has_multiple_outcomes: outcomes.length > 1,
    category,
    tags: [...tags],
    default_locale: 'en',
    step_count: steps.length,
    revision: 1,
    version: 1,
    locales: [],
    rating_average: null,
    rating_count: 0,
    comment_count: 0,
    copy_count: 0,
    execution_count: 0,
    copied_from: null,
    permissions: ['read', 'execute', 'duplicate'],
    steps,
    connections,
    outcomes,
    paths,
  }
}
