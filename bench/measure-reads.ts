import { isDeepStrictEqual } from 'node:util'
import type { Arena } from './arena.ts'
import { alternate } from './compare.ts'
import { signIn } from './contestants.ts'
import { readLoad, readOnce, type Address } from './load/read.ts'
import { atLeast, row, type Row } from './result.ts'

/** What both have to answer alike. */
interface Answer {
  readonly items?: readonly { readonly id: number }[]
  readonly steps?: readonly { readonly id: number }[]
}

async function expectSameAnswer(product: Address, bare: Address): Promise<void> {
  const [one, other] = (await Promise.all([readOnce(product), readOnce(bare)])) as [Answer, Answer]
  const ids = ({ items, steps }: Answer) => (items ?? steps ?? []).map(({ id }) => id)
  if (ids(one).length === 0 || !isDeepStrictEqual(ids(one), ids(other)))
    throw new Error(`${product.url} and ${bare.url} do not answer with the same rows: there is nothing to compare.`)
}

/** Requests a second for the list and for the details of one workflow. */
export async function measureReads({ engine, size, product, bare, people, seeded, say }: Arena): Promise<Row[]> {
  const rows: Row[] = []
  const measured = [
    { name: `list of 50 among ${size.workflows} workflows`, own: '/workflows?limit=50', plain: '/workflows' },
    ...([12, 500] as const).map(length => {
      const path = `/workflows/${seeded.workflows.get(length)?.id}`
      return { name: `details of ${length} steps`, own: path, plain: path }
    }),
  ]
  for (const { name, own, plain } of measured) {
    say(name)
    const headers = await signIn(product.running.url, people)
    const ours = { url: `${product.running.url}/api/v1${own}`, headers }
    const least = { url: `${bare.running.url}${plain}`, headers: {} }
    await expectSameAnswer(ours, least)
    if (size.warmUp) for (const address of [ours, least]) await readLoad(address, size)
    const comparison = await alternate(size.rounds, {
      product: () => readLoad(ours, size),
      bare: () => readLoad(least, size),
    })
    rows.push(row({ engine, name, unit: '/s' }, comparison, atLeast(0.7)))
  }
  return rows
}
