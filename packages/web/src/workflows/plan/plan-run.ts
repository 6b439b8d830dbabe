import { decide } from '@hidesync/domain/executions/decide'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { estimatedDurations } from '@hidesync/domain/insights/estimated-durations'
import { findPaths } from '@hidesync/domain/navigation/paths/find-paths'
import type { PathAnalysis, PathDecision } from '@hidesync/domain/navigation/paths/path'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'

/** One way to the end. Minutes. */
export interface PlannedWay {
  readonly id: string
  readonly decisions: readonly PathDecision[]
  /** Half of the runs take no longer, nine in ten no longer than `at_most`. */
  readonly minutes: number
  readonly at_most: number
  /** Without what passes by itself. */
  readonly work: number
  /** 1 to 10, to compare ways with one another: what it asks of a person is the workflow's to tell. */
  readonly difficulty: number
  readonly outcome_id: number | null
  readonly steps: readonly StepDefinition[]
}

const idOf = (decisions: readonly PathDecision[]) =>
  decisions.map(({ step_id, option_id }) => `${step_id}:${option_id}`).join()

function analysis(workflow: CompiledWorkflow, outcomeId: number | null, at: number): PathAnalysis {
  const before = newExecution(workflow)
  const started = decide(workflow, before, { type: 'start', at, actor_id: null })
  const state = started.ok ? evolveAll(workflow, before, started.events) : before
  return findPaths(workflow, state, {
    target_outcome_id: outcomeId,
    durations: estimatedDurations(workflow),
    alternatives: 3,
    at,
  })
}

/** The best ways from the beginning to an outcome, or to any end; by the rules of the engine, the quickest first. */
export function plannedWays(workflow: CompiledWorkflow, outcomeId: number | null, at: number): readonly PlannedWay[] {
  const paths = analysis(workflow, outcomeId, at)
  if (!paths.reachable) return []
  const stepsOf = (ids: readonly number[]) => [...new Set(ids)].flatMap(id => workflow.step(id) ?? [])
  const { optimal_path, alternative_paths, decisions } = paths
  const way = (
    of: Pick<
      typeof paths,
      'estimated_time' | 'estimated_time_p90' | 'total_work_time' | 'difficulty_score' | 'outcome_id'
    >,
    chosen: readonly PathDecision[],
    ids: readonly number[],
  ): PlannedWay => ({
    id: idOf(chosen),
    decisions: chosen,
    minutes: of.estimated_time,
    at_most: of.estimated_time_p90,
    work: of.total_work_time,
    difficulty: of.difficulty_score,
    outcome_id: of.outcome_id,
    steps: stepsOf(ids),
  })
  return [
    way(
      paths,
      decisions,
      optimal_path.map(({ step_id }) => step_id),
    ),
    ...alternative_paths.map(path => way(path, path.decisions, path.step_ids)),
  ]
}
