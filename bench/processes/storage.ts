import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Engine } from '../options.ts'
import type { CleanUp } from './clean-up.ts'
import { postgresUrl } from './postgres.ts'

type Settings = Readonly<Record<string, string>>

/** A database made for this run and removed after it. */
export interface Storage {
  /** The settings by which the product opens it. */
  readonly product: Settings
  /**
   * Those for the bare minimum, to be called when nobody has it open: the same database where two servers can share it, a copy of its
   * files where one process owns them.
   */
  readonly bare: () => Promise<Settings>
}

async function embeddedStorage(cleanUp: CleanUp): Promise<Storage> {
  const parent = await mkdtemp(join(tmpdir(), 'hidesync-bench-'))
  cleanUp.add(() => rm(parent, { recursive: true, force: true }))
  const own = join(parent, 'product')
  return {
    product: { DATA_DIR: own },
    bare: async () => {
      const copy = join(parent, 'bare')
      await cp(own, copy, { recursive: true })
      return { DATA_DIR: copy }
    },
  }
}

async function postgresStorage(cleanUp: CleanUp): Promise<Storage> {
  const server = await postgresUrl(cleanUp)
  const name = `hidesync_bench_${randomBytes(4).toString('hex')}`
  const ask = async (statement: string) => {
    const client = new Client({ connectionString: server })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await ask(`create database ${name}`)
  cleanUp.add(() => ask(`drop database if exists ${name} with (force)`))
  const url = new URL(server)
  url.pathname = `/${name}`
  const settings = { DATABASE_URL: url.href }
  return { product: settings, bare: async () => settings }
}

export const makeStorage = (engine: Engine, cleanUp: CleanUp): Promise<Storage> =>
  engine === 'embedded' ? embeddedStorage(cleanUp) : postgresStorage(cleanUp)
