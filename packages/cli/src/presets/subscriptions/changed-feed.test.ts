import type { LibraryFeed } from '@hidesync/contract/presets/feed.schemas'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** Two installations, each with a terminal of its own: one publishes, the other subscribes. */
let maker: CliApp
let reader: CliApp
beforeAll(async () => {
  maker = await openCliApp()
  reader = await openCliApp()
})
afterAll(async () => {
  await reader.close()
  await maker.close()
})

const presets = (...args: string[]) => reader.cli.run(['presets', ...args])
const folded = (text: string) => text.replace(/\s+/g, ' ')
const countWorkflows = async () => (await reader.app.client(reader.app.admin.token).workflows.list()).total

describe('a feed that is not what it was', () => {
  let server: Server
  let url: string
  let answer: (response: ServerResponse) => void
  const feedOf = async (place: CliApp) => await (await place.app.request('/api/v1/library/feed')).text()
  const json = (text: string) => (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'application/feed+json' }).end(text)

  beforeAll(async () => {
    const id = await maker.importBox('Published box')
    await maker.app.client(maker.app.admin.token).workflows.publish({ params: { id } })
    server = createServer((_request, response) => answer(response))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    answer = json(await feedOf(maker))
    await presets('subscribe', url, '--name', 'Other', '--yes')
  })
  afterAll(async () => {
    await presets('unsubscribe', 'Other', '--forget')
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })

  const other = { version: 'https://jsonfeed.org/version/9' }
  it.each<[string, (feed: string) => (response: ServerResponse) => void, number, RegExp]>([
    ['no JSON', () => json('<html>'), 5, /is no feed\. Line 1, column 1: This is no JSON/],
    ['another kind of JSON', () => json('{"items": []}'), 5, /was refused: This is no feed of a HideSync library\./],
    ['nested without end', () => json('['.repeat(100_000)), 5, /is no feed\. Line/],
    ['tampered with', feed => json(feed.replace('Cut four boards', 'Cut your hand')), 5, /it was changed on its way\./],
    ['cut off', feed => json(feed.slice(0, -20)), 5, /This is no JSON: it ends too early\./],
    [
      'broken off',
      feed => response =>
        void response.writeHead(200, { 'content-length': feed.length * 2 }).write(feed, () => response.destroy()),
      6,
      /could not be reached, or broke off\./,
    ],
    ['of another version', feed => json(JSON.stringify({ ...JSON.parse(feed), ...other })), 5, /it is of version/],
    ['gone', () => response => void response.writeHead(404).end('{}'), 4, /There is no feed at/],
    ['in trouble', () => response => void response.writeHead(503).end(), 6, /answered 503\. Try again later\./],
    [
      'moved',
      () => response => void response.writeHead(302, { location: '/elsewhere' }).end(),
      5,
      /sends on to .*\/elsewhere\./,
    ],
    [
      'no text',
      () => response => void response.writeHead(200).end(Buffer.from([0x22, 0xe9, 0x22])),
      5,
      /is no UTF-8 text/,
    ],
    [
      'huge',
      () => response => {
        const chunk = Buffer.alloc(1024 * 1024, 0x20)
        const more = () => {
          while (!response.destroyed && response.write(chunk));
          response.once('drain', more)
        }
        response.on('error', () => undefined).writeHead(200)
        more()
      },
      5,
      /is larger than 64 MB: not read\./,
    ],
  ])('is refused whole when it is %s', async (_what, make, code, text) => {
    answer = make(await feedOf(maker))
    const before = await countWorkflows()
    for (const args of [
      ['update', 'Other'],
      ['subscribe', `${url}/feed`, '--yes'],
    ]) {
      const result = await presets(...args)
      expect(folded(result.stderr)).toMatch(text)
      expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: '' })
    }
    expect((await presets('update', 'Other', '--json')).error().code).toMatch(/^cli\.feed_/)
    expect(await countWorkflows()).toBe(before)
  })

  it('is refused loudly under another key, until one subscribes anew', async () => {
    const { kid: then } = (JSON.parse(await feedOf(maker)) as LibraryFeed)._hidesync.key
    const stranger = await feedOf(reader)
    const { kid: now } = (JSON.parse(stranger) as LibraryFeed)._hidesync.key
    answer = json(stranger)
    const { code, stderr } = await presets('update', 'Other')
    expect(code).toBe(5)
    expect(folded(stderr)).toContain('signed with another key than when you subscribed: nothing of it was taken.')
    expect(folded(stderr)).toContain(`hidesync presets unsubscribe "Other", then: hidesync presets subscribe ${url}`)
    expect(folded(stderr)).toContain(`then ${then} now ${now}`)
    await presets('unsubscribe', 'Other')
    expect((await presets('subscribe', url, '--name', 'Other', '--yes')).code).toBe(0)
    expect((await presets('update', 'Other')).code).toBe(0)
  })

  it('does not keep the others from being updated', async () => {
    await presets('subscribe', maker.app.url, '--name', 'Maker', '--yes')
    answer = response => void response.writeHead(503).end()
    const { code, stdout, stderr } = await presets('update', '--all')
    expect(code).toBe(6)
    expect(stderr).toContain('answered 503')
    expect(stdout).toContain('Imported “Published box”')
    expect((await presets('update')).code).toBe(2)
  })

  it('shows nothing that a terminal would obey', async () => {
    const evil = 'Box\u001b[2J\u009b31m\u202egnp'
    const unsigned = json(JSON.stringify({ version: evil, items: [], _hidesync: {} }))
    answer = unsigned
    const { stderr } = await presets('update', 'Other')
    // oxlint-disable-next-line no-control-regex -- looking for control characters is the test
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(folded(stderr)).toContain('it is of version Boxgnp;')
  })
})
