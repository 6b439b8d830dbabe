import type { Route } from '@hidesync/contract/http/route'
import type { FastifyInstance } from 'fastify'
import type { AppContext } from './app-context.ts'
import { refuseIncomplete } from './http/complete.ts'
import { createServer } from './http/create-server.ts'
import './http/http-runtime.ts'
import { registerRateLimits } from './http/rate-limits.ts'
import { registerSecurity } from './http/security.ts'
import { registerWebApp } from './http/web-app.ts'
import { registerCommunityRoutes } from './community/community.routes.ts'
import { registerProposalRoutes } from './community/proposal.routes.ts'
import { registerEventRoutes } from './events/event.routes.ts'
import { registerExecutionRoutes } from './executions/execution.routes.ts'
import { registerHomeRoutes } from './executions/home.routes.ts'
import { registerOfflineRoutes } from './executions/offline.routes.ts'
import { registerPhotoRoutes } from './executions/photo.routes.ts'
import { registerPresenceRoutes } from './executions/presence.routes.ts'
import { registerTimerRoutes } from './executions/timer.routes.ts'
import { registerAuthRoutes } from './identity/auth.routes.ts'
import { registerLinkRoutes } from './identity/link.routes.ts'
import { registerSetupRoutes } from './identity/setup.routes.ts'
import { registerStationRoutes } from './identity/station.routes.ts'
import { registerUserRoutes } from './identity/user.routes.ts'
import { registerWorkshopRoutes } from './identity/workshop.routes.ts'
import { registerProjectRoutes } from './inventory/project.routes.ts'
import { registerMcp } from './mcp/mcp.routes.ts'
import { registerNavigationRoutes } from './navigation/navigation.routes.ts'
import { registerApiDocument } from './operations/api-document.ts'
import { registerHealthRoutes } from './operations/health.routes.ts'
import { registerMetrics } from './operations/metrics.ts'
import { registerLibraryRoutes } from './presets/library.routes.ts'
import { registerPresetRoutes } from './presets/preset.routes.ts'
import { registerEnumRoutes } from './enums/enum.routes.ts'
import { registerStepTypeRoutes } from './step-types/step-type.routes.ts'
import { registerThemeRoutes } from './themes/theme.routes.ts'
import { registerTranslationRoutes } from './translations/translation.routes.ts'
import { registerSharingRoutes } from './workflows/sharing.routes.ts'
import { registerWorkflowLinkRoutes } from './workflows/link.routes.ts'
import { registerPartRoutes } from './workflows/part.routes.ts'
import { registerRevisionRoutes } from './workflows/revision.routes.ts'
import { registerWorkflowRoutes } from './workflows/workflow.routes.ts'

/** Every feature's routes; a route of the contract that none of them mounts ends the start. */
function registerRoutes(app: FastifyInstance, context: AppContext): void {
  registerAuthRoutes(app, context)
  registerUserRoutes(app, context)
  registerWorkshopRoutes(app, context)
  registerLinkRoutes(app, context)
  registerSetupRoutes(app, context)
  registerStationRoutes(app, context)
  registerWorkflowRoutes(app, context)
  registerPartRoutes(app, context)
  registerRevisionRoutes(app, context)
  registerTranslationRoutes(app, context)
  registerThemeRoutes(app, context)
  registerEnumRoutes(app, context)
  registerStepTypeRoutes(app, context)
  registerSharingRoutes(app, context)
  registerWorkflowLinkRoutes(app, context)
  registerCommunityRoutes(app, context)
  registerProposalRoutes(app, context)
  registerProjectRoutes(app, context)
  registerLibraryRoutes(app, context)
  registerPresetRoutes(app, context)
  registerExecutionRoutes(app, context)
  registerOfflineRoutes(app, context)
  registerPhotoRoutes(app, context)
  registerPresenceRoutes(app, context)
  registerTimerRoutes(app, context)
  registerNavigationRoutes(app, context)
  registerEventRoutes(app, context)
  registerHomeRoutes(app, context)
  registerHealthRoutes(app, context)
}

/** The whole HTTP side of the product over a context; it listens to nothing yet. */
export async function createApp(context: AppContext): Promise<FastifyInstance> {
  const { config, db, callers, keys } = context
  const app = createServer({
    logLevel: config.logLevel,
    trustProxy: config.trustProxy,
    ...(context.requestTimeout === undefined ? {} : { requestTimeout: context.requestTimeout }),
  })
  await registerSecurity(app, config)
  const limits = await registerRateLimits(app, config.rateLimitPerMinute)
  const mounted = new Set<Route>()
  app.decorate('runtime', {
    db,
    identify: token => callers.resolve(token),
    workshopExists: context.workshopExists,
    ...limits,
    servedByHttps: config.publicUrl?.startsWith('https:') ?? false,
    fingerprintKey: keys.fingerprints,
    checkAnswers: context.checkAnswers,
    mounted,
  })
  // After the answer, so that nobody waits for it: what was written is committed by then.
  app.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET' && method !== 'HEAD') context.bell.ring()
  })
  app.addHook('preClose', async () => {
    context.events.close()
    await context.giveUpLongWork()
  })
  registerMetrics(app)
  registerRoutes(app, context)
  registerMcp(app, config)
  await registerApiDocument(app)
  await registerWebApp(app, config.webDir)
  refuseIncomplete(mounted)
  return app
}
