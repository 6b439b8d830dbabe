import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliUnderTest, openCli } from './testing/run-cli.ts'

const evil = 'Wallet\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egnp.exe\r\nrm -rf'
const workflow = {
  id: 1,
  name: evil,
  description: evil,
  status: 'published',
  difficulty_level: evil,
  estimated_duration: 10,
  step_count: 1,
  category: evil,
  tags: [evil],
  permissions: ['execute'],
  steps: [],
  outcomes: [{ id: 1, name: evil, description: evil }],
}
const answers: Readonly<Record<string, readonly [number, string]>> = {
  '/api/v1/workflows': [200, JSON.stringify({ items: [workflow], total: 1, limit: 50, offset: 0, has_more: false })],
  '/api/v1/workflows/1': [200, JSON.stringify(workflow)],
  '/api/v1/workflows/2': [
    409,
    JSON.stringify({ detail: evil, code: evil, errors: [{ path: evil, message: evil }], request_id: evil }),
  ],
  '/api/v1/workflows/3': [500, `<html>${evil}</html>`],
  '/api/v1/workflows/4': [200, 'not JSON at all'],
  '/api/v1/workflows/executions/active': [
    200,
    JSON.stringify([
      { id: 1, workflow_name: evil, status: evil },
      { id: 2, workflow_name: evil, status: 'x' },
    ]),
  ],
}

let server: Server
let cli: CliUnderTest
beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, body] = answers[(request.url ?? '').split('?')[0]!] ?? [404, '{}']
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  cli = await openCli({
    HIDESYNC_SERVER: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    HIDESYNC_TOKEN: 'hs_x',
  })
})
afterAll(async () => {
  cli.close()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

/** What a terminal would obey. */
// oxlint-disable-next-line no-control-regex -- looking for control characters is the test
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

describe('a server that sends what a terminal would obey', () => {
  it.each([
    [['workflows', 'list']],
    [['workflows', 'list', '--plain']],
    [['workflows', 'list', '--json']],
    [['workflows', 'show', '1']],
    [['workflows', 'show', '1', '--json']],
    [['workflows', 'show', '2']],
    [['workflows', 'show', '2', '--json']],
    [['workflows', 'show', '3']],
    [['play']],
    [['export', '1']],
  ])('gets none of it onto the screen by %j', async args => {
    const { stdout, stderr } = await cli.run(args)
    expect(stdout + stderr).not.toMatch(obeyed)
    expect((stdout + stderr).length).toBeGreaterThan(0)
  })

  it('is quoted exactly with --json, in escaped form', async () => {
    expect((await cli.run(['workflows', 'show', '1', '--json'])).json()).toEqual(workflow)
    const refused = await cli.run(['workflows', 'show', '2', '--json'])
    expect(refused.code).toBe(5)
    expect(refused.error().detail).toBe(evil)
  })

  it('that does not even send JSON is told apart from one that works', async () => {
    const { code, stderr } = await cli.run(['workflows', 'show', '4'])
    expect(code).toBe(6)
    expect(stderr).toContain('This is no HideSync server')
    expect((await cli.run(['workflows', 'show', '3'])).stderr).toContain('The server answered 500 without saying why.')
  })
})
