import { openDatabase } from '@hidesync/server/database/open-database'
import { sql } from 'kysely'
import type { Size } from '../options.ts'
import { seedBare } from './seed-bare.ts'
import { seedExecutions } from './seed-executions.ts'
import { seedList } from './seed-list.ts'
import type { People } from './seed-people.ts'
import { seedWorkflow, type SeededWorkflow } from './seed-workflow.ts'

export const lengths = [12, 20, 500, 2000] as const
export type Length = (typeof lengths)[number]

/** What is there to be read and worked on. */
export interface Seeded {
  readonly database: string
  readonly workflows: ReadonlyMap<Length, SeededWorkflow>
  /** Executions to complete, by the length of their workflow. */
  readonly executions: ReadonlyMap<Length, readonly number[]>
}

/** One round more than is measured: the first warms up. */
const perMode = ({ rounds, connections, walks }: Size) => (rounds + 1) * connections * walks

/** Fills the database through the product's own tables, while no server has it open. */
export async function seed(settings: Readonly<Record<string, string>>, size: Size, people: People): Promise<Seeded> {
  const opened = await openDatabase({
    databaseUrl: settings['DATABASE_URL'],
    dataDir: settings['DATA_DIR'],
    onFatal: error => console.error(error),
  })
  const { db } = opened
  try {
    const { reader } = people
    const workflows = new Map<Length, SeededWorkflow>()
    for (const length of lengths) workflows.set(length, await seedWorkflow(db, length, reader.id))
    await seedList(db, size.workflows - workflows.size, { owners: people.owners, reader: reader.id })

    const executions = new Map<Length, readonly number[]>()
    const starter = { user_id: reader.id, workshop_id: reader.workshop_id }
    for (const [length, workflow] of workflows) {
      // Of 12 steps with the whole answer and without it.
      const count = length === 12 ? perMode(size) * 2 : length === 500 ? 0 : perMode(size)
      if (count > 0) executions.set(length, await seedExecutions(db, workflow, count, starter))
    }
    await seedBare(db, [...executions.values()].flat())
    await sql`vacuum analyze`.execute(db)
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
    return { database: rows[0]?.version ?? '', workflows, executions }
  } finally {
    await opened.close()
  }
}
