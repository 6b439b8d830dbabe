import { difficultyLevels } from '@hidesync/domain/workflows/definition'
import { Type, type Static } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Id, Nullable, oneOf, Timestamp } from '../http/schemas.ts'

const nullableText = Nullable(Type.String())

const run = { execution_id: Id, workflow_id: Id, workflow_name: Type.String() }

const needReasons = ['decision', 'quality_check', 'lag_over', 'timed_out'] as const

/** What the bench shows first. */
export const Home = Type.Object({
  continue: Type.Array(
    Type.Object({
      ...run,
      status: oneOf(['active', 'paused']),
      current_step_id: Nullable(Id),
      current_step_name: nullableText,
      progress_percentage: Type.Number(),
      completed_steps: Type.Integer(),
      total_steps: Type.Integer(),
      updated_at: Timestamp,
      next_timer_at: Nullable(Timestamp),
    }),
    { description: 'Your runs that have not ended, the last used first.' },
  ),
  needs_you: Type.Array(
    Type.Object({
      ...run,
      step_id: Nullable(Id),
      step_name: nullableText,
      reason: oneOf(needReasons),
      since: Nullable(Timestamp),
    }),
    {
      description:
        'Steps of your active runs that wait for you, and runs whose time ran out, what waits longest first.',
    },
  ),
  drafts: Type.Array(Type.Object({ id: Id, name: Type.String(), step_count: Type.Integer(), updated_at: Timestamp })),
  suggested: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      description: nullableText,
      category: nullableText,
      step_count: Type.Integer(),
      difficulty_level: Nullable(oneOf(difficultyLevels)),
      estimated_duration: Nullable(Type.Number()),
      rating_average: Nullable(Type.Number()),
    }),
    { description: 'Published public templates that you have not made yet, what others make most first.' },
  ),
  last_completed: Nullable(
    Type.Object({
      ...run,
      completed_at: Timestamp,
      total_duration: Nullable(Type.Number()),
      outcome_name: nullableText,
    }),
  ),
})
export type Home = Static<typeof Home>

export const homeRoutes = {
  home: route({
    method: 'GET',
    path: '/users/me/home',
    summary: 'All that the first page of the bench shows, in one answer.',
    access: 'user',
    status: 200,
    response: Home,
  }),
}
