import type { Route } from '@hidesync/contract/http/route'
import { routes } from '@hidesync/contract/routes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { walkedRoutes, type RouteName } from '../testing/walk/call.ts'
import { calls } from '../testing/walk/calls.ts'
import type { Person } from '../testing/walk/cast.ts'
import { databaseState } from '../testing/walk/database-state.ts'
import type { Piece } from '../testing/walk/piece.ts'
import { pathFor } from '../testing/walk/send-call.ts'
import { newName, setStage, type Stage } from '../testing/walk/stage.ts'

/** Of nothing. */
const none = 999_999_999

const every = [...walkedRoutes]
const ofWorkflows = every.filter(([name, { path }]) => calls[name].about === 'workflow' && path.includes('/:id'))
const ofRuns = every.filter(([name]) => calls[name].about === 'run')
const ofProjects = every.filter(([name]) => name.startsWith('projects.') && calls[name].ready !== undefined)
/** What lies in a workflow and is named by an id of its own. */
const inner = ['part_id', 'step_id', 'comment_id', 'proposal_id'] as const
const withInner = ofWorkflows.flatMap(([name, route]) =>
  inner.filter(key => route.path.includes(`:${key}`)).map(key => [name, key, route] as const),
)

interface Reference {
  readonly route: Route
  readonly field: string
  /** The body with an id in it; `mine`: the workflow that it is sent to. */
  readonly body: (id: number, mine: Piece) => object
  /** Something of another workflow, or of other people. */
  readonly foreign: (others: Others) => number
}
interface Others {
  /** Another workflow of the owner's. */
  readonly piece: Piece
  /** A workflow, a workshop and a project that the owner has nothing to do with. */
  readonly workflow: number
  readonly workshop: number
  readonly project: number
}

const firstStep = ({ piece }: Others): number => piece.steps[0] ?? 0
const outcomeOf = ({ piece }: Others): number => piece.outcome
const step = (mine: Piece): number => mine.steps[0] ?? 0

const references: readonly Reference[] = [
  {
    route: routes.connections.add,
    field: '/source_step_id',
    body: (id, mine) => ({ source_step_id: id, target_step_id: step(mine) }),
    foreign: firstStep,
  },
  {
    route: routes.connections.add,
    field: '/target_step_id',
    body: (id, mine) => ({ source_step_id: step(mine), target_step_id: id }),
    foreign: firstStep,
  },
  {
    route: routes.steps.add,
    field: '/parent_step_id',
    body: id => ({ name: 'A', parent_step_id: id }),
    foreign: firstStep,
  },
  { route: routes.steps.add, field: '/outcome_id', body: id => ({ name: 'A', outcome_id: id }), foreign: outcomeOf },
  {
    route: routes.paths.add,
    field: '/steps/0/step_id',
    body: id => ({ name: 'A', steps: [{ step_id: id }] }),
    foreign: firstStep,
  },
  {
    route: routes.options.add,
    field: '/result_action/goto_step',
    body: id => ({ option_text: 'A', result_action: { goto_step: id } }),
    foreign: firstStep,
  },
  {
    route: routes.options.add,
    field: '/result_action/complete_with_outcome',
    body: id => ({ option_text: 'A', result_action: { complete_with_outcome: id } }),
    foreign: outcomeOf,
  },
  {
    route: routes.steps.order,
    field: '/step_ids',
    body: (id, mine) => ({ step_ids: [...mine.steps.slice(1), id] }),
    foreign: firstStep,
  },
  {
    route: routes.translations.put,
    field: `/steps/`,
    body: id => ({ steps: { [id]: { name: 'A' } } }),
    foreign: firstStep,
  },
  {
    route: routes.sharing.put,
    field: '/workshop_id',
    body: id => ({ workshop_id: id, permission: 'read' }),
    foreign: ({ workshop }) => workshop,
  },
  {
    route: routes.proposals.create,
    field: '/from_workflow_id',
    body: id => ({ title: 'A', from_workflow_id: id }),
    foreign: ({ workflow }) => workflow,
  },
  {
    route: routes.workflows.update,
    field: '/project_id',
    body: id => ({ project_id: id }),
    foreign: ({ project }) => project,
  },
  {
    route: routes.workflows.create,
    field: '/project_id',
    body: id => ({ name: newName(), project_id: id }),
    foreign: ({ project }) => project,
  },
]

describeEachEngine('ids of others', engine => {
  let stage: Stage
  let mine: Piece
  let others: Others
  beforeAll(async () => {
    stage = await setStage(engine)
    mine = await stage.workflow('public')
    const { token } = stage.cast.stranger
    const stranger = stage.app.client(token)
    others = {
      piece: await stage.workflow('private'),
      workflow: (await stranger.workflows.create({ body: { name: newName() } })).id,
      workshop: (await stranger.workshops.list()).items[0]?.id ?? 0,
      project: (await stranger.projects.create({ body: { name: newName() } })).id,
    }
  })
  afterAll(() => stage.close())

  /** The refusal without what differs from one request to the next. */
  async function told(route: Route, path: string, by: Person, { id, body }: { id: number; body?: object | undefined }) {
    const init = { method: route.method, token: by.token, ...(body === undefined ? {} : { body }) }
    const { status, code, detail, errors } = await refusalOf(await send(stage.app, path, init))
    const text = JSON.stringify({ status, code, detail, errors })
    return JSON.parse(text.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), '0')) as { status: number; code: string }
  }

  /** The same request about the id of others, and about one of nothing: told alike, and nothing written. */
  async function alike(name: RouteName, route: Route, by: Person, at: { piece: Piece; key: string; foreign: number }) {
    const call = calls[name]
    const { piece, key, foreign } = at
    const before = await databaseState(stage.app.context.db)
    const answers = []
    for (const id of [foreign, none]) {
      const path = pathFor(route, { ...call, params: one => ({ ...call.params?.(one), [key]: id }) }, piece)
      answers.push(await told(route, path, by, { id, body: call.body?.(piece) as object | undefined }))
    }
    expect(answers[0]).toEqual(answers[1])
    expect(await databaseState(stage.app.context.db)).toBe(before)
    return answers[0]
  }

  it.each(ofWorkflows)('%s does not tell a workflow of others from one that there is not', async (name, route) => {
    const at = { piece: others.piece, key: 'id', foreign: others.piece.id }
    expect(await alike(name, route, stage.cast.stranger, at)).toMatchObject({
      status: 404,
      code: 'workflow.not_found',
    })
  })

  it.each(ofProjects)('%s does not tell a project of others from one that there is not', async (name, route) => {
    const at = { piece: mine, key: 'id', foreign: others.project }
    expect(await alike(name, route, stage.cast.owner, at)).toMatchObject({ status: 404, code: 'project.not_found' })
  })

  it.each(ofRuns)('%s does not tell a run of others from one that there is not', async (name, route) => {
    const piece = (await calls[name].ready?.(stage, mine, stage.cast.owner)) ?? mine
    const at = { piece, key: 'id', foreign: piece.run ?? 0 }
    expect(await alike(name, route, stage.cast.stranger, at)).toMatchObject({
      status: 404,
      code: 'execution.not_found',
    })
  })

  it.each(withInner)('%s does not find a %s of another workflow', async (name, key, route) => {
    const foreign = { ...others.piece, part_id: 0, ...calls[name].params?.(others.piece) }
    const at = { piece: mine, key, foreign: foreign[key] }
    expect(await alike(name, route, stage.cast.superuser, at)).toMatchObject({
      status: 404,
      code: expect.stringMatching(/^(workflow\.part_not_found|comment\.not_found|proposal\.not_found)$/),
    })
  })

  it.each(references)(
    '$route.method $route.path does not take $field of others',
    async ({ route, field, body, foreign }) => {
      const before = await databaseState(stage.app.context.db)
      const path = pathFor(route, calls['workflows.get'], mine)
      const [one, other] = [foreign(others), none]
      const answers = [
        await told(route, path, stage.cast.owner, { id: one, body: body(one, mine) }),
        await told(route, path, stage.cast.owner, { id: other, body: body(other, mine) }),
      ]
      expect(answers[0]).toEqual(answers[1])
      expect(answers[0]).toMatchObject({ status: 422, errors: [{ path: expect.stringContaining(field) }] })
      expect(await databaseState(stage.app.context.db)).toBe(before)
    },
  )

  it('were looked for in as many places as there are', () => {
    expect([ofWorkflows.length > 60, ofRuns.length > 30, ofProjects.length, withInner.length > 25]).toEqual([
      true,
      true,
      3,
      true,
    ])
  })
})
