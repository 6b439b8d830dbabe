/** Every address of the app, in one place. */
export const paths = {
  home: '/',
  login: '/login',
  invite: '/invite/$token',
  reset: '/reset/$token',
  templates: '/templates',
  template: '/templates/$id',
  workflows: '/workflows',
  runs: '/runs',
  run: '/runs/$id',
  runSummary: '/runs/$id/summary',
  settings: '/settings',
  settingsSection: '/settings/$section',
  admin: '/admin',
  help: '/help',
  helpShortcuts: '/help/shortcuts',
} as const
