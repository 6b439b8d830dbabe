import { workflowOrders } from '@hidesync/contract/workflows/workflow.routes'
import {
  difficultyLevels,
  workflowStatuses,
  type DifficultyLevel,
  type WorkflowStatus,
} from '@hidesync/domain/workflows/definition'
import { type Command, Option } from 'commander'
import { positiveInteger, wholeNumber } from '../command-line/values.ts'

export interface FilterOptions {
  readonly status?: WorkflowStatus
  readonly difficulty?: DifficultyLevel
  readonly category?: string
  readonly template?: boolean
  readonly orderBy?: (typeof workflowOrders)[number]
  readonly orderDir?: 'asc' | 'desc'
  readonly limit?: number
  readonly offset?: number
}

/** The filters that listing and searching share. */
export function addFilters(command: Command): Command {
  return command
    .addOption(new Option('--status <status>', 'Only with this status.').choices(workflowStatuses))
    .addOption(new Option('--difficulty <level>', 'Only of this difficulty.').choices(difficultyLevels))
    .option('--category <name>', 'Only of this category.')
    .option('--template', 'Only templates.')
    .addOption(new Option('--order-by <field>', 'Order (default: last changed first).').choices(workflowOrders))
    .addOption(new Option('--order-dir <direction>', 'Direction of the order.').choices(['asc', 'desc']))
    .option('--limit <n>', 'At most so many, up to 100 (default: 50).', positiveInteger)
    .option('--offset <n>', 'Leave out so many at the beginning.', wholeNumber)
}

/** The same as the query of the API: only what was stated. */
export function queryOf(options: FilterOptions) {
  const { status, difficulty, category, template, orderBy, orderDir, limit, offset } = options
  return {
    ...(status && { status }),
    ...(difficulty && { difficulty_level: difficulty }),
    ...(category && { category }),
    ...(template && { is_template: true }),
    ...(orderBy && { order_by: orderBy }),
    ...(orderDir && { order_dir: orderDir }),
    ...(limit !== undefined && { limit }),
    ...(offset !== undefined && { offset }),
  }
}
