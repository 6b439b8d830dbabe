import type * as pathBench from '@hidesync/domain/testing/path-bench'
import { bundled } from './bundle.ts'
import { summarise } from './compare.ts'
import type { Size } from './options.ts'
import { row, under, type Row } from './result.ts'

/** What finding the best path through 5,000 steps with three alternatives costs beside compiling them; nothing stored. */
export async function measurePaths({ rounds }: Size): Promise<Row> {
  const { benchPaths } = await bundled<typeof pathBench>('packages/domain/src/testing/path-bench.ts')
  const pairs = Array.from({ length: rounds }, () => benchPaths(() => performance.now())).map(({ find, compile }) => ({
    product: find,
    bare: compile,
  }))
  const label = { engine: 'none' as const, name: 'path through 5,000 steps beside compiling them', unit: 'ms' }
  return row(label, summarise(pairs), under(50, 'ms'))
}
