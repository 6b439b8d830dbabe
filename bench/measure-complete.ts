import type { Arena } from './arena.ts'
import { alternate } from './compare.ts'
import { signIn } from './contestants.ts'
import { completeLoad, type Walks } from './load/complete.ts'
import { atLeast, atMost, row, type Row } from './result.ts'
import type { Length } from './seed/seed.ts'

/** How many steps of a longer workflow are completed in each execution: as many as one of 20 has before its last. */
const walked = 19

/** Hands out executions nobody has touched. */
class Supply {
  readonly #left: number[]

  constructor(executions: readonly number[] | undefined) {
    this.#left = [...(executions ?? [])]
  }

  take(count: number): readonly number[] {
    if (this.#left.length < count) throw new Error('Too few executions were made for this run.')
    return this.#left.splice(0, count)
  }
}

const stepsOf = ({ seeded }: Arena, length: Length, count: number): readonly number[] => {
  const definition = seeded.workflows.get(length)?.definition
  if (definition === undefined) throw new Error(`There is no workflow of ${length} steps.`)
  return definition.steps.slice(0, count).map(step => step.id)
}

async function productWalks(arena: Arena, steps: readonly number[], minimal: boolean): Promise<Walks> {
  const origin = arena.product.running.url
  const headers = { ...(await signIn(origin, arena.people)), ...(minimal ? { prefer: 'return=minimal' } : {}) }
  const pathsOf = (id: number) => steps.map(step => `/api/v1/workflows/executions/${id}/steps/${step}/complete`)
  return { origin, headers, pathsOf }
}

/** A round of each in turns, on executions of their own, after one that warms up. */
async function compareWalks(
  { size }: Arena,
  walks: { readonly product: Walks; readonly bare: Walks },
  supply: { readonly product: Supply; readonly bare: Supply },
) {
  const { connections } = size
  const one = (which: 'product' | 'bare') => () =>
    completeLoad(walks[which], supply[which].take(connections * size.walks), connections)
  await one('product')()
  await one('bare')()
  return alternate(size.rounds, { product: one('product'), bare: one('bare') })
}

/** Completed steps a second, with the whole execution as the answer and without it, beside a transaction of the fewest statements. */
export async function measureComplete(arena: Arena): Promise<Row[]> {
  const { engine, bare, seeded, say } = arena
  const steps = stepsOf(arena, 12, 12)
  const least: Walks = {
    origin: bare.running.url,
    headers: {},
    pathsOf: id => steps.map(() => `/executions/${id}/complete`),
  }
  const executions = seeded.executions.get(12)
  const supply = { product: new Supply(executions), bare: new Supply(executions) }
  const rows: Row[] = []
  for (const minimal of [true, false]) {
    const name = minimal ? 'complete a step, return=minimal' : 'complete a step, whole answer'
    say(name)
    const walks = { product: await productWalks(arena, steps, minimal), bare: least }
    rows.push(row({ engine, name, unit: '/s' }, await compareWalks(arena, walks, supply), atLeast(0.5)))
  }
  return rows
}

/** What a step costs (milliseconds) in a workflow of 2,000 steps beside one of 20, over HTTP. */
export async function measureScaling(arena: Arena): Promise<Row> {
  const { engine, seeded, say } = arena
  const name = 'complete in 2,000 steps beside 20, over HTTP'
  say(name)
  const walks = {
    product: await productWalks(arena, stepsOf(arena, 2000, walked), true),
    bare: await productWalks(arena, stepsOf(arena, 20, walked), true),
  }
  const supply = {
    product: new Supply(seeded.executions.get(2000)),
    bare: new Supply(seeded.executions.get(20)),
  }
  const rates = await compareWalks(arena, walks, supply)
  const cost = {
    product: 1000 / rates.product,
    bare: 1000 / rates.bare,
    ratio: 1 / rates.ratio,
    lowest: 1 / rates.highest,
    highest: 1 / rates.lowest,
  }
  return row({ engine, name, unit: 'ms' }, cost, atMost(1.5))
}
