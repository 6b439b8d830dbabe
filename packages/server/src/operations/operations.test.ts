import { routes } from '@hidesync/contract/routes'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { generateOpenApi } from './generate-openapi.ts'
import { openApiDocument } from './openapi.ts'

interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, { operationId: string; parameters: { name?: string; in?: string }[] }>>
  readonly components: Record<string, Record<string, unknown>>
}

describe('operations', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  it('says that it is alive and ready, and healthy as the specification words it', async () => {
    expect(await (await app.request('/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await app.request('/readyz')).json()).toEqual({ status: 'ready' })
    expect(await (await app.request('/api/v1/workflows/health')).json()).toEqual({
      status: 'healthy',
      service: 'workflow_management',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    })
  })

  it('counts requests by route, never by address', async () => {
    await app.client(app.admin.token).workshops.list()
    await app.request('/api/v1/workflows/12345', { headers: { authorization: `Bearer ${app.admin.token}` } })
    const text = await (await app.request('/metrics')).text()
    expect(text).toMatch(
      /hidesync_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/workshops",status="200"\} \d/,
    )
    expect(text).toContain('route="/api/v1/workflows/:id",status="404"')
    expect(text).not.toContain('12345')
    expect(text).toContain('process_resident_memory_bytes')
  })

  it('describes every route of the contract, with its parameters', async () => {
    const document = (await (await app.request('/api/v1/openapi.json')).json()) as Document
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.values(document.paths).flatMap(path => Object.values(path))
    const all = Object.values(routes).flatMap(group => Object.values(group))
    expect(operations).toHaveLength(all.length)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(all.length)
    for (const [path, methods] of Object.entries(document.paths))
      for (const { parameters } of Object.values(methods))
        expect(parameters.flatMap(({ name, in: place }) => (place === 'path' ? [`{${name}}`] : []))).toEqual(
          path.match(/\{\w+\}/g) ?? [],
        )
  })

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(openApiDocument())
    const document = JSON.parse(text) as Document
    const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)]
    expect(references.length).toBeGreaterThan(100)
    expect(references.filter(([, kind = '', name = '']) => document.components[kind]?.[name] === undefined)).toEqual([])
  })

  it('has the same document checked in', async () => {
    const [file] = await generateOpenApi()
    expect(file?.path.endsWith('/docs/openapi.json')).toBe(true)
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe(file?.content)
  })

  it('shows the document on a page that loads nothing from elsewhere', async () => {
    const page = await app.request('/docs')
    const html = await page.text()
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('content-security-policy')).not.toMatch(/https?:/)
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source = '']) => source)
    expect(sources.length).toBeGreaterThan(2)
    expect(sources.filter(source => /^(https?:)?\/\//.test(source))).toEqual([])
    for (const source of sources)
      expect((await app.request(new URL(source, `${app.url}/docs`).pathname)).status).toBe(200)
    expect(html).not.toMatch(/<script>[^<]/)
  })
})
