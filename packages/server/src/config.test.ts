import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

const problem = (env: Record<string, string>): string => {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'taken'
}

describe('loadConfig()', () => {
  it('serves the embedded database on the loopback address unless told otherwise', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: 'data',
      databaseUrl: null,
      rateLimitPerMinute: 600,
      workflows: { maxExecutionTime: 86_400, autoCleanupDays: 30, importPolicy: 'superuser' },
    })
  })

  it('reads every setting as what it is', () => {
    expect(
      loadConfig({
        PORT: '8080',
        DATABASE_URL: 'postgres://a:b@db/hidesync',
        RATE_LIMIT_PER_MINUTE: '0',
        TRUST_PROXY: '2',
        CORS_ORIGINS: 'https://a.example, https://b.example:8443',
        WORKFLOW_ENABLE_ANALYTICS: 'no',
        WORKFLOW_IMPORT_POLICY: 'users',
      }),
    ).toMatchObject({
      port: 8080,
      databaseUrl: 'postgres://a:b@db/hidesync',
      rateLimitPerMinute: 0,
      trustProxy: 2,
      corsOrigins: ['https://a.example', 'https://b.example:8443'],
      workflows: { enableAnalytics: false, importPolicy: 'users' },
    })
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT is “eighty”, but it takes a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is “70000”, but it takes a whole number from 0 to 65535.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is “loud”, but it takes one of trace, debug, info, warn, error, fatal, silent.'],
    [{ WORKFLOW_ENABLE_EVENTS: 'maybe' }, 'WORKFLOW_ENABLE_EVENTS is “maybe”, but it takes true or false.'],
    [{ WORKFLOW_IMPORT_POLICY: 'all' }, 'WORKFLOW_IMPORT_POLICY is “all”, but it takes one of superuser, users.'],
    [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS is “*”, but it takes origins such as https://workshop.example.'],
    [{ ADMIN_PASSWORD: 'short' }, 'ADMIN_PASSWORD is 5 characters long, but it takes 8 to 200.'],
    [{ ADMIN_EMAIL: 'admin' }, 'ADMIN_EMAIL is “admin”, but it takes an e-mail address.'],
    [{ SECRET_KEY: 'secret' }, 'SECRET_KEY is 6 characters long, but it takes 32 to 200.'],
    [
      { TRUST_PROXY: 'sure' },
      'TRUST_PROXY is “sure”, but it takes true, false, a number of proxies, or their addresses.',
    ],
  ])('refuses %o in one sentence that says what it takes', (env, sentence) => {
    expect(problem(env)).toBe(sentence)
  })

  it('does not repeat a database address, which holds a password', () => {
    expect(problem({ DATABASE_URL: 'mysql://root:hunter2@db/x' })).toBe(
      'DATABASE_URL takes an address such as postgres://user:password@host:5432/hidesync.',
    )
  })
})
