import type * as validationBench from '@hidesync/domain/testing/validation-bench'
import { bundled } from './bundle.ts'
import { summarise } from './compare.ts'
import type { Size } from './options.ts'
import { row, under, type Row } from './result.ts'

/** What validating 5,000 steps costs beside compiling them: every rule and every run, nothing stored. */
export async function measureValidation({ rounds }: Size): Promise<Row> {
  const { benchValidation } = await bundled<typeof validationBench>('packages/domain/src/testing/validation-bench.ts')
  const pairs = Array.from({ length: rounds }, () => benchValidation(() => performance.now())).map(
    ({ validate, compile }) => ({ product: validate, bare: compile }),
  )
  const label = { engine: 'none' as const, name: 'validate 5,000 steps beside compiling them', unit: 'ms' }
  return row(label, summarise(pairs), under(50, 'ms'))
}
