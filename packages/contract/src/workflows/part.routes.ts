import { Type, type TObject, type TSchema } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id } from '../http/schemas.ts'
import {
  ConnectionChanges,
  NewConnection,
  NewOption,
  NewOutcome,
  NewPath,
  NewResource,
  NewStep,
  OptionChanges,
  OutcomeChanges,
  PathChanges,
  ResourceChanges,
  StepChanges,
} from './part.schemas.ts'
import { Connection, DecisionOption, Outcome, Path, Step, StepResource } from './workflow.schemas.ts'

interface Schemas<
  P extends string,
  Owner extends TObject,
  Item extends TSchema,
  Fresh extends TSchema,
  C extends TSchema,
> {
  /** Of the list, without a part's own id. */
  readonly path: P
  readonly owner: Owner
  readonly noun: string
  readonly item: Item
  readonly fresh: Fresh
  readonly changes: C
}

/** The four ways of making, reading, changing and removing parts of one kind. */
const writing = <
  P extends string,
  Owner extends TObject,
  Item extends TSchema,
  Fresh extends TSchema,
  Changes extends TSchema,
>({
  path,
  owner,
  noun,
  item,
  fresh,
  changes,
}: Schemas<P, Owner, Item, Fresh, Changes>) => {
  const one = Type.Composite([owner, Closed({ part_id: Id })], { additionalProperties: false })
  const place = `/${path}/:part_id` as const
  return {
    read: route({
      method: 'GET',
      path: place,
      summary: `One ${noun}.`,
      access: 'user',
      params: one,
      status: 200,
      response: item,
    }),
    add: route({
      method: 'POST',
      path: `/${path}`,
      summary: `Add a ${noun}.`,
      access: 'user',
      versioned: true,
      params: owner,
      body: fresh,
      status: 201,
      response: item,
    }),
    change: route({
      method: 'PUT',
      path: place,
      summary: `Change any subset of the fields of a ${noun}.`,
      access: 'user',
      versioned: true,
      params: one,
      body: changes,
      status: 200,
      response: item,
    }),
    remove: route({
      method: 'DELETE',
      path: place,
      summary: `Remove a ${noun} and what cannot be without it.`,
      access: 'user',
      versioned: true,
      params: one,
      status: 204,
    }),
  }
}

const list = <P extends string, Owner extends TObject, Item extends TSchema>(
  path: P,
  owner: Owner,
  item: Item,
  summary: string,
) =>
  route({
    method: 'GET',
    path: `/${path}`,
    summary,
    access: 'user',
    params: owner,
    status: 200,
    response: Type.Array(item),
  })

const ofWorkflow = Closed({ id: Id })
const ofStep = Closed({ id: Id, step_id: Id })

/** The steps themselves are listed by `workflows.steps`. */
export const stepRoutes = {
  ...writing({
    path: 'workflows/:id/steps',
    owner: ofWorkflow,
    noun: 'step',
    item: Step,
    fresh: NewStep,
    changes: StepChanges,
  }),
  order: route({
    method: 'PUT',
    path: '/workflows/:id/steps/order',
    summary: 'Put all steps into an order.',
    access: 'user',
    versioned: true,
    params: ofWorkflow,
    body: Closed({ step_ids: Type.Array(Id, { maxItems: 5000 }) }),
    status: 200,
    response: Type.Array(Step),
  }),
}

export const connectionRoutes = {
  list: list('workflows/:id/connections', ofWorkflow, Connection, 'The connections, in their order.'),
  ...writing({
    path: 'workflows/:id/connections',
    owner: ofWorkflow,
    noun: 'connection',
    item: Connection,
    fresh: NewConnection,
    changes: ConnectionChanges,
  }),
}

export const outcomeRoutes = {
  list: list('workflows/:id/outcomes', ofWorkflow, Outcome, 'The outcomes, in their order.'),
  ...writing({
    path: 'workflows/:id/outcomes',
    owner: ofWorkflow,
    noun: 'outcome',
    item: Outcome,
    fresh: NewOutcome,
    changes: OutcomeChanges,
  }),
}

export const pathRoutes = {
  list: list('workflows/:id/paths', ofWorkflow, Path, 'The named ways through the workflow.'),
  ...writing({
    path: 'workflows/:id/paths',
    owner: ofWorkflow,
    noun: 'named path',
    item: Path,
    fresh: NewPath,
    changes: PathChanges,
  }),
}

export const resourceRoutes = {
  list: list('workflows/:id/steps/:step_id/resources', ofStep, StepResource, 'What a step needs, in its order.'),
  ...writing({
    path: 'workflows/:id/steps/:step_id/resources',
    owner: ofStep,
    noun: 'resource of a step',
    item: StepResource,
    fresh: NewResource,
    changes: ResourceChanges,
  }),
}

export const optionRoutes = {
  list: list(
    'workflows/:id/steps/:step_id/decision-options',
    ofStep,
    DecisionOption,
    'The options of a decision, in their order.',
  ),
  ...writing({
    path: 'workflows/:id/steps/:step_id/decision-options',
    owner: ofStep,
    noun: 'decision option',
    item: DecisionOption,
    fresh: NewOption,
    changes: OptionChanges,
  }),
}
