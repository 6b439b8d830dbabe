import { readEnv, type Env } from './env.ts'

export interface Config {
  readonly host: string
  readonly port: number
  /** How the server is reached from outside; null: by the address it listens on. */
  readonly publicUrl: string | null
  readonly dataDir: string
  /** Null: the embedded database. */
  readonly databaseUrl: string | null
  readonly adminEmail: string
  /** Null: one is made up at the first start and shown once. */
  readonly adminPassword: string | null
  /** Null: one is made at the first start and kept in the database. */
  readonly secretKey: string | null
  /** Requests a minute for a user; 0: no limit. */
  readonly rateLimitPerMinute: number
  readonly logLevel: LogLevel
  readonly trustProxy: boolean | number | string
  readonly corsOrigins: readonly string[]
  /** Whether published public templates are offered to everybody as a feed. */
  readonly libraryFeed: boolean
  /** The built web app. */
  readonly webDir: string
  /** Null: nobody is asked about sentences that were not understood. */
  readonly languageModel: LanguageModelConfig | null
  readonly workflows: WorkflowConfig
}

export interface LanguageModelConfig {
  /** Its endpoint for chat completions. */
  readonly url: string
  readonly name: string
  readonly key: string | null
  /** Milliseconds that it may take. */
  readonly timeout: number
}

export interface WorkflowConfig {
  /** Seconds without pauses after which an execution times out. */
  readonly maxExecutionTime: number
  /** Minutes without a command after which an execution is paused; 0: never. */
  readonly idlePause: number
  /** Days that what is no longer needed is kept. */
  readonly autoCleanupDays: number
  readonly enableAnalytics: boolean
  readonly enableEvents: boolean
  readonly enableResourceTracking: boolean
  readonly presetDirectory: string
  readonly importPolicy: ImportPolicy
  /** Files of step types that the installation brings. */
  readonly stepTypeModules: readonly string[]
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Who may import presets. */
const importPolicies = ['superuser', 'users'] as const
export type ImportPolicy = (typeof importPolicies)[number]

/** A setting that cannot be meant; its message is one sentence that names the setting, the value and what it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const refuse = (name: string, value: string, takes: string): never => {
  throw new ConfigError(`${name} is “${value}”, but it takes ${takes}.`)
}

const whole = (env: Env, name: string, range: { readonly from: number; readonly to: number; readonly or: number }) => {
  const text = env[name]
  if (text === undefined) return range.or
  const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN
  return value >= range.from && value <= range.to
    ? value
    : refuse(name, text, `a whole number from ${range.from} to ${range.to}`)
}

const flag = (env: Env, name: string, or: boolean): boolean => {
  const text = env[name]?.toLowerCase()
  if (text === undefined) return or
  if (['true', '1', 'yes', 'on'].includes(text)) return true
  return ['false', '0', 'no', 'off'].includes(text) ? false : refuse(name, text, 'true or false')
}

const choice = <T extends string>(env: Env, name: string, values: readonly T[], or: T): T => {
  const text = env[name]
  if (text === undefined) return or
  return values.find(value => value === text) ?? refuse(name, text, `one of ${values.join(', ')}`)
}

const origin = (name: string, text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '')
    return refuse(name, text, 'origins such as https://workshop.example')
  return url.origin
}

const database = (env: Env): string | null => {
  const text = env['DATABASE_URL']
  if (text === undefined) return null
  const sound = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
  // The address holds a password: it is not repeated.
  if (!sound)
    throw new ConfigError('DATABASE_URL takes an address such as postgres://user:password@host:5432/hidesync.')
  return text
}

const email = (env: Env): string => {
  const text = env['ADMIN_EMAIL'] ?? 'admin@hidesync.local'
  return /^[^\s@]+@[^\s@]+$/.test(text) ? text : refuse('ADMIN_EMAIL', text, 'an e-mail address')
}

const atLeast = (env: Env, name: string, length: number): string | null => {
  const text = env[name]
  if (text !== undefined && (text.length < length || text.length > 200))
    throw new ConfigError(`${name} is ${text.length} characters long, but it takes ${length} to 200.`)
  return text ?? null
}

/** `true`, a number of proxies, or their addresses, as the framework takes them. */
const proxies = (env: Env): boolean | number | string => {
  const text = env['TRUST_PROXY']
  if (text === undefined) return false
  if (/^\d{1,2}$/.test(text)) return Number(text)
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  return /^[\da-f:.,/\s]+$|^(loopback|linklocal|uniquelocal)$/i.test(text)
    ? text
    : refuse('TRUST_PROXY', text, 'true, false, a number of proxies, or their addresses')
}

const languageModel = (env: Env): LanguageModelConfig | null => {
  const url = env['LANGUAGE_MODEL_URL']
  const timeout = whole(env, 'LANGUAGE_MODEL_TIMEOUT', { from: 100, to: 60_000, or: 4000 })
  if (url === undefined) return null
  const address = URL.canParse(url) ? new URL(url) : null
  const sound = address !== null && /^https?:$/.test(address.protocol) && address.username + address.password === ''
  // The address might hold a password: it is not repeated.
  if (!sound)
    throw new ConfigError(
      'LANGUAGE_MODEL_URL takes the address of an endpoint for chat completions, such as http://127.0.0.1:11434/v1/chat/completions; a key goes into LANGUAGE_MODEL_KEY.',
    )
  const name = env['LANGUAGE_MODEL_NAME']
  if (name === undefined)
    throw new ConfigError('LANGUAGE_MODEL_NAME is missing: it says which model LANGUAGE_MODEL_URL is asked for.')
  return { url, name, key: env['LANGUAGE_MODEL_KEY'] ?? null, timeout }
}

/** The settings, checked; throws `ConfigError` at the first one that cannot be meant. */
export function loadConfig(env: Env = readEnv()): Config {
  const publicUrl = env['PUBLIC_URL']
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port: whole(env, 'PORT', { from: 0, to: 65_535, or: 3000 }),
    publicUrl: publicUrl === undefined ? null : origin('PUBLIC_URL', publicUrl),
    dataDir: env['DATA_DIR'] ?? 'data',
    databaseUrl: database(env),
    adminEmail: email(env),
    adminPassword: atLeast(env, 'ADMIN_PASSWORD', 8),
    secretKey: atLeast(env, 'SECRET_KEY', 32),
    rateLimitPerMinute: whole(env, 'RATE_LIMIT_PER_MINUTE', { from: 0, to: 1_000_000, or: 600 }),
    logLevel: choice(env, 'LOG_LEVEL', logLevels, 'warn'),
    trustProxy: proxies(env),
    corsOrigins: (env['CORS_ORIGINS'] ?? '')
      .split(/[\s,]+/)
      .filter(text => text !== '')
      .map(text => origin('CORS_ORIGINS', text)),
    libraryFeed: flag(env, 'LIBRARY_FEED', true),
    webDir: env['WEB_DIR'] ?? 'dist/web',
    languageModel: languageModel(env),
    workflows: {
      maxExecutionTime: whole(env, 'WORKFLOW_MAX_EXECUTION_TIME', { from: 1, to: 31_536_000, or: 86_400 }),
      idlePause: whole(env, 'WORKFLOW_IDLE_PAUSE', { from: 0, to: 525_600, or: 240 }),
      autoCleanupDays: whole(env, 'WORKFLOW_AUTO_CLEANUP_DAYS', { from: 1, to: 36_500, or: 30 }),
      enableAnalytics: flag(env, 'WORKFLOW_ENABLE_ANALYTICS', true),
      enableEvents: flag(env, 'WORKFLOW_ENABLE_EVENTS', true),
      enableResourceTracking: flag(env, 'WORKFLOW_ENABLE_RESOURCE_TRACKING', true),
      presetDirectory: env['WORKFLOW_PRESET_DIRECTORY'] ?? 'presets',
      importPolicy: choice(env, 'WORKFLOW_IMPORT_POLICY', importPolicies, 'superuser'),
      stepTypeModules: (env['STEP_TYPE_MODULES'] ?? '')
        .split(',')
        .map(path => path.trim())
        .filter(path => path !== ''),
    },
  }
}
