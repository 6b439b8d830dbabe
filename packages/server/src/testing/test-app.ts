import { createClient, type Client } from '@hidesync/contract/client'
import type { NewUser } from '@hidesync/contract/identity/identity.schemas'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAppContext, type AppContext, type ContextOverrides } from '../app-context.ts'
import { createApp } from '../app.ts'
import { loadConfig, type Config } from '../config.ts'
import { insertApiToken } from '../identity/api-token.repository.ts'
import { newApiToken, tokenHash } from '../identity/tokens.ts'
import { openTestDatabase } from './test-database.ts'

export interface TestAppOptions {
  readonly engine?: 'embedded' | 'postgres'
  readonly now?: () => Date
  readonly config?: Partial<Config>
  readonly requestTimeout?: number
  /** The library's presets as at a first start; without them the database is empty. */
  readonly samples?: boolean
  readonly startThread?: ContextOverrides['startThread']
}

export interface TestUser {
  readonly id: number
  readonly email: string
  readonly password: string
  /** An API token: it outlives any clock. */
  readonly token: string
}

/** A server over the database of another one. */
export interface SecondServer {
  readonly context: AppContext
  readonly url: string
  client(token?: string): Client
  close(): Promise<void>
}

export interface TestApp {
  readonly url: string
  readonly context: AppContext
  readonly admin: TestUser
  client(token?: string): Client
  /** Plain fetch: the path begins with a slash, and follows the origin. */
  request(path: string, init?: RequestInit): Promise<Response>
  createUser(input?: Partial<NewUser>): Promise<TestUser>
  /** Another API token of somebody. */
  tokenFor(userId: number, scope?: 'read' | 'write'): Promise<string>
  /** One more server over the same database, with a context and connections of its own; PostgreSQL alone can have that. */
  second(): Promise<SecondServer>
  close(): Promise<void>
}

const repository = fileURLToPath(new URL('../../../../', import.meta.url))
const password = 'a long enough password'
let users = 0

/** The whole product over a database of its own, listening on a free port; every answer is held against the contract. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await openTestDatabase(options.engine ?? 'embedded')
  const webDir = mkdtempSync(join(tmpdir(), 'hidesync-web-'))
  const config: Config = {
    ...loadConfig({ ADMIN_EMAIL: 'admin@example.test', ADMIN_PASSWORD: password }),
    logLevel: 'error',
    rateLimitPerMinute: 0,
    webDir,
    dataDir: join(webDir, 'data'),
    workflows: { ...loadConfig({}).workflows, presetDirectory: join(repository, 'presets') },
    ...options.config,
  }
  const context = await createAppContext(config, {
    database,
    checkAnswers: true,
    loadSamples: options.samples === true,
    ...(options.now && { now: options.now }),
    ...(options.requestTimeout && { requestTimeout: options.requestTimeout }),
    ...(options.startThread && { startThread: options.startThread }),
  })
  const { administrator } = await context.firstStart()
  if (administrator === null) throw new Error('the test database was not empty')
  const app = await createApp(context)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  const tokenFor = async (user_id: number, scope: 'read' | 'write' = 'write'): Promise<string> => {
    const token = newApiToken()
    const row = {
      user_id,
      name: 'test',
      scope,
      token_hash: tokenHash(token),
      created_at: context.now(),
      expires_at: null,
    }
    await context.db.transaction().execute(tx => insertApiToken(tx, row))
    return token
  }
  const client = (token?: string) => createClient({ baseUrl: url, token: () => token })
  const admin = {
    id: administrator.user_id,
    email: config.adminEmail,
    password: config.adminPassword ?? '',
    token: await tokenFor(administrator.user_id),
  }

  return {
    url,
    context,
    admin,
    client,
    request: (path, init) => fetch(`${url}${path}`, init),
    tokenFor,
    createUser: async input => {
      const user = { email: `user-${++users}@example.test`, password, ...input }
      const { id } = await client(admin.token).users.create({ body: user })
      return { id, email: user.email, password: user.password, token: await tokenFor(id) }
    },
    second: async () => {
      if (database.url === undefined) throw new Error('The embedded database serves one process.')
      const own = await createAppContext(
        { ...config, databaseUrl: database.url },
        {
          checkAnswers: true,
          ...(options.now && { now: options.now }),
        },
      )
      const server = await createApp(own)
      const baseUrl = await server.listen({ host: '127.0.0.1', port: 0 })
      return {
        context: own,
        url: baseUrl,
        client: token => createClient({ baseUrl, token: () => token }),
        close: async () => {
          await server.close()
          await own.close()
        },
      }
    },
    close: async () => {
      await app.close()
      await context.close()
      rmSync(webDir, { recursive: true, force: true })
    },
  }
}
