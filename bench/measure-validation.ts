import { benchValidation } from '@hidesync/domain/testing/validation-bench'
import { summarise } from './compare.ts'
import type { Size } from './options.ts'
import { row, under, type Row } from './result.ts'

/** What validating 5,000 steps costs beside compiling them: every rule and every run, nothing stored. */
export function measureValidation({ rounds }: Size): Row {
  const pairs = Array.from({ length: rounds }, () => benchValidation(() => performance.now())).map(
    ({ validate, compile }) => ({ product: validate, bare: compile }),
  )
  const label = { engine: 'none' as const, name: 'validate 5,000 steps beside compiling them', unit: 'ms' }
  return row(label, summarise(pairs), under(50, 'ms'))
}
