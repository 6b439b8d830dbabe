import type { FastifyInstance } from 'fastify'
import { createAppContext, type AppContext } from './app-context.ts'
import { loadConfig, type Config } from './config.ts'
import type { FirstAdministrator } from './identity/first-start.ts'
import { startProblem } from './operations/start-problem.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

/** How long requests that are under way may take to finish once the server is told to stop. Milliseconds. */
const patience = 10_000

/** Said in one piece: who waits for the address has the password with it. */
function greet(config: Config, url: string, administrator: FirstAdministrator | null): void {
  const lines = [`HideSync Workflows is ready at ${config.publicUrl ?? url}`]
  if (administrator !== null) {
    lines.push('', 'This is its first start. Sign in as the administrator:', `  e-mail    ${administrator.email}`)
    lines.push(`  password  ${administrator.password ?? '(the one that ADMIN_PASSWORD sets)'}`)
    if (administrator.password !== null)
      lines.push('The password is shown only now: keep it, or change it once you are signed in.')
  }
  say(lines.join('\n'))
}

/** Stops taking requests, lets those under way finish, and closes the database; a second signal does not wait. */
function stopOnSignal(app: FastifyInstance, context: AppContext): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    const impatient = setTimeout(() => app.server.closeAllConnections(), patience)
    await app.close()
    clearTimeout(impatient)
    await context.close()
  }
  const onSignal = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(`The server did not stop cleanly: ${String(error)}`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

async function serve(config: Config): Promise<void> {
  const opening = createAppContext(config, {
    onError: error => complain(`Something went wrong in the background, and is tried again: ${String(error)}`),
    log: complain,
  })
  // Loaded while the database opens in its own thread: together they take as long as the slower one.
  const [context, { createApp }] = await Promise.all([opening, import('./app.ts')])
  try {
    const { administrator, samples } = await context.firstStart()
    for (const { file, message } of samples?.refused ?? []) complain(`The preset ${file} was not loaded: ${message}`)
    const app = await createApp(context)
    const url = await app.listen({ host: config.host, port: config.port })
    stopOnSignal(app, context)
    context.executionClock.start()
    greet(config, url, administrator)
  } catch (error) {
    await context.close()
    throw error
  }
}

/** Starts the server as the environment says; what keeps it from starting is told in one sentence, with exit code 1. */
export async function start(): Promise<void> {
  let config: Config | null = null
  try {
    config = loadConfig()
    await serve(config)
  } catch (error) {
    complain(startProblem(error, config))
    process.exitCode = 1
  }
}
