import { workflowOrders } from '@hidesync/contract/workflows/workflow.routes'
import {
  difficultyLevels,
  workflowStatuses,
  type DifficultyLevel,
  type WorkflowStatus,
} from '@hidesync/domain/workflows/definition'
import { type Command, Option } from 'commander'
import { minutes, positiveInteger, positiveNumber, wholeNumber } from '../command-line/values.ts'

export interface FilterOptions {
  readonly status?: WorkflowStatus
  readonly difficulty?: DifficultyLevel
  readonly category?: string
  readonly tag?: readonly string[]
  readonly language?: string
  readonly minTime?: number
  readonly maxTime?: number
  readonly minRating?: number
  readonly project?: number
  readonly sharedWithMe?: boolean
  readonly template?: boolean
}

export interface PageOptions {
  readonly orderBy?: (typeof workflowOrders)[number]
  readonly orderDir?: 'asc' | 'desc'
  readonly limit?: number
  readonly offset?: number
}

const oneMore = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

/** What narrows down a list of workflows, and the counts of one. */
export function addFilters(command: Command): Command {
  return command
    .addOption(new Option('--status <status>', 'Only with this status.').choices(workflowStatuses))
    .addOption(new Option('--difficulty <level>', 'Only of this difficulty.').choices(difficultyLevels))
    .option('--category <name>', 'Only of this category.')
    .option('--tag <tag>', 'Only with this tag; again for one more that it has to have.', oneMore)
    .option('--language <code>', 'Only what can be read in this language, such as de.')
    .option('--min-time <minutes>', 'Only what takes so long or longer.', minutes)
    .option('--max-time <minutes>', 'Only what takes so long or shorter.', minutes)
    .option('--min-rating <stars>', 'Only with so many stars or more, 1 to 5.', positiveNumber)
    .option('--project <id>', 'Only of this project.', positiveInteger)
    .option('--shared-with-me', 'Only what others share with you.')
    .option('--template', 'Only templates.')
}

/** The order and the page that listing and searching share. */
export function addPaging(command: Command): Command {
  return command
    .addOption(new Option('--order-by <field>', 'Order (default: last changed first).').choices(workflowOrders))
    .addOption(new Option('--order-dir <direction>', 'Direction of the order.').choices(['asc', 'desc']))
    .option('--limit <n>', 'At most so many, up to 100 (default: 50).', positiveInteger)
    .option('--offset <n>', 'Leave out so many at the beginning.', wholeNumber)
}

/** The filters as the API takes them: only what was stated. */
export function filtersOf(options: FilterOptions) {
  const { status, difficulty, category, tag, language, minTime, maxTime, minRating, project } = options
  return {
    ...(status && { status }),
    ...(difficulty && { difficulty_level: difficulty }),
    ...(category && { category }),
    ...(tag && { tag: tag.join(',') }),
    ...(language && { language }),
    ...(minTime !== undefined && { duration_min: minTime }),
    ...(maxTime !== undefined && { duration_max: maxTime }),
    ...(minRating !== undefined && { rating_min: minRating }),
    ...(project !== undefined && { project_id: project }),
    ...(options.sharedWithMe && { shared_with_me: true }),
    ...(options.template && { is_template: true }),
  }
}

/** The same with order and page. */
export function queryOf(options: FilterOptions & PageOptions) {
  const { orderBy, orderDir, limit, offset } = options
  return {
    ...filtersOf(options),
    ...(orderBy && { order_by: orderBy }),
    ...(orderDir && { order_dir: orderDir }),
    ...(limit !== undefined && { limit }),
    ...(offset !== undefined && { offset }),
  }
}
