import type { Route } from '@hidesync/contract/http/route'
import { Kind, OptionalKind, type TSchema } from '@sinclair/typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../testing/answers.ts'
import { walkedRoutes, type RouteName } from '../testing/walk/call.ts'
import { calls } from '../testing/walk/calls.ts'
import { databaseState } from '../testing/walk/database-state.ts'
import { documentedStatuses } from '../testing/walk/documented.ts'
import type { Piece } from '../testing/walk/piece.ts'
import { pathFor, sendCall, type Sending } from '../testing/walk/send-call.ts'
import { setStage, type Stage } from '../testing/walk/stage.ts'

/** Whether the body is an object whose fields are all known to the contract. */
const isClosed = (schema: TSchema | undefined): boolean =>
  schema !== undefined &&
  (schema[Kind] === 'Union'
    ? (schema['anyOf'] as TSchema[]).some(isClosed)
    : schema[Kind] === 'Object' && schema['additionalProperties'] === false)

const every = [...walkedRoutes]
const withBody = every.filter(([, { body }]) => body !== undefined)
/** Without those that read a file as it came, in a thread of its own. */
const readAsJson = withBody.filter(([, { consumes }]) => consumes?.includes('application/json') !== true)
/** By offset: what is read by a cursor has tests of its own. */
const inPages = every.filter(
  ([, { response, query }]) =>
    response?.[Kind] === 'Object' && 'has_more' in response['properties'] && 'offset' in (query?.properties ?? {}),
)
const last = Number.MAX_SAFE_INTEGER

interface Page {
  readonly items: readonly unknown[]
  readonly limit: number
}
const pageIn = async (response: Response): Promise<Page> => {
  expect(response.status).toBe(200)
  return (await response.json()) as Page
}

describe('what every route takes', () => {
  let stage: Stage
  let piece: Piece
  beforeAll(async () => {
    stage = await setStage('embedded')
    piece = await stage.workflow('public')
  })
  afterAll(() => stage.close())

  it('is asked of as many routes as there are', () => {
    expect([every.length > 80, withBody.length > 30, readAsJson.length > 30, inPages.map(([name]) => name)]).toEqual([
      true,
      true,
      true,
      ['workflows.list', 'revisions.list', 'community.comments', 'proposals.list', 'projects.list', 'executions.list'],
    ])
  })

  const state = () => databaseState(stage.app.context.db)
  const sending = async (name: RouteName): Promise<Sending> => {
    const person = stage.cast.superuser
    return { person, piece: (await calls[name].ready?.(stage, piece, person)) ?? piece }
  }
  const told = async (route: Route, response: Response) => {
    expect(documentedStatuses(route)).toContain(response.status)
    return refusalOf(response)
  }

  it.each(withBody.filter(([, { body }]) => isClosed(body)))(
    '%s names a field that it does not know',
    async (name, route) => {
      const ready = await sending(name)
      const before = await state()
      const body = { ...(calls[name].body?.(ready.piece) as object | undefined), colour: 'red' }
      const refused = await told(route, await sendCall(stage, route, calls[name], { ...ready, body }))
      expect([refused.status, refused.code, refused.errors]).toEqual([
        422,
        'request.invalid',
        [{ path: '/colour', message: '“colour” is not a field that this takes.' }],
      ])
      expect(await state()).toBe(before)
    },
  )

  /** Status and code for a body that is refused, after which nothing has changed. */
  async function refusedBody(name: RouteName, route: Route, body: string, type = 'application/json') {
    const ready = await sending(name)
    const before = await state()
    const headers = { 'content-type': type }
    const { status, code } = await told(route, await sendCall(stage, route, calls[name], { ...ready, body, headers }))
    expect(await state()).toBe(before)
    return `${status} ${code}`
  }

  it.each(withBody)('%s refuses a body that is too large, or of a type that it does not take', async (name, route) => {
    const tooLarge = `{"a":"${'x'.repeat(6 * 1024 * 1024)}"}`
    expect(await refusedBody(name, route, tooLarge)).toBe('413 request.too_large')
    expect(await refusedBody(name, route, 'a=b', 'application/x-www-form-urlencoded')).toBe(
      '415 request.unsupported_media_type',
    )
  })

  it.each(readAsJson)('%s refuses a body that is broken, too deep, or a list', async (name, route) => {
    expect(await refusedBody(name, route, '{"a":')).toBe('400 request.malformed')
    expect(await refusedBody(name, route, `{"a":${'['.repeat(70)}${']'.repeat(70)}}`)).toBe('400 request.too_deep')
    expect(await refusedBody(name, route, '[]')).toMatch(/^(422 request|400 workflow)\.invalid$/)
  })

  it.each(readAsJson.filter(([, { body }]) => body?.[OptionalKind] !== 'Optional'))(
    '%s misses a body that is not there',
    async (name, route) => {
      expect(await refusedBody(name, route, '')).toBe('422 request.invalid')
    },
  )

  it.each(every)('%s names a parameter that it does not know', async (name, route) => {
    const ready = await sending(name)
    const before = await state()
    const path = `${pathFor(route, calls[name], ready.piece)}?nonsense=1`
    const refused = await told(route, await sendCall(stage, route, calls[name], { ...ready, path }))
    expect([refused.status, refused.errors]).toEqual([
      422,
      [{ path: 'nonsense', message: '“nonsense” is not a field that this takes.' }],
    ])
    expect(await state()).toBe(before)
  })

  it.each(inPages)('%s gives pages of 1 to 100', async (name, route) => {
    const ready = await sending(name)
    const ask = (query: string) => {
      const path = `${pathFor(route, calls[name], ready.piece)}?${query}`
      return sendCall(stage, route, calls[name], { ...ready, path })
    }
    for (const [query, field] of [
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=1.5', 'limit'],
      ['offset=-1', 'offset'],
      ['offset=x', 'offset'],
    ])
      expect((await told(route, await ask(query ?? ''))).errors).toMatchObject([{ path: field }])
    const [first, none] = [await pageIn(await ask('limit=1')), await pageIn(await ask(`limit=100&offset=${last}`))]
    expect(first.items.length).toBeLessThan(2)
    expect([first, none]).toMatchObject([
      { limit: 1, offset: 0, total: expect.any(Number) },
      { items: [], limit: 100, offset: last, has_more: false },
    ])
  })

  it('workflows.templates gives a bare list in such pages', async () => {
    const ask = (query: string) => stage.app.request(`/api/v1/workflows/templates?${query}`, { headers })
    const headers = { authorization: `Bearer ${stage.cast.superuser.token}` }
    expect((await ask('limit=101')).status).toBe(422)
    expect(await (await ask(`limit=100&offset=${last}`)).json()).toEqual([])
  })

  it.each(every)('%s answers with a slash at the end, too', async (name, route) => {
    const own = calls[name].usesUp === true ? await stage.workflow('public') : piece
    const person = name === 'proposals.withdraw' ? stage.cast.author : stage.cast.superuser
    const ready = (await calls[name].ready?.(stage, own, person)) ?? own
    const path = `${pathFor(route, calls[name], ready)}/`
    const response = await sendCall(stage, route, calls[name], { person, piece: ready, path })
    expect([response.status, await response.text()]).toEqual([route.status, expect.any(String)])
  })

  it.each(every.filter(([, { access }]) => access !== 'open'))(
    '%s refuses a token that is none, and a workshop that one does not belong to',
    async (name, route) => {
      const ready = await sending(name)
      const before = await state()
      const forged = { ...ready, person: { ...ready.person, token: 'hs_forged' } }
      const unknown = await told(route, await sendCall(stage, route, calls[name], forged))
      expect([unknown.status, unknown.code]).toEqual([401, 'auth.invalid_token'])
      const headers = { 'x-workshop-id': '999999' }
      const elsewhere = await told(route, await sendCall(stage, route, calls[name], { ...ready, headers }))
      expect([elsewhere.status, elsewhere.code]).toEqual([404, 'workshop.not_found'])
      expect(await state()).toBe(before)
    },
  )
})
