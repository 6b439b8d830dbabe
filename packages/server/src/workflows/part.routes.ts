import type { Route } from '@hidesync/contract/http/route'
import {
  connectionRoutes,
  optionRoutes,
  outcomeRoutes,
  pathRoutes,
  resourceRoutes,
  stepRoutes,
} from '@hidesync/contract/workflows/part.routes'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { FastifyInstance } from 'fastify'
import type { JsonText } from '../http/json-text.ts'
import { mount, type Handler } from '../http/mount.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { PartPlace, PartService } from './part.service.ts'

/** What the routes of every kind of part take; the contract has checked it. */
interface PartInput {
  readonly params: { readonly id: number; readonly step_id?: number; readonly part_id?: number }
  readonly body?: JsonObject
}
type PartHandler = (input: PartInput, context: RequestContext) => Promise<JsonText | void>

type PartRoutes = Readonly<Record<'read' | 'add' | 'change' | 'remove', Route>> & { readonly list?: Route }

/** The same handlers for every kind of part; they differ in where their parts are. */
function mountParts(
  app: FastifyInstance,
  parts: PartService,
  routes: PartRoutes,
  place: (input: PartInput) => PartPlace,
): void {
  const at = ({ params }: PartInput) => params.part_id ?? 0
  const handlers: Record<keyof PartRoutes, PartHandler> = {
    list: (input, context) => parts.list(input.params.id, place(input), context),
    read: (input, context) => parts.read(input.params.id, place(input), at(input), context),
    add: (input, context) => parts.add(input.params.id, place(input), input.body ?? {}, context),
    change: (input, context) =>
      parts.change(input.params.id, place(input), { id: at(input), fields: input.body ?? {} }, context),
    remove: (input, context) => parts.remove(input.params.id, place(input), at(input), context),
  }
  for (const [name, route] of Object.entries(routes) as [keyof PartRoutes, Route][])
    // The routes share their shape; the type of one of many is out of the compiler's reach.
    if (name in handlers) mount(app, route, handlers[name] as unknown as Handler<Route>)
}

const ofWorkflow = (part: 'step' | 'connection' | 'outcome' | 'path') => (): PartPlace => ({ part, step_id: null })
const ofStep =
  (part: 'resource' | 'decision_option') =>
  ({ params }: PartInput): PartPlace => ({ part, step_id: params.step_id ?? 0 })

export function registerPartRoutes(app: FastifyInstance, { parts }: { readonly parts: PartService }): void {
  mount(app, stepRoutes.order, ({ params, body }, context) => parts.order(params.id, body.step_ids, context))
  mountParts(app, parts, stepRoutes, ofWorkflow('step'))
  mountParts(app, parts, connectionRoutes, ofWorkflow('connection'))
  mountParts(app, parts, outcomeRoutes, ofWorkflow('outcome'))
  mountParts(app, parts, pathRoutes, ofWorkflow('path'))
  mountParts(app, parts, resourceRoutes, ofStep('resource'))
  mountParts(app, parts, optionRoutes, ofStep('decision_option'))
}
