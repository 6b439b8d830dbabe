import { Command } from 'commander'
import { answers, connect, defaultServer, impatient, serverAddress, ServerClock } from './command-line/connect.ts'
import { type CliContext, examples, type Host, type Register } from './command-line/context.ts'
import { exitCodeHelp } from './command-line/exit-codes.ts'
import { communityCommands } from './community/community-commands.ts'
import { registerEnums } from './enums/enum-commands.ts'
import { registerCancel } from './executions/cancel.ts'
import { registerComplete } from './executions/complete.ts'
import { registerDecide } from './executions/decide.ts'
import { registerFail } from './executions/fail.ts'
import { registerHistory } from './executions/history.ts'
import { registerExecutionList } from './executions/list.ts'
import { registerNavigate } from './executions/navigate.ts'
import { registerNote } from './executions/note.ts'
import { registerPause } from './executions/pause.ts'
import { registerPlay } from './executions/play.ts'
import { registerResume } from './executions/resume.ts'
import { registerExecutionShow } from './executions/show.ts'
import { registerSkip } from './executions/skip.ts'
import { registerStart } from './executions/start.ts'
import { registerStatus } from './executions/status.ts'
import { registerTimers } from './executions/timer-commands.ts'
import { registerUndo } from './executions/undo.ts'
import { CredentialsFile, credentialsPath } from './identity/credentials-file.ts'
import { registerLogin } from './identity/login.ts'
import { registerLogout } from './identity/logout.ts'
import { Session } from './identity/session.ts'
import { registerWhoami } from './identity/whoami.ts'
import { registerMcp } from './mcp/mcp.ts'
import { registerExport } from './presets/export.ts'
import { registerImport } from './presets/import.ts'
import { registerPresets } from './presets/preset-commands.ts'
import { registerValidate } from './presets/validate.ts'
import { registerProjects } from './projects/project-commands.ts'
import { openTerminal } from './terminal/terminal.ts'
import { registerThemes } from './themes/theme-commands.ts'
import { registerDiff } from './workflows/diff.ts'
import { registerWorkflowApply } from './workflows/apply.ts'
import { registerWorkflowCreate } from './workflows/create.ts'
import { registerWorkflowDelete } from './workflows/delete.ts'
import { registerWorkflowDuplicate } from './workflows/duplicate.ts'
import { registerWorkflowKeep } from './workflows/keep.ts'
import { registerWorkflowPublish } from './workflows/publish.ts'
import { registerWorkflowPull } from './workflows/pull.ts'
import { registerWorkflowRestore } from './workflows/restore.ts'
import { registerWorkflowRevisions } from './workflows/revisions.ts'
import { registerWorkflowStatus } from './workflows/status.ts'
import { registerWorkflowValidate } from './workflows/validate.ts'
import { registerTranslations } from './translations/translation-commands.ts'
import { version } from './version.ts'
import { registerFacets } from './workflows/facets.ts'
import { registerWorkflowList } from './workflows/list.ts'
import { registerWorkflowSearch } from './workflows/search.ts'
import { registerWorkflowShow } from './workflows/show.ts'
import { registerStatistics } from './workflows/statistics.ts'

export interface GlobalOptions {
  readonly server?: string
  readonly json?: boolean
  readonly plain?: boolean
}

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent))

const opener =
  (host: Host) =>
  async (command: Command): Promise<CliContext> => {
    const { server: named, json = false, plain = false } = command.optsWithGlobals<GlobalOptions>()
    const { environment } = host
    const credentials = new CredentialsFile(credentialsPath(environment))
    const wanted = named ?? (environment['HIDESYNC_SERVER'] || null) ?? (await credentials.read()).server
    const server = serverAddress(wanted ?? defaultServer)
    // What went wrong later is told with the server that was meant.
    rootOf(command).setOptionValue('server', server)
    const clock = new ServerClock()
    const exact = answers(clock.listening(impatient), { clean: false })
    const cleaned = answers(clock.listening(impatient), { clean: true })
    const fixedToken = environment['HIDESYNC_TOKEN'] || null
    const session = new Session({ file: credentials, server, fixedToken, fetch: cleaned })
    const exactClient = connect(server, session, exact)
    return {
      host,
      terminal: openTerminal({ plain, ...host }),
      json,
      server,
      credentials,
      client: json ? exactClient : connect(server, session, cleaned),
      exactClient,
      now: clock.now,
    }
  }

const topLevel: readonly Register[] = [
  registerLogin,
  registerLogout,
  registerWhoami,
  registerStart,
  registerPlay,
  registerStatus,
  registerImport,
  registerExport,
  registerValidate,
  registerDiff,
  registerPresets,
  registerTimers,
  registerTranslations,
  registerProjects,
  registerEnums,
  registerThemes,
  registerMcp,
]
const ofWorkflows: readonly Register[] = [
  registerWorkflowList,
  registerWorkflowShow,
  registerWorkflowSearch,
  registerFacets,
  registerStatistics,
  ...communityCommands,
  registerWorkflowCreate,
  registerWorkflowPull,
  registerWorkflowApply,
  registerWorkflowValidate,
  registerWorkflowPublish,
  registerWorkflowStatus,
  registerWorkflowDuplicate,
  registerWorkflowDelete,
  registerWorkflowRevisions,
  registerWorkflowKeep,
  registerWorkflowRestore,
]
const ofExecutions: readonly Register[] = [
  registerExecutionList,
  registerExecutionShow,
  registerHistory,
  registerComplete,
  registerDecide,
  registerSkip,
  registerFail,
  registerNavigate,
  registerNote,
  registerUndo,
  registerPause,
  registerResume,
  registerCancel,
]

/** The whole command line. It never ends the process: parsing throws what `exitCodeOf` understands. */
export function createProgram(host: Host): Command {
  const open = opener(host)
  const program = new Command('hidesync')
    .description('Craft workflows from the terminal: find one, start it, and be led through it step by step.')
    .version(version, '-V, --version', 'Show the version.')
    .option(
      '--server <url>',
      `Server to talk to (default: HIDESYNC_SERVER, else the last sign-in, else ${defaultServer}).`,
    )
    .option('--json', "Print one JSON document, exactly the API's; errors in its error form.")
    .option('--plain', 'For screen readers: no colours, no bars, no columns.')
    .helpOption('-h, --help', 'Show this help.')
    .helpCommand('help [command]', 'Show the help of a command.')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError(true)
    .exitOverride()
  program.addHelpText(
    'after',
    `${examples('login --email ana@example.org', 'workflows list', 'start "Basic Leather Wallet"', 'play')}

Environment:
  HIDESYNC_SERVER  address of the server
  HIDESYNC_TOKEN   API token, instead of a sign-in
  NO_COLOR         no colours
  XDG_CONFIG_HOME  where sign-ins are kept (default: ~/.config)

${exitCodeHelp}`,
  )
  for (const register of topLevel) register(program, open)
  const workflows = program
    .command('workflows')
    .description('Find workflows, edit them as files, publish them, and go back to what they were.')
  for (const register of ofWorkflows) register(workflows, open)
  const executions = program
    .command('executions')
    .description('List, inspect and move executions, one command at a time.')
  for (const register of ofExecutions) register(executions, open)
  return program
}
