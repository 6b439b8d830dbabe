/** Every address of the app, in one place. */
export const paths = {
  home: '/',
  login: '/login',
  templates: '/templates',
  template: '/templates/$id',
  runs: '/runs',
  run: '/runs/$id',
  runSummary: '/runs/$id/summary',
} as const
