import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

describe('bad input', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ requestTimeout: 1000 })
  })
  afterAll(() => app.close())

  const workshopNames = async () => (await app.client(app.admin.token).workshops.list()).items.map(({ name }) => name)
  const post = async (body: unknown, headers?: Record<string, string>) =>
    refusalOf(await send(app, '/workshops', { body, ...(headers && { headers }) }))

  it.each([
    ['{"name": ', 400, 'request.malformed', 'This is not valid JSON: it ends too early.'],
    ['{"name":"A","name":"B"}', 422, 'request.invalid', '“name” is there twice, so it is not clear which one counts.'],
    [
      '{"name":"A\\u0000"}',
      422,
      'request.invalid',
      '“name” contains the control character U+0000, which no text may hold.',
    ],
    ['{"name":"\\ud800"}', 422, 'request.invalid', '“name” contains half of a surrogate pair, which is no character.'],
    [
      '{"name":1e999}',
      422,
      'request.invalid',
      '“name” is a number beyond ±9007199254740991, which cannot be kept exactly.',
    ],
    ['{"__proto__":{},"name":"A"}', 422, 'request.invalid', '“__proto__” is not a name that may be used.'],
    ['{"name":"A","colour":"red"}', 422, 'request.invalid', '“colour” is not a field that this takes.'],
    ['{"name":17}', 422, 'request.invalid', '“name” has to be text, not 17.'],
    ['{"name":" \\t "}', 422, 'request.invalid', '“name” may not be blank.'],
    [
      '{"name":"two\\nlines"}',
      422,
      'request.invalid',
      '“name” has to be one line of text that is not blank, not "two\\nlines".',
    ],
    ['{}', 422, 'request.invalid', '“name” is missing.'],
    ['[]', 422, 'request.invalid', 'The body has to be an object, not [].'],
    ['', 422, 'request.invalid', 'A JSON body is missing.'],
    [
      `{"name":"${'x'.repeat(201)}"}`,
      422,
      'request.invalid',
      '“name” is too long: 201 characters, and at most 200 fit.',
    ],
    [
      `{"name":"A","description":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      400,
      'request.too_deep',
      'The body is nested too deeply: at most 64 levels of objects and lists are taken.',
    ],
  ])('refuses %s', async (body, status, code, detail) => {
    const before = await workshopNames()
    expect(await post(body)).toMatchObject({ status, code, detail })
    expect(await workshopNames()).toEqual(before)
  })

  it('tells all faults of a body at once, each with its place', async () => {
    const { detail, errors } = await post({ name: 5, description: [], extra: true })
    expect(detail).toBe('3 fields are not as they have to be. “extra” is not a field that this takes.')
    expect(errors).toEqual([
      { path: '/extra', message: '“extra” is not a field that this takes.' },
      { path: '/name', message: '“name” has to be text, not 5.' },
      { path: '/description', message: '“description” has to be text, not [].' },
    ])
  })

  it.each([
    ['of a stated length', (body: string) => body],
    [
      'that comes in pieces',
      (body: string) => ReadableStream.from(Array.from({ length: 20 }, () => Buffer.from(body.slice(0, 1024 * 1024)))),
    ],
  ])('refuses a body of 20 MB %s with 413, lets its sender read why, and goes on serving', async (_, bodyOf) => {
    for (let time = 0; time < 5; time += 1) {
      const response = await app.request('/api/v1/workshops', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${app.admin.token}` },
        body: bodyOf('x'.repeat(20 * 1024 * 1024)),
        duplex: 'half',
      })
      expect(await refusalOf(response)).toMatchObject({ status: 413, code: 'request.too_large' })
    }
    expect((await app.request('/healthz')).status).toBe(200)
  })

  it('says 413 for a length that is announced', async () => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST /api/v1/workshops HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${app.admin.token}\r\ncontent-type: application/json\r\ncontent-length: 20971520\r\n\r\n{`,
    )
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(String(answer)).toContain('413 ')
    expect(String(answer)).toContain('at most 5 MB are taken')
    socket.destroy()
  })

  it('takes JSON alone', async () => {
    expect(await post('name=A', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
      status: 415,
      code: 'request.unsupported_media_type',
      detail: 'Only JSON is taken: send the body with “content-type: application/json”.',
    })
    expect(await post('<name/>', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  })

  it('reads a JSON body with a charset and one of a +json type', async () => {
    for (const type of ['application/json; charset=utf-8', 'application/vnd.hidesync+json'])
      expect(await post({ name: '' }, { 'content-type': type })).toMatchObject({ status: 422 })
  })

  it.each([
    ['/workflows?limit=0', 'limit', '“limit” has to be from 1 to 100, not 0.'],
    ['/workflows?limit=101', 'limit', '“limit” has to be from 1 to 100, not 101.'],
    ['/workflows?limit=ten', 'limit', '“limit” has to be a whole number from 1 to 100, not "ten".'],
    ['/workflows?limit=', 'limit', '“limit” has to be a whole number from 1 to 100, not "".'],
    ['/workflows?limit=1&limit=2', 'limit', '“limit” has to be a whole number from 1 to 100, not ["1","2"].'],
    ['/workflows?offset=-1', 'offset', '“offset” has to be from 0 to 9,007,199,254,740,991, not -1.'],
    ['/workflows?is_template=maybe', 'is_template', '“is_template” has to be true or false, not "maybe".'],
    ['/workflows?nonsense=1', 'nonsense', '“nonsense” is not a field that this takes.'],
    ['/workflows?locale=%3Cb%3E', 'locale', '“locale” has to be a language code such as “en” or “de-CH”.'],
    [
      '/workflows?category=%00',
      'category',
      '“category” contains the control character U+0000, which no text may hold.',
    ],
    ['/workflows?tag=a&tag=%07', 'tag/1', '“tag[1]” contains the control character U+0007, which no text may hold.'],
    ['/enums/%00', 'type', '“type” contains the control character U+0000, which no text may hold.'],
    ['/workflows/one', 'id', '“id” has to be a whole number from 1 to 9,007,199,254,740,991, not "one".'],
    ['/workflows/0', 'id', '“id” has to be from 1 to 9,007,199,254,740,991, not 0.'],
  ])('GET %s is refused naming %s', async (path, name, detail) => {
    const told = await refusalOf(await send(app, path, { method: 'GET' }))
    expect(told).toMatchObject({ status: 422, code: 'request.invalid', detail })
    expect(told.errors?.[0]?.path).toBe(name)
  })

  it('answers 404 in the error form for what does not exist, 405 naming what does', async () => {
    expect(await refusalOf(await send(app, '/nothing/here', { method: 'GET' }))).toMatchObject({
      status: 404,
      code: 'request.not_found',
      detail: 'There is nothing at /api/v1/nothing/here. The API is described at /docs.',
    })
    const wrong = await refusalOf(await send(app, '/workshops', { method: 'DELETE' }))
    expect(wrong).toMatchObject({
      status: 405,
      code: 'request.method_not_allowed',
      detail: '/api/v1/workshops takes GET, POST, not DELETE.',
    })
    expect(wrong.headers.get('allow')).toBe('GET, POST')
  })

  it('answers 400 for an address that is not well formed', async () => {
    expect(await refusalOf(await send(app, '/workflows/%zz', { method: 'GET' }))).toMatchObject({
      status: 400,
      code: 'request.malformed',
    })
  })

  it.each(['a slow head', 'a slow body'])('closes a connection that sends %s', async kind => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST /api/v1/workshops HTTP/1.1\r\nhost: x\r\n')
    if (kind === 'a slow body')
      socket.write(
        `authorization: Bearer ${app.admin.token}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"name`,
      )
    let answer = ''
    socket.on('data', chunk => (answer += String(chunk)))
    await once(socket, 'close')
    expect(answer).toContain('408')
    expect(answer).toContain('The request did not arrive in time.')
    expect(answer).toContain('request.timeout')
  })

  it('answers what is no HTTP with 400', async () => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write('HELLO\r\n\r\n')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(String(answer)).toContain('The request is not well-formed HTTP.')
  })

  it('keeps what went wrong inside to itself, under a number', async () => {
    const told = await refusalOf(
      await send(app, '/workflows/import/validate', { body: '{}', headers: { 'x-request-id': 'my-request.7' } }).then(
        async response =>
          response.ok ? send(app, '/nothing', { headers: { 'x-request-id': 'my-request.7' } }) : response,
      ),
    )
    expect(told.request_id).toBe('my-request.7')
    expect(told.headers.get('x-request-id')).toBe('my-request.7')
  })

  it('makes a request id of its own where the given one could not be written to a log', async () => {
    const response = await send(app, '/workshops', { method: 'GET', headers: { 'x-request-id': 'a b;c' } })
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  })

  it('paths answer with and without a slash at the end', async () => {
    expect((await send(app, '/workshops/', { method: 'GET' })).status).toBe(200)
    expect((await send(app, '/workshops', { method: 'GET' })).status).toBe(200)
  })
})
