import { communityRoutes } from './community/community.routes.ts'
import { proposalRoutes } from './community/proposal.routes.ts'
import { enumRoutes } from './enums/enum.routes.ts'
import { eventRoutes } from './events/event.routes.ts'
import { executionRoutes } from './executions/execution.routes.ts'
import { homeRoutes } from './executions/home.routes.ts'
import { offlineRoutes } from './executions/offline.routes.ts'
import { photoRoutes } from './executions/photo.routes.ts'
import { presenceRoutes } from './executions/presence.routes.ts'
import { timerRoutes } from './executions/timer.routes.ts'
import { authRoutes, userRoutes, workshopRoutes } from './identity/identity.routes.ts'
import { invitationRoutes, passwordResetRoutes } from './identity/link.routes.ts'
import { setupRoutes } from './identity/setup.routes.ts'
import { stationRoutes } from './identity/station.routes.ts'
import { projectRoutes } from './inventory/project.routes.ts'
import { navigationRoutes } from './navigation/navigation.routes.ts'
import { operationRoutes } from './operations/operations.routes.ts'
import { libraryRoutes } from './presets/library.routes.ts'
import { presetRoutes } from './presets/preset.routes.ts'
import { stepTypeRoutes } from './step-types/step-type.routes.ts'
import { themeRoutes } from './themes/theme.routes.ts'
import { translationRoutes } from './translations/translation.routes.ts'
import {
  connectionRoutes,
  optionRoutes,
  outcomeRoutes,
  pathRoutes,
  resourceRoutes,
  stepRoutes,
} from './workflows/part.routes.ts'
import { linkRoutes } from './workflows/link.routes.ts'
import { revisionRoutes } from './workflows/revision.routes.ts'
import { sharingRoutes } from './workflows/sharing.routes.ts'
import { workflowRoutes } from './workflows/workflow.routes.ts'

export const apiPrefix = '/api/v1'

/** Every endpoint there is, by feature: the server serves all of them or does not start, the client offers all of them. */
export const routes = {
  auth: authRoutes,
  users: userRoutes,
  workshops: workshopRoutes,
  invitations: invitationRoutes,
  passwordResets: passwordResetRoutes,
  setup: setupRoutes,
  stations: stationRoutes,
  workflows: workflowRoutes,
  steps: stepRoutes,
  connections: connectionRoutes,
  outcomes: outcomeRoutes,
  paths: pathRoutes,
  resources: resourceRoutes,
  options: optionRoutes,
  revisions: revisionRoutes,
  translations: translationRoutes,
  themes: themeRoutes,
  stepTypes: stepTypeRoutes,
  enums: enumRoutes,
  sharing: sharingRoutes,
  links: linkRoutes,
  community: communityRoutes,
  proposals: proposalRoutes,
  projects: projectRoutes,
  library: libraryRoutes,
  presets: presetRoutes,
  executions: executionRoutes,
  offline: offlineRoutes,
  photos: photoRoutes,
  presence: presenceRoutes,
  timers: timerRoutes,
  navigation: navigationRoutes,
  events: eventRoutes,
  home: homeRoutes,
  operations: operationRoutes,
} as const
export type Routes = typeof routes
