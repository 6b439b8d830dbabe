import type * as engineBench from '@hidesync/domain/testing/engine-bench'
import { bundled } from './bundle.ts'
import { summarise } from './compare.ts'
import type { Size } from './options.ts'
import { atMost, row, type Row } from './result.ts'

/** What a step costs the engine alone in a workflow of 2,000 steps beside one of 20: decide and apply, nothing stored. */
export async function measureEngine({ rounds }: Size): Promise<Row> {
  const { benchEngine } = await bundled<typeof engineBench>('packages/domain/src/testing/engine-bench.ts')
  const microseconds = (milliseconds: number) => milliseconds * 1000
  const pairs = Array.from({ length: rounds }, () => benchEngine(() => performance.now())).map(({ large, small }) => ({
    product: microseconds(large),
    bare: microseconds(small),
  }))
  const label = { engine: 'none' as const, name: 'complete in 2,000 steps beside 20, engine alone', unit: 'µs' }
  return row(label, summarise(pairs), atMost(1.5))
}
