/** Every address of the app, in one place. */
export const paths = {
  home: '/',
  login: '/login',
  templates: '/templates',
  template: '/templates/$id',
  workflow: '/workflows/$id',
  plan: '/workflows/$id/plan',
  workflowPrint: '/workflows/$id/print',
  import: '/import',
  runs: '/runs',
  run: '/runs/$id',
  runSummary: '/runs/$id/summary',
  runPrint: '/runs/$id/print',
} as const
