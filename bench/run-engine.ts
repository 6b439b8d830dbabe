import { alternate, summarise } from './compare.ts'
import type { Arena } from './arena.ts'
import { bareProgram, Contestant, productProgram } from './contestants.ts'
import { measureComplete, measureScaling } from './measure-complete.ts'
import { measureGrowth } from './measure-growth.ts'
import { measureImports } from './measure-imports.ts'
import { measureReads } from './measure-reads.ts'
import type { Engine, Size } from './options.ts'
import type { CleanUp } from './processes/clean-up.ts'
import { memoryOf } from './processes/memory.ts'
import { makeStorage } from './processes/storage.ts'
import { row, under, type Row } from './result.ts'
import { seedPeople } from './seed/seed-people.ts'
import { seed } from './seed/seed.ts'

const makers = 20

async function setUp(engine: Engine, { size, bareScript, cleanUp, say }: RunOptions): Promise<Arena> {
  say('making the database')
  const storage = await makeStorage(engine, cleanUp)
  const product = new Contestant(productProgram(storage.product), cleanUp)
  await product.start()
  const people = await seedPeople(product.running.url, makers)
  await product.stop()
  say(`writing ${size.workflows} workflows and the executions to complete`)
  const seeded = await seed(storage.product, size, people)
  const bare = new Contestant(bareProgram(bareScript, await storage.bare(), people), cleanUp)
  await product.start()
  await bare.start()
  return { engine, size, product, bare, people, seeded, say }
}

/** Megabytes of each server's process after all that it was asked, database engine included where it runs inside. */
function measureMemory({ engine, product, bare }: Arena): Row[] {
  const [own, least] = [memoryOf(product.running.pid), memoryOf(bare.running.pid)]
  const one = (when: 'now' | 'peak', name: string) =>
    row({ engine, name, unit: 'MB' }, summarise([{ product: own[when], bare: least[when] }]), under(250, 'MB'))
  return [one('now', 'memory after the load'), one('peak', 'memory at its peak')]
}

/** Seconds from the start of the process to the first 200 of /readyz, on all that was written. */
async function measureStart({ engine, size, product, bare, say }: Arena): Promise<Row> {
  const name = 'start on existing data'
  say(name)
  const comparison = await alternate(size.starts, { product: () => product.start(), bare: () => bare.start() })
  return row({ engine, name, unit: 's' }, comparison, under(1.5, 's'))
}

export interface RunOptions {
  readonly size: Size
  /** The bundled bare server. */
  readonly bareScript: string
  readonly cleanUp: CleanUp
  readonly say: (what: string) => void
}

/** Measures one engine from an empty database on; answers with the rows and the engine's version. */
export async function runEngine(
  engine: Engine,
  options: RunOptions,
): Promise<{ readonly rows: readonly Row[]; readonly version: string }> {
  const arena = await setUp(engine, options)
  try {
    const rows = [
      ...(await measureReads(arena)),
      ...(await measureComplete(arena)),
      await measureScaling(arena),
      ...measureMemory(arena),
      await measureStart(arena),
      ...(await measureImports(arena)),
    ]
    await arena.product.stop()
    await arena.bare.stop()
    return { rows: [...rows, ...(await measureGrowth(engine, options))], version: arena.seeded.database }
  } catch (cause) {
    // What the servers say about it is on its way.
    await new Promise(resolve => setTimeout(resolve, 300))
    throw new Error(`The product printed: ${arena.product.output}\nThe bare server printed: ${arena.bare.output}`, {
      cause,
    })
  }
}
