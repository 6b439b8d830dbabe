import type { ExecutionStatus } from '@hidesync/domain/executions/state'

/** What the address of the list says. */
export interface RunsSearch {
  readonly status?: ExecutionStatus | undefined
  readonly search?: string | undefined
  /** Ids of who started it, of its workflow, of what is headed for or came of it, and of its project. */
  readonly by?: number | undefined
  readonly workflow?: number | undefined
  readonly outcome?: number | undefined
  readonly project?: number | undefined
  readonly since?: Since | undefined
}

/** Days back from now, in which a run was started. */
export const sinceDays = { day: 1, week: 7, month: 30, year: 365 } as const
export type Since = keyof typeof sinceDays
export const sinces = Object.keys(sinceDays) as Since[]

const day = 24 * 60 * 60 * 1000

/** What the server is asked for. `now`: epoch milliseconds, cut to the hour so that asking twice is asking the same. */
export function queryOf({ status, search, by, workflow, outcome, project, since }: RunsSearch, now: number) {
  const hour = Math.floor(now / 3_600_000) * 3_600_000
  return {
    ...(status === undefined ? {} : { status }),
    ...(search === undefined ? {} : { search }),
    ...(by === undefined ? {} : { started_by: by }),
    ...(workflow === undefined ? {} : { workflow_id: workflow }),
    ...(outcome === undefined ? {} : { outcome_id: outcome }),
    ...(project === undefined ? {} : { project_id: project }),
    ...(since === undefined ? {} : { started_after: new Date(hour - sinceDays[since] * day).toISOString() }),
  }
}
