import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import { localiseSummaries } from '../translations/localised-summaries.ts'
import { readCursor, writeCursor } from './workflow-cursor.ts'
import { readFacets } from './workflow-facets.reader.ts'
import type { WorkflowFilter } from './workflow-filter-sql.ts'
import { readPage, type WorkflowPage, type WorkflowPageRequest } from './workflow-list.reader.ts'
import type { WorkflowOrder } from './workflow-order.ts'
import { notFound } from './workflow-refusals.ts'
import type { WorkflowListRequest } from './workflow-search.reader.ts'
import { readStatistics } from './workflow-statistics.reader.ts'

interface Deps {
  readonly db: Database
}

type FilterQuery = Omit<WorkflowFilter, 'tags'> & {
  readonly search?: string | undefined
  readonly tag?: string | readonly string[] | undefined
}

type PageQuery = FilterQuery & {
  readonly limit?: number | undefined
  readonly offset?: number | undefined
  readonly order_by?: WorkflowOrder | undefined
  readonly order_dir?: 'asc' | 'desc' | undefined
  readonly cursor?: string | undefined
}

const tagsOf = (tag: string | readonly string[] | undefined): readonly string[] =>
  (typeof tag === 'string' ? tag.split(',') : (tag ?? [])).map(text => text.trim()).filter(text => text !== '')

const listed = ({ search = '', tag, ...filter }: FilterQuery, { languages }: RequestContext): WorkflowListRequest => ({
  filter: { ...filter, tags: tagsOf(tag) },
  search,
  languages,
})

/** Searches are ordered by relevance, other lists by the last change, unless the query says otherwise. */
function page(query: PageQuery, context: RequestContext): WorkflowPageRequest {
  const { limit = 50, offset = 0, order_by: asked, order_dir = 'desc', cursor, ...filters } = query
  const request = listed(filters, context)
  const searches = request.search.trim() !== ''
  // Where nothing is searched for, everything is equally relevant.
  const order_by =
    asked === undefined || asked === 'relevance' ? (searches ? (asked ?? 'relevance') : 'updated_at') : asked
  if (cursor !== undefined && offset > 0) {
    const message = '“cursor” already says where the page begins: leave “offset” out.'
    throw new AppError('request.invalid', message, { errors: [{ path: 'offset', message }] })
  }
  const order = { order_by, order_dir }
  return { ...request, ...order, limit, offset, cursor: cursor === undefined ? null : readCursor(cursor, order) }
}

const text = (request: WorkflowPageRequest, { items, total, total_is_minimum, last }: WorkflowPage): string => {
  const { limit, offset } = request
  const rest = {
    total,
    ...(total_is_minimum ? { total_is_minimum } : {}),
    limit,
    offset,
    has_more: last !== null,
    ...(last === null ? {} : { next_cursor: writeCursor(request, last) }),
  }
  return `{"items":${items},${JSON.stringify(rest).slice(1)}`
}

/** Finding workflows: lists, their facets, and what became of the executions of one. */
export class WorkflowListService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(query: PageQuery, context: RequestContext): Promise<JsonText> {
    const request = page(query, context)
    return new JsonText(text(request, await this.#page(request, context)))
  }

  /** Published templates as a bare list. */
  async templates(query: Omit<PageQuery, 'cursor'>, context: RequestContext): Promise<JsonText> {
    const only = { status: 'published', is_template: true } as const
    const { items } = await this.#page(page({ ...query, ...only }, context), context)
    return new JsonText(items)
  }

  async facets(query: FilterQuery, context: RequestContext): Promise<JsonText> {
    const { json } = await readFacets(this.#deps.db, context.caller, listed(query, context))
    return new JsonText(json)
  }

  async statistics(id: number, { caller }: RequestContext): Promise<JsonText> {
    const statistics = await readStatistics(this.#deps.db, caller, id)
    if (statistics === null) throw notFound(id)
    return new JsonText(statistics)
  }

  /** A page with names and descriptions in the caller's languages; one without any translation is sent on unparsed. */
  async #page(request: WorkflowPageRequest, { caller, languages }: RequestContext): Promise<WorkflowPage> {
    const { db } = this.#deps
    const page = await readPage(db, caller, request)
    if (!page.items.includes('"locales":["')) return page
    return { ...page, items: (await localiseSummaries(db, page.items, languages)).items }
  }
}
