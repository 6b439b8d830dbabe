import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { createClient } from '@hidesync/contract/client'
import { workflowStatuses, type WorkflowStatus } from '@hidesync/domain/workflows/definition'
import { executionStatuses } from '@hidesync/domain/executions/state'
import { playerViews, type PlayerViewName } from '../executions/player/view-names.ts'
import { sinces, type RunsSearch } from '../executions/list/run-filters.ts'
import { setupPages, type SetupPageName } from '../identity/setup/setup-pages.ts'
import { readStation } from '../identity/station/device-station.ts'
import { readGallerySearch } from '../workflows/gallery-search.ts'
import type { Api } from './api.ts'
import { AppShell } from './AppShell.tsx'
import { NotFoundPage } from './ErrorState.tsx'
import { prepareTexts } from './language.ts'
import { StandAlone } from './StandAlone.tsx'
import { navigations } from './navigations.ts'
import { paths } from './paths.ts'
import { RoomInTrouble } from './RoomInTrouble.tsx'
import { Root } from './Root.tsx'
import { Texts } from './Texts.tsx'
import type { TextPart } from './texts.ts'

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find(known => known === value)

/** What an address says after `?`, where it makes sense; the rest is left out. */
const text = (value: unknown): string | undefined => {
  const plain = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  return typeof plain === 'string' && plain.trim() !== '' ? plain.slice(0, 200) : undefined
}
const whole = (value: unknown): number | undefined => {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}
const defined = <T extends object>(values: { [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
type RawSearch = Readonly<Record<string, unknown>>
/** What `read` makes of an address. What it leaves out is taken away by its name: the router keeps whatever is not overwritten. */
const searchOf =
  <T extends object>(read: (raw: RawSearch) => T) =>
  (raw: RawSearch): T => ({ ...Object.fromEntries(Object.keys(raw).map(name => [name, undefined])), ...read(raw) })

export interface WorkflowsSearch {
  readonly search?: string | undefined
  readonly status?: WorkflowStatus | undefined
  readonly whose?: 'mine' | 'shared' | undefined
}
export interface PlayerSearch {
  /** A step that is looked at without going there. */
  readonly step?: number
  readonly view?: PlayerViewName
}
export interface LoginSearch {
  readonly next?: string
  /** At a device of the workshop: by name and PIN. */
  readonly kiosk?: 1
}
export interface SetupSearch {
  readonly page?: SetupPageName
}

/**
 * A page that is fetched when somebody goes there, with the part of the texts that it speaks in beside those of every page. Where a part
 * of it is not on the server any more, the router loads the app anew; one that is out of reach is no reason for that: without a
 * connection nothing would come back.
 */
const room = <K extends string>(load: () => Promise<Readonly<Record<K, ComponentType>>>, name: K, part?: TextPart) =>
  lazyRouteComponent(async () => {
    const texts = part === undefined ? undefined : prepareTexts(part)
    const [module] = await Promise.all([load(), texts]).catch(async (error: unknown) => {
      await createClient({ baseUrl: '' }).operations.health()
      throw error
    })
    const Page: ComponentType = module[name]
    if (part === undefined) return { Page }
    const PageWithTexts = () => (
      <Texts of={part}>
        <Page />
      </Texts>
    )
    return { Page: PageWithTexts }
  }, 'Page')

const rootRoute = createRootRouteWithContext<{ api: Api }>()({
  component: Root,
  notFoundComponent: () => (
    <StandAlone>
      <NotFoundPage />
    </StandAlone>
  ),
  errorComponent: props => (
    <StandAlone>
      <RoomInTrouble {...props} />
    </StandAlone>
  ),
})

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.login,
  validateSearch: searchOf((search): LoginSearch => {
    const next = text(search['next'])
    // Only addresses of our own: `//elsewhere` is one of somebody else.
    const own = next !== undefined && /^\/(?![/\\])/.test(next) ? { next } : {}
    return { ...own, ...(Number(search['kiosk']) === 1 ? { kiosk: 1 } : {}) }
  }),
  component: room(() => import('../identity/LoginPage.tsx'), 'LoginPage'),
})

const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.invite,
  component: room(() => import('../identity/InvitePage.tsx'), 'InvitePage'),
})

const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.reset,
  component: room(() => import('../identity/ResetPage.tsx'), 'ResetPage'),
})

/** The number by which a page says what it shows; where it is none, there is no such page. */
const id = {
  parse: ({ id }: { id: string }) => (/^[1-9]\d{0,14}$/.test(id) ? { id: Number(id) } : false),
  stringify: ({ id }: { id: number }) => ({ id: String(id) }),
} as const

/** At a device of the workshop, whoever stands before it. */
const stationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.station,
  params: id,
  component: room(() => import('../identity/station/StationPage.tsx'), 'StationPage'),
})

/** Read by whoever has the link, signed in or not. */
const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.shared,
  component: room(() => import('../workflows/SharedPage.tsx'), 'SharedPage', 'workflows'),
})

/** Everything behind the door. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async ({ context: { api }, location }) => {
    const status = api.session.status.get()
    if (status !== 'unknown' && status !== 'signed_out') return
    if (status === 'unknown' && (await api.session.restore())) return
    const station = readStation()
    if (station !== null) throw redirect({ to: paths.station, params: { id: station.id } })
    const next = location.href === '/' ? {} : { next: location.href }
    throw redirect({ to: paths.login, search: next })
  },
})

const setupRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: paths.setup,
  validateSearch: searchOf(search => defined<SetupSearch>({ page: oneOf(setupPages, search['page']) })),
  component: room(() => import('../identity/setup/SetupPage.tsx'), 'SetupPage', 'settings'),
})

const welcomeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: paths.welcome,
  component: room(() => import('../identity/WelcomePage.tsx'), 'WelcomePage', 'settings'),
})

const shellRoute = createRoute({ getParentRoute: () => insideRoute, id: 'shell', component: AppShell })

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.home,
  component: room(() => import('../executions/HomePage.tsx'), 'HomePage'),
})

const galleryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.templates,
  validateSearch: searchOf(readGallerySearch),
  component: room(() => import('../workflows/GalleryPage.tsx'), 'GalleryPage', 'workflows'),
})

const workflowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.template,
  params: id,
  component: room(() => import('../workflows/WorkflowPage.tsx'), 'WorkflowPage', 'workflows'),
})

/** The same page at the address of one's own workflows. */
const ownWorkflowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.workflow,
  params: id,
  component: room(() => import('../workflows/WorkflowPage.tsx'), 'WorkflowPage', 'workflows'),
})

const planRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.plan,
  params: id,
  component: room(() => import('../workflows/plan/PlanPage.tsx'), 'PlanPage', 'workflows'),
})

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.import,
  component: room(() => import('../workflows/import/ImportPage.tsx'), 'ImportPage', 'workflows'),
})

const workflowPrintRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: paths.workflowPrint,
  params: id,
  component: room(() => import('../workflows/print/WorkflowPrintPage.tsx'), 'WorkflowPrintPage', 'workflows'),
})

const runPrintRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: paths.runPrint,
  params: id,
  component: room(() => import('../executions/RunPrintPage.tsx'), 'RunPrintPage'),
})

const workflowsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.workflows,
  validateSearch: searchOf(search =>
    defined<WorkflowsSearch>({
      search: text(search['search']),
      status: oneOf(workflowStatuses, search['status']),
      whose: oneOf(['mine', 'shared'], search['whose']),
    }),
  ),
  component: room(() => import('../workflows/WorkflowsPage.tsx'), 'WorkflowsPage', 'workflows'),
})

const runsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.runs,
  validateSearch: searchOf(search =>
    defined<RunsSearch>({
      status: oneOf(executionStatuses, search['status']),
      search: text(search['search']),
      by: whole(search['by']),
      workflow: whole(search['workflow']),
      outcome: whole(search['outcome']),
      project: whole(search['project']),
      since: oneOf(sinces, search['since']),
    }),
  ),
  component: room(() => import('../executions/RunsPage.tsx'), 'RunsPage'),
})

const summaryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.runSummary,
  params: id,
  component: room(() => import('../executions/SummaryPage.tsx'), 'SummaryPage', 'bench'),
})

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.settings,
  component: room(() => import('./settings/SettingsPage.tsx'), 'SettingsPage', 'settings'),
})

const settingsSectionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.settingsSection,
  component: room(() => import('./settings/SettingsSectionPage.tsx'), 'SettingsSectionPage', 'settings'),
})

const adminRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.admin,
  component: room(() => import('./AdminPage.tsx'), 'AdminPage'),
})

const helpRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.help,
  component: room(() => import('./help/HelpPage.tsx'), 'HelpPage', 'settings'),
})

const shortcutsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: paths.helpShortcuts,
  component: room(() => import('./help/ShortcutsPage.tsx'), 'ShortcutsPage', 'settings'),
})

const playerRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: paths.run,
  params: id,
  validateSearch: searchOf(search =>
    defined<PlayerSearch>({ step: whole(search['step']), view: oneOf(playerViews, search['view']) }),
  ),
  // Asked for while the room itself is on its way, which shows it, or why it cannot; not by pointing at a link, nor from step to step.
  loader: ({ cause, context: { api }, params: { id: run } }) => {
    if (cause === 'enter') void api.runs.open(run).catch(() => undefined)
  },
  component: room(() => import('../executions/player/PlayerPage.tsx'), 'PlayerPage', 'bench'),
})

const routeTree = rootRoute.addChildren([
  loginRoute,
  inviteRoute,
  resetRoute,
  sharedRoute,
  stationRoute,
  insideRoute.addChildren([
    setupRoute,
    welcomeRoute,
    shellRoute.addChildren([
      homeRoute,
      galleryRoute,
      workflowRoute,
      ownWorkflowRoute,
      planRoute,
      importRoute,
      runsRoute,
      summaryRoute,
      settingsRoute,
      settingsSectionRoute,
      workflowsRoute,
      adminRoute,
      helpRoute,
      shortcutsRoute,
    ]),
    workflowPrintRoute,
    runPrintRoute,
    playerRoute,
  ]),
])

/** `history`: where the address is kept, the browser's own unless stated. */
export function createAppRouter(api: Api, history?: RouterHistory) {
  const router = createRouter({
    routeTree,
    context: { api },
    defaultPreload: 'intent',
    scrollRestoration: true,
    ...(history ? { history } : {}),
  })
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) navigations.add()
  })
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
