import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

const page = `<!doctype html><title>The app</title>${'<!-- much of it -->'.repeat(100)}`
const script = `console.log(${JSON.stringify(createHash('sha256').update('script').digest('hex').repeat(30))})`
const webDir = mkdtempSync(join(tmpdir(), 'hidesync-built-'))
let app: TestApp

beforeAll(async () => {
  mkdirSync(join(webDir, 'assets'))
  for (const [name, text] of [
    ['index.html', page],
    ['assets/shell-1.js', script],
  ] as const) {
    writeFileSync(join(webDir, name), text)
    writeFileSync(join(webDir, `${name}.br`), brotliCompressSync(text))
    writeFileSync(join(webDir, `${name}.gz`), gzipSync(text))
  }
  writeFileSync(join(webDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  app = await startTestApp({ config: { webDir } })
})
afterAll(async () => {
  await app?.close()
  rmSync(webDir, { recursive: true })
})

/** As it comes over the wire: `fetch` would unpack it. */
const ask = (path: string, headers: Record<string, string> = {}, { url } = app) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    get(`${url}${path}`, { headers }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    }).on('error', reject)
  })

describe('the built web app', () => {
  const browsers = { 'accept-encoding': 'gzip, deflate, br, zstd' }

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
  ])('comes to those who accept %s as %s, the same once unpacked', async (accepted, sent, unpack) => {
    const { headers, body } = await ask('/assets/shell-1.js', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(sent)
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers.vary).toMatch(/accept-encoding/i)
    expect(String(unpack(body))).toBe(script)
  })

  it('says, where pages from elsewhere may ask, too, that it hangs on both: who asks, and what they unpack', async () => {
    const origin = 'https://elsewhere.example'
    const open = await startTestApp({ config: { webDir, corsOrigins: [origin] } })
    for (const path of ['/assets/shell-1.js', '/', '/icon.svg']) {
      const { status, headers } = await ask(path, { ...browsers, origin }, open)
      expect([status, headers['access-control-allow-origin']]).toEqual([200, origin])
      expect(headers.vary?.toLowerCase().split(', ').toSorted()).toEqual(['accept-encoding', 'origin'])
    }
    const answer = await ask('/api/v1/workflows/health', { ...browsers, origin }, open)
    expect(answer.headers.vary).toBe('Origin')
    await open.close()
  })

  it('is kept for ever where the name changes with the content, and asked for again where it does not', async () => {
    const asset = await ask('/assets/shell-1.js', browsers)
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const start = await ask('/', browsers)
    expect(start.headers['cache-control']).toBe('no-cache')
    const again = await ask('/', { ...browsers, 'if-none-match': start.headers.etag ?? '' })
    expect(again.status).toBe(304)
  })

  it('sends what was not packed as it is', async () => {
    const { status, headers, body } = await ask('/icon.svg', browsers)
    expect([status, headers['content-encoding']]).toEqual([200, undefined])
    expect(String(body)).toMatch(/^<svg/)
  })

  it('opens, packed, at every address where a person goes, and nowhere else', async () => {
    const opened = await ask('/runs/12?view=map', { ...browsers, accept: 'text/html' })
    expect([opened.status, opened.headers['content-encoding']]).toEqual([200, 'br'])
    expect(String(brotliDecompressSync(opened.body))).toBe(page)
    for (const broken of ['/templates/1%', '/%E0%A4%A?view=%', `/${'%zz'.repeat(100)}`]) {
      const { status, body } = await ask(broken, { accept: 'text/html' })
      expect([status, String(body)]).toEqual([200, page])
      expect((await ask(broken, { accept: '*/*' })).status).toBe(404)
    }
    expect((await ask('/api/v1/workflows/1%', { accept: 'text/html' })).status).toBe(400)
    expect((await ask('/assets/gone-2.js', { ...browsers, accept: '*/*' })).status).toBe(404)
    expect((await ask('/api/v1/nothing', { accept: 'text/html' })).status).toBe(404)
  })
})
