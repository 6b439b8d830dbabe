import type { Route } from '@hidesync/contract/http/route'
import { routes } from '@hidesync/contract/routes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { newBox } from '../testing/new-box.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp, type TestUser } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const ofParts = ['add', 'change', 'remove']

/** All that may be tried at a station, with the rights of a plain member; a new route that changes something is either of these, or refused there. */
const atStations = Object.entries({
  users: ['updateMe'],
  workflows: ['update', 'delete', 'deleteSeveral', 'publish'],
  steps: ['add', 'change', 'remove', 'order'],
  connections: ofParts,
  outcomes: ofParts,
  paths: ofParts,
  resources: ofParts,
  options: ofParts,
  revisions: ['save', 'keep', 'restore'],
  translations: ['put', 'delete'],
  themes: ['update', 'delete'],
  sharing: ['put', 'removePerson', 'removeWorkshop'],
  links: ['remove'],
  community: ['rate', 'unrate', 'comment', 'deleteComment'],
  proposals: ['create', 'accept', 'decline', 'withdraw', 'mergeUpstream'],
  projects: ['create', 'update', 'delete'],
  presets: ['validate', 'fromWorkflow'],
  executions:
    'start complete decide skip fail note navigate undo pause resume cancel setVariables selectOutcome move'.split(' '),
  offline: ['sync'],
  photos: ['add', 'remove'],
  presence: ['announce', 'leave'],
  timers: ['start', 'pause', 'resume', 'extend', 'stop'],
  navigation: ['command', 'voice', 'gesture'],
}).flatMap(([area, names]) => names.map(name => `${area}.${name}`))

describeEachEngine('stations', engine => {
  let app: TestApp
  let at = Date.now()
  let workshop: number
  let manager: TestUser
  beforeAll(async () => {
    app = await startTestApp({ engine, now: () => new Date(at) })
    const admin = app.client(app.admin.token)
    workshop = (await admin.workshops.create({ body: { name: 'Saddlers' } })).id
    manager = await app.createUser({ workshop_id: workshop, role: 'manager' })
  })
  afterAll(() => app.close())

  const newStation = () =>
    app.client(manager.token).stations.create({ params: { id: workshop }, body: { name: 'Bench 1' } })
  const operator = async (pin: string, more: { is_superuser?: boolean } = {}) => {
    const user = await app.createUser({ workshop_id: workshop, display_name: 'Olu', ...more })
    await app.client(user.token).stations.setPin({ body: { pin } })
    return user
  }
  const signIn = (station_token: string, user_id: number, pin: string) =>
    app.client().stations.signIn({ body: { station_token, user_id, pin } })

  it('show who can sign in and what can go on, to who has the token', async () => {
    const station = await newStation()
    const olu = await operator('1234')
    const box = await newBox(app.client(app.admin.token))
    await app.client(app.admin.token).workflows.update({ params: { id: box.id }, body: { visibility: 'public' } })
    const run = await app.client(olu.token).executions.start({ params: { id: box.id } })
    const view = await app.client(station.token).stations.me()
    expect(view).toMatchObject({ id: station.id, name: 'Bench 1', workshop_id: workshop, workshop_name: 'Saddlers' })
    expect(view.operators).toContainEqual({ id: olu.id, display_name: 'Olu', has_pin: true })
    expect(view.operators.find(({ id }) => id === manager.id)?.has_pin).toBe(false)
    expect(view.runs).toMatchObject([
      { id: run.id, status: 'active', started_by_name: 'Olu', current_step_name: 'Cut boards', progress_percentage: 0 },
    ])
    await app.client(app.admin.token).translations.put({
      params: { id: box.id, locale: 'de' },
      body: { name: 'Kiste', steps: { [box.step('Cut boards')]: { name: 'Zuschneiden' } } },
    })
    const headers = { 'accept-language': 'de' }
    const german = await send(app, '/stations/me', { method: 'GET', token: station.token, headers })
    expect((await german.json()) as object).toMatchObject({
      runs: [{ id: run.id, workflow_name: 'Kiste', current_step_name: 'Zuschneiden' }],
    })
    expect((await refusal(app.client(olu.token).stations.me())).status).toBe(401)
    expect((await refusal(app.client(station.token).users.me())).status).toBe(401)
  })

  it('sign in by PIN without a refresh token, and sign out with the station', async () => {
    const station = await newStation()
    const olu = await operator('98765432')
    const answer = await send(app, '/auth/pin', {
      token: null,
      body: { station_token: station.token, user_id: olu.id, pin: '98765432' },
    })
    expect(answer.headers.get('set-cookie') ?? '').not.toMatch(/hidesync_refresh=[^;]/)
    const pair = (await answer.json()) as { access_token: string }
    expect(Object.keys(pair).toSorted()).toEqual(['access_token', 'expires_in', 'token_type'])
    expect((await app.client(pair.access_token).users.me()).id).toBe(olu.id)
    await app.client(manager.token).stations.remove({ params: { id: workshop, station_id: station.id } })
    expect((await refusal(app.client(pair.access_token).users.me())).status).toBe(401)
    expect((await refusal(signIn(station.token, olu.id, '98765432'))).status).toBe(401)
  })

  it('lock a person out after five wrong PINs, wherever they were tried, for five minutes, the right one included', async () => {
    const [station, other] = [await newStation(), await newStation()]
    const olu = await operator('1234')
    const codes = []
    for (let n = 0; n < 6; n++)
      codes.push((await refusal(signIn(n < 3 ? station.token : other.token, olu.id, '4321'))).code)
    expect(codes).toEqual([...Array<string>(5).fill('auth.wrong_pin'), 'auth.pin_locked'])
    const locked = await refusal(signIn(station.token, olu.id, '1234'))
    expect([locked.status, locked.retryAfter]).toEqual([429, 300])
    expect((await refusal(signIn(other.token, olu.id, '1234'))).code).toBe('auth.pin_locked')
    at += 5 * 60_000 + 1000
    expect((await signIn(station.token, olu.id, '1234')).token_type).toBe('bearer')
  })

  it('take five PINs and no more, also when many come at once; a right one clears the count', async () => {
    const station = await newStation()
    const olu = await operator('1234')
    await refusal(signIn(station.token, olu.id, '4321'))
    await signIn(station.token, olu.id, '1234')
    const many = await Promise.all(Array.from({ length: 7 }, () => refusal(signIn(station.token, olu.id, '4321'))))
    expect(many.filter(({ code }) => code === 'auth.wrong_pin')).toHaveLength(5)
  })

  it('limit PINs from one address, whatever the station', async () => {
    const olu = await operator('1234')
    const stations = [await newStation(), await newStation(), await newStation()]
    const codes: string[] = []
    for (const { token } of stations)
      for (let n = 0; n < 4; n++) codes.push((await refusal(signIn(token, olu.id, '4321'))).code)
    expect(codes.slice(10)).toEqual(['request.rate_limited', 'request.rate_limited'])
  })

  it('know no superusers, no strangers, and nobody without a PIN', async () => {
    const station = await newStation()
    const chief = await operator('1111', { is_superuser: true })
    const { access_token } = await signIn(station.token, chief.id, '1111')
    expect((await refusalOf(await send(app, '/users', { method: 'GET', token: access_token }))).status).toBe(403)
    const stranger = await app.createUser()
    await app.client(stranger.token).stations.setPin({ body: { pin: '2222' } })
    expect((await refusal(signIn(station.token, stranger.id, '2222'))).code).toBe('auth.wrong_pin')
    const olu = await operator('3333')
    await app.client(olu.token).stations.removePin()
    expect((await refusal(signIn(station.token, olu.id, '3333'))).code).toBe('auth.wrong_pin')
  })

  it('end the session of whoever signed in by e-mail on the device before', async () => {
    const station = await newStation()
    const olu = await operator('1234')
    const before = await app.request('/api/v1/auth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: manager.email, password: manager.password }),
    })
    const cookie = (before.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const answer = await app.request('/api/v1/auth/pin', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ station_token: station.token, user_id: olu.id, pin: '1234' }),
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^hidesync_refresh=;/)
    const again = await app.request('/api/v1/auth/refresh', { method: 'POST', headers: { cookie } })
    expect(again.status).toBe(401)
  })

  it('are no way to another way in, nor to anything of one’s own: what is not for them is refused, whoever signed in there', async () => {
    const station = await newStation()
    const chief = await operator('1111', { is_superuser: true })
    const members = app.client(app.admin.token).workshops
    await members.updateMember({ params: { id: workshop, user_id: chief.id }, body: { role: 'manager' } })
    const { access_token: token } = await signIn(station.token, chief.id, '1111')
    const changing = Object.entries(routes).flatMap(([area, group]) =>
      Object.entries<Route>(group)
        .filter(([, { access, method }]) => access !== 'open' && method !== 'GET')
        .map(([name, route]) => ({ name: `${area}.${name}`, route })),
    )
    const open: string[] = []
    for (const { name, route } of changing) {
      const path = route.path.replace(/:\w+/g, '999999')
      const answer = await send(app, path, { method: route.method, token, body: {} })
      const { detail = '' } = (await answer.json().catch(() => ({}))) as { detail?: string }
      const isRefused = answer.status === 403 && /^(This is not for a station|Only a superuser)/.test(detail)
      if (!isRefused) open.push(name)
    }
    expect(open.toSorted()).toEqual(atStations.toSorted())
    expect(await app.client(chief.token).users.listTokens()).toHaveLength(1)
  })

  it('make of everybody a plain member of their workshop, without what is their own', async () => {
    const station = await newStation()
    const elsewhere = (await app.client(app.admin.token).workshops.create({ body: { name: `Others ${engine}` } })).id
    const olu = await operator('1234', { is_superuser: true })
    const add = { params: { id: elsewhere }, body: { user_id: olu.id } }
    await app.client(app.admin.token).workshops.addMember(add)
    const at_desk = app.client(olu.token)
    const [hidden, shared] = [await newBox(at_desk), await newBox(at_desk)]
    const share = { workshop_id: workshop, permission: 'execute' } as const
    await at_desk.sharing.put({ params: { id: shared.id }, body: share })
    const pair = await signIn(station.token, olu.id, '1234')
    const at_bench = app.client(pair.access_token)
    expect((await at_bench.workshops.list({})).items).toMatchObject([{ id: workshop, role: 'member' }])
    await at_desk.users.updateMe({ body: { default_workshop_id: elsewhere } })
    expect(await at_bench.users.me()).toMatchObject({ is_superuser: false, default_workshop_id: workshop })
    const told = await at_bench.users.updateMe({ body: { display_name: 'Olu B.' } })
    expect(told).toMatchObject({ display_name: 'Olu B.', is_superuser: false, default_workshop_id: workshop })
    expect(await at_desk.users.me()).toMatchObject({ is_superuser: true, default_workshop_id: elsewhere })
    expect((await refusal(at_bench.workshops.get({ params: { id: elsewhere } }))).status).toBe(404)
    const inOther = await send(app, '/workflows/executions', {
      method: 'GET',
      token: pair.access_token,
      headers: { 'x-workshop-id': String(elsewhere) },
    })
    expect(inOther.status).toBe(404)
    const listed = (await at_bench.workflows.list({})).items.map(({ id }) => id)
    expect(listed).toContain(shared.id)
    expect(listed).not.toContain(hidden.id)
    expect((await refusal(at_bench.workflows.get({ params: { id: hidden.id } }))).status).toBe(404)
    expect((await refusal(at_bench.workflows.delete({ params: { id: shared.id } }))).status).toBe(403)
    const run = await at_bench.executions.start({ params: { id: shared.id } })
    expect(run.started_by).toBe(olu.id)
    expect((await app.client(station.token).stations.me()).runs[0]?.id).toBe(run.id)
    await app.client(app.admin.token).workshops.removeMember({ params: { id: workshop, user_id: olu.id } })
    expect((await refusal(at_bench.users.me())).status).toBe(401)
  })

  it('are for managers to register, and a PIN is four to eight digits', async () => {
    const member = await app.createUser({ workshop_id: workshop })
    const stranger = await app.createUser()
    const path = `/workshops/${workshop}/stations`
    const body = { name: 'Bench 2' }
    expect((await refusalOf(await send(app, path, { token: member.token, body }))).status).toBe(403)
    expect((await refusalOf(await send(app, path, { token: member.token, method: 'GET' }))).status).toBe(403)
    expect((await refusalOf(await send(app, path, { token: stranger.token, body }))).status).toBe(404)
    for (const pin of ['123', '123456789', '12a4'])
      expect((await refusalOf(await send(app, '/users/me/pin', { token: member.token, body: { pin } }))).status).toBe(
        422,
      )
    const { id } = await newStation()
    const listed = await app.client(manager.token).stations.list({ params: { id: workshop } })
    expect(listed.at(-1)).toMatchObject({ id, name: 'Bench 1' })
  })
})
