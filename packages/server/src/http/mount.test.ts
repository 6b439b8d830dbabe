import type { Route } from '@hidesync/contract/http/route'
import { operationRoutes } from '@hidesync/contract/operations/operations.routes'
import { routes } from '@hidesync/contract/routes'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { refuseIncomplete } from './complete.ts'
import { mount } from './mount.ts'

describe('the server', () => {
  let app: TestApp
  let web: string
  beforeAll(async () => {
    web = mkdtempSync(join(tmpdir(), 'hidesync-built-'))
    mkdirSync(join(web, 'assets'))
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>HideSync</title>')
    writeFileSync(join(web, 'assets', 'app-4f3c.js'), 'export {}')
    app = await startTestApp({
      config: { webDir: web, corsOrigins: ['https://friend.example'], rateLimitPerMinute: 300 },
    })
  })
  afterAll(async () => {
    await app.close()
    rmSync(web, { recursive: true })
  })

  it('does not start when a route of the contract is served by nobody, and names it', () => {
    const all = new Set<Route>(Object.values(routes).flatMap(group => Object.values(group) as Route[]))
    expect(all.size).toBeGreaterThan(50)
    expect(() => refuseIncomplete(all)).not.toThrow()
    all.delete(routes.workflows.publish)
    expect(() => refuseIncomplete(all)).toThrow(
      'Routes of the contract that nobody serves: POST /workflows/:id/publish.',
    )
  })

  it('does not start when a route is mounted twice', async () => {
    const second = await createApp(app.context)
    expect(() => mount(second, operationRoutes.health, () => Promise.reject(new Error('never called')))).toThrow(
      'GET /workflows/health is mounted twice.',
    )
    await second.close()
  })

  it('shows nothing of what went wrong inside, and keeps it under a number', async () => {
    const { db } = app.context
    await db.schema.alterTable('workshops').renameTo('workshops_gone').execute()
    const told = await refusalOf(await send(app, '/workshops', { method: 'GET' }))
    await db.schema.alterTable('workshops_gone').renameTo('workshops').execute()
    expect(told).toMatchObject({ status: 500, code: 'server.internal' })
    expect(told.detail).toBe(
      `Something went wrong on our side. Nothing was changed; if it happens again, report it with the number ${told.request_id}.`,
    )
    expect(JSON.stringify(told)).not.toMatch(/workshops|relation|select/i)
  })

  it('sends the headers that keep a browser from doing harm', async () => {
    const { headers } = await app.request('/api/v1/workflows/health')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  it('lets pages of the configured origins call it, and no others', async () => {
    const from = (origin: string) => app.request('/api/v1/workflows/health', { headers: { origin } })
    expect((await from('https://friend.example')).headers.get('access-control-allow-origin')).toBe(
      'https://friend.example',
    )
    expect((await from('https://foe.example')).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('serves the web app: hashed files for good, the page anew, and the page for every address of its own', async () => {
    const page = (path: string) => app.request(path, { headers: { accept: 'text/html,*/*' } })
    const asset = await app.request('/assets/app-4f3c.js')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const start = await page('/')
    expect(start.headers.get('cache-control')).toBe('no-cache')
    const deep = await page('/workflows/7/edit')
    expect([deep.status, await deep.text()]).toEqual([200, await start.text()])
    expect((await app.request('/assets/gone.js')).status).toBe(404)
    expect((await page('/api/v1/nothing')).status).toBe(404)
  })

  it('says how to build the web app where there is none', async () => {
    const bare = await createApp({ ...app.context, config: { ...app.context.config, webDir: join(web, 'none') } })
    const answer = await bare.inject({ url: '/runs', headers: { accept: 'text/html' } })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('npm run build')
    await bare.close()
  })

  it('answers 304 to whoever has it already', async () => {
    const made = await send(app, '/workflows', { body: { name: 'Tag' } })
    const { id } = (await made.json()) as { id: number }
    const get = (headers: Record<string, string>) => send(app, `/workflows/${id}`, { method: 'GET', headers })
    const tag = (await get({})).headers.get('etag') ?? ''
    expect(tag).toMatch(/^"\d+"$/)
    const again = await get({ 'if-none-match': `"other", ${tag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('refuses a change that was decided on an older version', async () => {
    const made = await send(app, '/workflows', { body: { name: 'Stale' } })
    const { id } = (await made.json()) as { id: number }
    const put = (name: string, tag: string) =>
      send(app, `/workflows/${id}`, { method: 'PUT', body: { name }, headers: { 'if-match': tag } })
    const tag = made.headers.get('etag') ?? ''
    expect((await put('Fresh', tag)).status).toBe(200)
    expect(await refusalOf(await put('Stale again', tag))).toMatchObject({
      status: 412,
      code: 'request.precondition_failed',
    })
  })

  it('sends away who signs in too often, for that account alone, and says when to come back', async () => {
    const attempt = (email: string) =>
      send(app, '/auth/token', { body: { email, password: 'wrong password' }, token: null })
    const statuses: number[] = []
    for (let count = 0; count < 10; count++) statuses.push((await attempt('one@example.test')).status)
    expect(new Set(statuses)).toEqual(new Set([401]))
    const told = await refusalOf(await attempt('ONE@example.test'))
    expect(told).toMatchObject({ status: 429, code: 'request.rate_limited' })
    expect(told.detail).toMatch(/^More than 10 sign-ins in a minute are too many. Try again in \d+ s\.$/)
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await attempt('two@example.test')).status).toBe(401)
  })

  it('sends away a user who asks too often, and nobody else', async () => {
    const [busy, calm] = [await app.createUser(), await app.createUser()]
    const ask = ({ token }: { token: string }) => send(app, '/users/me', { method: 'GET', token })
    const answers = await Promise.all(Array.from({ length: 310 }, () => ask(busy)))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
    expect((await refusalOf(await ask(busy))).detail).toContain('More than 300 requests in a minute are too many.')
    expect((await ask(calm)).status).toBe(200)
  })
})
