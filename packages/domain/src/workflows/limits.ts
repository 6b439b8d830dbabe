/** How large a workflow may be; what is larger is refused as a whole, before anything in it is looked at. */
export const workflowLimits = {
  steps: 5_000,
  connections: 20_000,
  outcomes: 200,
  paths: 100,
  /** Of one step. */
  decision_options: 100,
  /** Of one step. */
  resources: 200,
} as const
