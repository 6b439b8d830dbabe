import type { Route } from '@hidesync/contract/http/route'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../testing/answers.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { walkedRoutes, type RouteName } from '../testing/walk/call.ts'
import { calls } from '../testing/walk/calls.ts'
import { databaseState } from '../testing/walk/database-state.ts'
import { documentedStatuses } from '../testing/walk/documented.ts'
import { pathFor, sendCall, type Sending } from '../testing/walk/send-call.ts'
import { setStage, type Stage } from '../testing/walk/stage.ts'

const every = [...walkedRoutes]
const posts = every.filter(([, { method }]) => method === 'POST')
const versioned = every.filter(([, route]) => route.versioned === true)
/** Of what the server remembers older versions, and so can say what differs. */
const isOfWorkflow = (name: RouteName): boolean => calls[name].about === 'workflow'
const unversioned = every.filter(([, { method, versioned: has }]) => method !== 'GET' && has !== true)

describeEachEngine('requests that depend on others', engine => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage(engine)
  })
  afterAll(() => stage.close())

  it('are sent to as many routes as there are', () => {
    expect([posts.length > 15, versioned.length > 25, unversioned.length > 15]).toEqual([true, true, true])
  })

  const state = () => databaseState(stage.app.context.db)

  /** A piece of the call's own, and somebody who may. */
  async function ready(name: RouteName): Promise<Sending> {
    const person = name === 'proposals.withdraw' ? stage.cast.author : stage.cast.superuser
    const piece = await stage.workflow('public')
    return { person, piece: (await calls[name].ready?.(stage, piece, person)) ?? piece }
  }
  const told = async (route: Route, response: Response) => {
    expect(documentedStatuses(route)).toContain(response.status)
    return refusalOf(response)
  }

  it.each(posts)(
    '%s does its work once for an Idempotency-Key, and refuses it for another request',
    async (name, route) => {
      const call = calls[name]
      const sending = await ready(name)
      const body = call.body?.(sending.piece)
      const headers = { 'idempotency-key': `once-${name}` }
      const first = await sendCall(stage, route, call, { ...sending, body, headers })
      expect(first.status).toBe(route.status)
      const text = await first.text()
      const done = await state()
      const again = await sendCall(stage, route, call, { ...sending, body, headers })
      expect([again.status, await again.text()]).toEqual([first.status, text])

      const path = `${pathFor(route, call, sending.piece)}?locale=fr`
      const other = await told(route, await sendCall(stage, route, call, { ...sending, path, headers }))
      expect([other.status, other.code]).toEqual([409, 'request.idempotency_mismatch'])
      expect(await state()).toBe(done)
    },
  )

  /** The refusal of what was decided on an older version; with the present one it is done. */
  async function refusedAsStale(name: RouteName, route: Route, older: string) {
    const sending = await ready(name)
    const attempt = (tag: string) => sendCall(stage, route, calls[name], { ...sending, headers: { 'if-match': tag } })
    const before = await state()
    const stale = await told(route, await attempt(older))
    expect(await state()).toBe(before)
    const present = stale.headers.get('etag') ?? ''
    expect(present).toMatch(/^"[1-9]\d*"$/)
    const fresh = await attempt(`"0", ${present}`)
    expect([fresh.status, await fresh.text()]).toEqual([route.status, expect.any(String)])
    expect(await state()).not.toBe(before)
    return stale
  }

  it.each(versioned.filter(([name]) => isOfWorkflow(name)))(
    '%s refuses what was decided on an older version of the workflow, and says what differs',
    async (name, route) => {
      const { status, code, errors } = await refusedAsStale(name, route, '"1"')
      expect([status, code]).toEqual([412, 'request.precondition_failed'])
      // The first step was changed after the first version.
      expect(errors).toContainEqual({ path: '/steps/0', message: expect.stringContaining('Cut boards') })
    },
  )

  it.each(versioned.filter(([name]) => !isOfWorkflow(name)))(
    '%s refuses what was decided on another version of the theme or the run',
    async (name, route) => {
      const { status, code } = await refusedAsStale(name, route, '"0"')
      expect([status, code]).toEqual([412, 'request.precondition_failed'])
    },
  )

  it.each(unversioned)('%s has no version that an If-Match could name', async (name, route) => {
    const response = await sendCall(stage, route, calls[name], {
      ...(await ready(name)),
      headers: { 'if-match': '"0"' },
    })
    expect([response.status, await response.text()]).toEqual([route.status, expect.any(String)])
  })
})
