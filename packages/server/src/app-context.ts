import { CommentService } from './community/comment.service.ts'
import { ProposalService } from './community/proposal.service.ts'
import { UpstreamService } from './community/upstream.service.ts'
import { RatingService } from './community/rating.service.ts'
import type { Config } from './config.ts'
import { openDatabase, type OpenDatabase } from './database/open-database.ts'
import { EventLog } from './events/event-log.ts'
import { EventService } from './events/event.service.ts'
import { clockLimits } from './executions/clock-limits.ts'
import { ExecutionClock } from './executions/execution-clock.ts'
import { ExecutionMoveService } from './executions/execution-move.service.ts'
import { ExecutionQueryService } from './executions/execution-query.service.ts'
import { ExecutionStartService } from './executions/execution-start.service.ts'
import { ExecutionSyncService } from './executions/execution-sync.service.ts'
import { ExecutionService } from './executions/execution.service.ts'
import { HomeService } from './executions/home.service.ts'
import { TimerService } from './executions/timer.service.ts'
import { IdPool } from './executions/id-pool.ts'
import { PhotoService } from './executions/photo.service.ts'
import { PresenceService } from './executions/presence.service.ts'
import { PhotoStore } from './executions/photo-store.ts'
import { AuthService } from './identity/auth.service.ts'
import { CallerResolver } from './identity/caller-resolver.ts'
import { ensureFirstAdministrator, firstSuperuser, type FirstAdministrator } from './identity/first-start.ts'
import { InvitationService } from './identity/invitation.service.ts'
import { PasswordResetService } from './identity/password-reset.service.ts'
import { SetupService } from './identity/setup.service.ts'
import { StationService } from './identity/station.service.ts'
import { MemberService } from './identity/member.service.ts'
import { OwnAccountService } from './identity/own-account.service.ts'
import { Passwords } from './identity/passwords.ts'
import { loadSecretKeys } from './identity/secret-key.ts'
import { UserService } from './identity/user.service.ts'
import { workshopExists } from './identity/workshop.reader.ts'
import { WorkshopService } from './identity/workshop.service.ts'
import { ExpectedDurations } from './insights/expected-durations.ts'
import { ProjectService } from './inventory/project.service.ts'
import { startCleanUp } from './operations/clean-up.ts'
import { databaseAnswers } from './operations/readiness.ts'
import { PresetExportService } from './presets/preset-export.service.ts'
import { LibraryFeedService } from './presets/library-feed.service.ts'
import { PresetLibrary } from './presets/preset-library.ts'
import { PresetService } from './presets/preset.service.ts'
import { PresetWorker, type PresetWorkerOptions } from './presets/worker/preset-worker-client.ts'
import { loadSamplePresets, type LoadedSamples } from './presets/sample-presets.ts'
import { EnumService } from './enums/enum.service.ts'
import { loadStepTypes } from './step-types/load-step-types.ts'
import { StepTypeService } from './step-types/step-type.service.ts'
import { ThemeService } from './themes/theme.service.ts'
import { LocalisedContents } from './translations/localised-contents.ts'
import { TranslationService } from './translations/translation.service.ts'
import { CompiledRevisions } from './workflows/compiled-revisions.ts'
import { DefinitionService } from './workflows/definition.service.ts'
import { PartService } from './workflows/part.service.ts'
import { RevisionService } from './workflows/revision.service.ts'
import { WorkflowCopyService } from './workflows/workflow-copy.service.ts'
import { WorkflowLinkService } from './workflows/workflow-link.service.ts'
import { WorkflowListService } from './workflows/workflow-list.service.ts'
import { WorkflowPublishService } from './workflows/workflow-publish.service.ts'
import { WorkflowBulkService } from './workflows/workflow-bulk.service.ts'
import { WorkflowShareService } from './workflows/workflow-share.service.ts'
import { WorkflowService } from './workflows/workflow.service.ts'
import { ConversationService } from './navigation/conversation.service.ts'
import { openLanguageModel } from './navigation/language-model.ts'
import { NavigationService } from './navigation/navigation.service.ts'
import { RunSource } from './navigation/run-source.ts'

/** What tests and tools replace. */
export interface ContextOverrides {
  readonly now?: () => Date
  /** A database that is open already; the context closes it. */
  readonly database?: OpenDatabase
  /** Every answer is held against the contract. */
  readonly checkAnswers?: boolean
  /** Milliseconds in which a request has to arrive. */
  readonly requestTimeout?: number
  readonly loadSamples?: boolean
  /** Starts the thread that reads files. */
  readonly startThread?: PresetWorkerOptions['start']
  readonly onError?: (error: unknown) => void
  /** Gets lines for whoever runs the server. */
  readonly log?: (line: string) => void
}

/** Memory for compiled revisions and their JSON. */
const revisionCache = 64 * 1024 * 1024
/** The same in other languages. */
const localisedCache = 32 * 1024 * 1024
/** Steps whose recorded durations are held, a kilobyte each at most. */
const durationsCache = 20_000

/** The only place that knows everyone: opens the database and wires the services, each with what it uses and nothing else. */
export async function createAppContext(config: Config, overrides: ContextOverrides = {}) {
  const { now = () => new Date(), onError = () => {}, log = () => {} } = overrides
  // Before the database is opened: a module that can't be used ends the start.
  const registry = await loadStepTypes(config.workflows.stepTypeModules)
  const database =
    overrides.database ??
    (await openDatabase({
      ...(config.databaseUrl === null ? { dataDir: config.dataDir } : { databaseUrl: config.databaseUrl }),
      onFatal: onError,
    }))
  const { db, bell } = database
  const keys = await loadSecretKeys(db, config.secretKey)
  const passwords = new Passwords()
  const callers = new CallerResolver({ db, keys, now })
  const auth = new AuthService({ db, keys, passwords, callers, now })
  const revisions = new CompiledRevisions({ db, maxBytes: revisionCache })
  const contents = new LocalisedContents({ db, revisions, maxBytes: localisedCache })
  // Apart from each other, so that nobody who saves waits for the files of others.
  const presetWorker = new PresetWorker(overrides.startThread && { start: overrides.startThread })
  const graphWorker = new PresetWorker()
  const library = new PresetLibrary(config.workflows.presetDirectory)
  const workflows = new WorkflowService({ db, revisions, contents, stepTypes: registry })
  const workflowCopies = new WorkflowCopyService({ revisions })
  const stepExecutionIds = new IdPool('workflow_step_executions_id_seq')
  const executionIds = new IdPool('workflow_executions_id_seq')
  const expected = new ExpectedDurations({ db, now, maxSize: durationsCache })
  const limits = clockLimits(config.workflows)
  const executions = new ExecutionService({
    db,
    revisions,
    contents,
    expected,
    stepTypes: registry,
    stepExecutionIds,
    limits,
    now,
  })
  const executionQueries = new ExecutionQueryService({ db, revisions, contents, executions, expected, now })
  const executionClock = new ExecutionClock({ db, revisions, executions, limits, bell, now, onError })
  const runs = new RunSource({ revisions, contents, stepTypes: registry, expected, now })
  const languageModel = config.languageModel === null ? null : openLanguageModel({ ...config.languageModel, log })
  const stepTypes = new StepTypeService({ db, registry })
  const photos = new PhotoStore(config.dataDir)
  const stopCleanUp = startCleanUp({ db, photos, now }, onError)

  return {
    config,
    db,
    bell,
    engine: database.engine,
    keys,
    now,
    callers,
    checkAnswers: overrides.checkAnswers ?? false,
    requestTimeout: overrides.requestTimeout,
    isReady: () => databaseAnswers(db),
    workshopExists: (id: number) => workshopExists(db, id),

    auth,
    ownAccount: new OwnAccountService({ db, keys, passwords, callers, now }),
    users: new UserService({ db, passwords, callers, now }),
    workshops: new WorkshopService({ db, callers }),
    members: new MemberService({ db, callers }),
    invitations: new InvitationService({ db, keys, passwords, auth, now, publicUrl: config.publicUrl }),
    passwordResets: new PasswordResetService({ db, keys, passwords, callers, auth, now, publicUrl: config.publicUrl }),
    stations: new StationService({ db, keys, passwords, callers, now }),
    setup: new SetupService({ db, passwords, callers, now }),

    workflows,
    parts: new PartService({ db, revisions }),
    definitions: new DefinitionService({ db, revisions, worker: graphWorker }),
    revisions: new RevisionService({ db, revisions }),
    workflowCopies,
    workflowLinks: new WorkflowLinkService({
      db,
      keys,
      workflows,
      copies: workflowCopies,
      now,
      publicUrl: config.publicUrl,
    }),
    workflowBulk: new WorkflowBulkService(),
    workflowShares: new WorkflowShareService({ db, revisions }),
    ratings: new RatingService({ db }),
    comments: new CommentService({ db }),
    proposals: new ProposalService({ db, revisions }),
    upstream: new UpstreamService({ db, revisions }),
    projects: new ProjectService({ db }),
    workflowLists: new WorkflowListService({ db }),
    libraryFeed: new LibraryFeedService({
      db,
      revisions,
      feed: config.libraryFeed ? { publicUrl: config.publicUrl } : null,
    }),
    workflowPublishing: new WorkflowPublishService({ revisions, stepTypes: registry }),
    translations: new TranslationService({ db, revisions }),
    presets: new PresetService({ db, library, worker: presetWorker, importPolicy: config.workflows.importPolicy }),
    presetExports: new PresetExportService({ db, revisions, worker: presetWorker, now }),
    themes: new ThemeService({ db }),
    enums: new EnumService({ db, stepTypes: registry }),
    stepTypes,
    executions,
    photos: new PhotoService({ db, executions, revisions, store: photos, linkKey: keys.links, now }),
    presence: new PresenceService({ db, executions, now }),
    executionMoves: new ExecutionMoveService({ db, revisions, executions, expected, stepExecutionIds, limits, now }),
    executionStarts: new ExecutionStartService({
      db,
      revisions,
      expected,
      executionIds,
      stepExecutionIds,
      limits,
      now,
    }),
    navigation: new NavigationService({ db, executions, runs }),
    conversations: new ConversationService({ db, executions, runs, languageModel, now }),
    home: new HomeService({ db, contents, now }),
    events: new EventService({ log: new EventLog({ db, bell, source: config.publicUrl ?? '/' }), bell, now }),
    executionQueries,
    executionSyncs: new ExecutionSyncService({ db, revisions, executions, executionQueries, now }),
    executionClock,
    timers: new TimerService({ db, executions, executionQueries, now }),

    /**
     * Makes the first administrator of an empty installation, and gives it the sample presets; the second also after a first
     * start that was cut short between the two.
     */
    async firstStart(): Promise<{ administrator: FirstAdministrator | null; samples: LoadedSamples | null }> {
      await stepTypes.announce()
      const { adminEmail: email, adminPassword: password } = config
      const administrator = await ensureFirstAdministrator({ db, passwords }, { email, password })
      const owner_id = administrator?.user_id ?? (await firstSuperuser(db))
      const wanted = owner_id !== null && overrides.loadSamples !== false
      const samples = wanted ? await loadSamplePresets({ db, library, owner_id }) : null
      return { administrator, samples }
    },

    /** Ends what threads work out, which may take longer than anybody who stops the server waits; none of it has stored anything. */
    giveUpLongWork: () => Promise.all([presetWorker.close(), graphWorker.close()]),

    async close(): Promise<void> {
      stopCleanUp()
      await executionClock.stop()
      await Promise.all([presetWorker.close(), graphWorker.close()])
      await database.close()
    },
  }
}

export type AppContext = Awaited<ReturnType<typeof createAppContext>>
