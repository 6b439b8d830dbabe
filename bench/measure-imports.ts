import { createClient } from '@hidesync/contract/client'
import { checkPreset } from '@hidesync/domain/presets/check-preset'
import { readSource } from '@hidesync/server/presets/reading/read-source'
import { largeFiles, type LargeFile } from '@hidesync/server/testing/large-files'
import type { Arena } from './arena.ts'
import { alternate } from './compare.ts'
import { row, under, type Row } from './result.ts'
import { administrator } from './seed/seed-people.ts'

/** Milliseconds between two looks of the server's own clock at its event loop: a free loop shows as much. */
const resolution = 10

const least = async (times: number, measure: () => Promise<number>): Promise<number> => {
  const found: number[] = []
  for (let time = 0; time < times; time += 1) found.push(await measure())
  return Math.min(...found)
}

/** Milliseconds of the longest time in which the event loop did nothing else, since this was last asked. */
async function longestHold(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const seconds = Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1])
  return Math.max(1000 * seconds - resolution, 0.1)
}

/** How long the whole file would keep everybody waiting, were it read and checked where requests are answered. */
async function readHere({ text, type }: LargeFile): Promise<number> {
  const began = performance.now()
  const { value } = await readSource({ bytes: Buffer.from(text), type, format: null, name: null })
  if (!checkPreset(value).ok) throw new Error('A file of the benchmark can not be imported.')
  return performance.now() - began
}

/** How long an import of 5,000 steps keeps everybody else waiting at a stretch. */
export async function measureImports({ engine, size, product, say }: Arena): Promise<Row[]> {
  const { url } = product.running
  const { access_token } = await createClient({ baseUrl: url }).auth.token({ body: administrator })
  const importFile = async ({ text, type }: LargeFile) => {
    const headers = { authorization: `Bearer ${access_token}`, 'content-type': type }
    await longestHold(url)
    const address = `${url}/api/v1/workflows/import?on_conflict=rename`
    const response = await fetch(address, { method: 'POST', headers, body: text })
    if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
    await response.arrayBuffer()
    return longestHold(url)
  }
  const rows: Row[] = []
  for (const [format, file] of Object.entries(largeFiles(5000, 'Large'))) {
    const name = `longest hold of the event loop, import of 5,000 steps as ${format}`
    say(name)
    const comparison = await alternate(Math.min(size.rounds, 3), {
      product: () => least(size.imports, () => importFile(file)),
      bare: () => least(size.imports, () => readHere(file)),
    })
    rows.push(row({ engine, name, unit: 'ms' }, comparison, under(50, 'ms')))
  }
  return rows
}
