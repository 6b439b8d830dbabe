import { openDatabase } from '@hidesync/server/database/open-database'
import { sql } from 'kysely'
import { alternate } from './compare.ts'
import { Contestant, productProgram, signIn } from './contestants.ts'
import { readLoad } from './load/read.ts'
import type { Engine, Size } from './options.ts'
import type { CleanUp } from './processes/clean-up.ts'
import { makeStorage } from './processes/storage.ts'
import { atMost, row, type Row } from './result.ts'
import { seedList } from './seed/seed-list.ts'
import { seedPeople } from './seed/seed-people.ts'

interface Options {
  readonly size: Size
  readonly cleanUp: CleanUp
  readonly say: (what: string) => void
}

const few = 1000

/** What is asked for: each order, filters that many and few workflows pass, and words that many and few of them have. */
const lists = {
  'last changed first': '',
  'by name': 'order_by=name&order_dir=asc',
  'newest first': 'order_by=created_at',
  'by duration': 'order_by=estimated_duration',
  'by difficulty': 'order_by=difficulty_level',
  'by rating': 'order_by=rating',
  'by executions': 'order_by=executions',
  'active ones': 'status=active',
  'templates of a level': 'is_template=true&difficulty_level=intermediate',
  'of a category': 'category=wood',
  'with a rare tag': 'tag=pattern+7',
  'in a range of durations': 'duration_min=60&duration_max=90',
  'search, a frequent word': 'search=wallet',
  'search, rare words': 'search=knife+pattern+7',
  'search, a slip': 'search=walet',
} as const

/** A server of the product with so many workflows, and what to show it for being the reader. */
async function serve(engine: Engine, count: number, { cleanUp, say }: Options) {
  say(`writing ${count} workflows`)
  const storage = await makeStorage(engine, cleanUp)
  const server = new Contestant(productProgram(storage.product), cleanUp)
  await server.start()
  const people = await seedPeople(server.running.url, 20)
  await server.stop()
  const opened = await openDatabase({
    databaseUrl: storage.product['DATABASE_URL'],
    dataDir: storage.product['DATA_DIR'],
    onFatal: error => console.error(error),
  })
  await seedList(opened.db, count, { owners: people.owners, reader: people.reader.id })
  await sql`vacuum analyze`.execute(opened.db)
  await opened.close()
  await server.start()
  const headers = await signIn(server.running.url, people)
  const address = (query: string) => ({ url: `${server.running.url}/api/v1/workflows?limit=50&${query}`, headers })
  return { server, address }
}

/** Milliseconds of a list of 50 among very many workflows, beside the same among 1,000. */
export async function measureGrowth(engine: Engine, options: Options): Promise<Row[]> {
  const { size, say } = options
  const [large, small] = [await serve(engine, size.many, options), await serve(engine, few, options)]
  const load = { ...size, seconds: 1 }
  const rows: Row[] = []
  for (const [name, query] of Object.entries(lists)) {
    say(`lists: ${name}`)
    const milliseconds = async ({ address }: typeof large) =>
      (1000 * size.connections) / (await readLoad(address(query), load))
    if (size.warmUp) for (const served of [large, small]) await milliseconds(served)
    const comparison = await alternate(Math.min(size.rounds, 3), {
      product: () => milliseconds(large),
      bare: () => milliseconds(small),
    })
    rows.push(
      row({ engine, name: `list among ${size.many} beside 1000: ${name}`, unit: 'ms' }, comparison, atMost(1.5)),
    )
  }
  await large.server.stop()
  await small.server.stop()
  return rows
}
