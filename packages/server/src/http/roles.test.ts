import type { Route } from '@hidesync/contract/http/route'
import { visibilities, type Visibility } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeEachEngine } from '../testing/test-database.ts'
import { walkedRoutes, type Call, type RouteName } from '../testing/walk/call.ts'
import { calls } from '../testing/walk/calls.ts'
import type { Person } from '../testing/walk/cast.ts'
import { databaseState } from '../testing/walk/database-state.ts'
import { documentedStatuses } from '../testing/walk/documented.ts'
import type { Piece } from '../testing/walk/piece.ts'
import { expectedStatus } from '../testing/walk/rule.ts'
import { sendCall } from '../testing/walk/send-call.ts'
import { setStage, type Stage } from '../testing/walk/stage.ts'

describe('the walk', () => {
  it('goes through every route of its features, and none that is gone', () => {
    expect(walkedRoutes.size).toBeGreaterThan(80)
    expect(Object.keys(calls).toSorted()).toEqual([...walkedRoutes.keys()].toSorted())
  })

  it('meets only routes that the API document has', () => {
    const missing = [...walkedRoutes].filter(([, route]) => documentedStatuses(route).length === 0)
    expect(missing.map(([name]) => name)).toEqual([])
  })
})

const about = (kind: Call['about']) => [...walkedRoutes].filter(([name]) => calls[name].about === kind)
type Statuses = Record<string, number>

describeEachEngine('who may call what', engine => {
  let stage: Stage
  const pieces = new Map<Visibility, Piece>()
  beforeAll(async () => {
    stage = await setStage(engine)
    for (const visibility of visibilities) pieces.set(visibility, await stage.workflow(visibility))
  })
  afterAll(() => stage.close())

  const pieceOf = (visibility: Visibility): Piece => {
    const piece = pieces.get(visibility)
    if (piece === undefined) throw new Error('There is no such piece.')
    return piece
  }
  const readyFor = async (call: Call, piece: Piece, person: Person): Promise<Piece> =>
    (await call.ready?.(stage, piece, person)) ?? piece
  const state = () => databaseState(stage.app.context.db)

  const expected = (name: RouteName, route: Route, visibility: Visibility): Statuses =>
    Object.fromEntries(
      stage.cast.everybody.map(person => [
        person.name,
        expectedStatus(route, calls[name].may, person, pieceOf(visibility)),
      ]),
    )

  /** The status that the person gets; the document has it. */
  async function answered(name: RouteName, route: Route, who: { person: Person; piece: Piece }): Promise<number> {
    const call = calls[name]
    const response = await sendCall(stage, route, call, who)
    expect(documentedStatuses(route)).toContain(response.status)
    const text = await response.text()
    return response.status === 207 && call.statusIn !== undefined ? call.statusIn(JSON.parse(text)) : response.status
  }

  /** What everybody gets, one after the other; nothing is written for those who are refused, something for the others. */
  async function walk(name: RouteName, route: Route, visibility: Visibility): Promise<Statuses> {
    const call = calls[name]
    const shared = pieceOf(visibility)
    const { everybody, owner } = stage.cast
    const statuses = expected(name, route, visibility)
    const writes = route.method !== 'GET' && call.changesNothing !== true
    const writers = everybody.filter(person => writes && statuses[person.name] === route.status)
    const got: Statuses = {}

    const untouched = await readyFor(call, shared, owner)
    const before = await state()
    await Promise.all(
      everybody
        .filter(person => !writers.includes(person))
        .map(async person => (got[person.name] = await answered(name, route, { person, piece: untouched }))),
    )
    expect(await state()).toBe(before)

    for (const person of writers) {
      const own = call.usesUp === true ? await stage.workflow(visibility) : shared
      const piece = await readyFor(call, own, person)
      const then = await state()
      got[person.name] = await answered(name, route, { person, piece })
      expect(await state(), `${person.name} changed nothing`).not.toBe(then)
    }
    return got
  }

  describe.each(visibilities)('of a %s workflow', visibility => {
    it.each(about('workflow'))('%s', async (name, route) => {
      expect(await walk(name, route, visibility)).toEqual(expected(name, route, visibility))
    })
  })
  describe('of a run', () => {
    it.each(about('run'))('%s', async (name, route) => {
      expect(await walk(name, route, 'public')).toEqual(expected(name, route, 'public'))
    })
  })
  describe('of the installation', () => {
    it.each(about('installation'))('%s', async (name, route) => {
      expect(await walk(name, route, 'public')).toEqual(expected(name, route, 'public'))
    })
  })
})
