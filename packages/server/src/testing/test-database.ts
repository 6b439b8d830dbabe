import { randomBytes } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe } from 'vitest'
import type { Bell } from '../database/bell.ts'
import type { Database } from '../database/database.ts'
import { openDatabase } from '../database/open-database.ts'
import { keepEngineCode } from './engine-code.ts'
import { makeScratchFolder } from './scratch-folder.ts'
import { testDatabaseVariables } from './test-database-variables.ts'

export const engines = ['embedded', 'postgres'] as const
export type Engine = (typeof engines)[number]

export interface TestDatabase {
  readonly db: Database
  readonly engine: Engine
  readonly bell: Bell
  /** Of the server's database. */
  readonly url?: string
  /** Of the embedded one. */
  readonly dataDir?: string
  /** Closes the database and removes it. */
  close(): Promise<void>
}

const variable = (name: string) => {
  const value = process.env[name]
  if (value === undefined)
    throw new Error(
      `${name} is not set: the test's project needs packages/server/src/testing/global-setup.ts as its globalSetup.`,
    )
  return value
}

/** A data folder with an empty, migrated database in it; the caller removes it. */
export function copyEmbeddedTemplate(): string {
  const dataDir = makeScratchFolder()
  cpSync(join(variable(testDatabaseVariables.embeddedTemplate), 'database'), join(dataDir, 'database'), {
    recursive: true,
  })
  return dataDir
}

async function administrate(statement: string) {
  const client = new Client({ connectionString: variable(testDatabaseVariables.postgresUrl) })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The address of a new, empty, migrated database on the server, and how to remove it. */
export async function createPostgresDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `hidesync_test_${randomBytes(8).toString('hex')}`
  await administrate(`create database ${name} template ${variable(testDatabaseVariables.postgresTemplate)}`)
  const url = new URL(variable(testDatabaseVariables.postgresUrl))
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administrate(`drop database if exists ${name} with (force)`) }
}

async function openEmbedded(): Promise<TestDatabase> {
  await keepEngineCode()
  const dataDir = copyEmbeddedTemplate()
  const { db, bell, close } = await openDatabase({ dataDir })
  return {
    db,
    engine: 'embedded',
    bell,
    dataDir,
    close: async () => {
      await close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function openPostgres(): Promise<TestDatabase> {
  const { url, drop } = await createPostgresDatabase()
  const { db, bell, close } = await openDatabase({ databaseUrl: url })
  return {
    db,
    engine: 'postgres',
    bell,
    url,
    close: async () => {
      await close()
      await drop()
    },
  }
}

/** An empty, migrated database for one test, or for one file of tests. */
export function openTestDatabase(engine: Engine = 'embedded'): Promise<TestDatabase> {
  return engine === 'embedded' ? openEmbedded() : openPostgres()
}

/** The same tests once for each engine. */
export function describeEachEngine(name: string, tests: (engine: Engine) => void): void {
  describe.each(engines)(`${name} (%s)`, engine => {
    tests(engine)
  })
}
