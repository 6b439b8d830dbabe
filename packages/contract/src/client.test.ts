import { expect, test } from 'vitest'
import { ApiError, createClient, type Client } from './client.ts'

const page = '<!doctype html><title>Sign in to this network</title>'
const answers = (body: string | null, type: string, status = 200) =>
  createClient({
    baseUrl: 'http://shop.test',
    fetch: () => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } })),
  })
const facets = (client: Client) => client.workflows.facets()
const remove = (client: Client) => client.workflows.delete({ params: { id: 1 } })
const document = (client: Client) => client.presets.export({ params: { id: 1 } })
const texts = (client: Client) => client.translations.get({ params: { id: 1, locale: 'de' } })

test.each([
  ['a page where JSON is due', facets, answers(page, 'text/html; charset=utf-8')],
  ['a page where nothing is due', remove, answers(page, 'text/html')],
  ['a page where a table is due', texts, answers(page, 'text/html')],
] as const)('%s is a server that was not reached', async (_what, ask, client) => {
  const error = await ask(client).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 0, code: 'network.unreachable' })
})

test.each([
  ['JSON', facets, answers('{"total":3}', 'application/json; charset=utf-8'), { total: 3 }],
  ['JSON of another kind', facets, answers('{"total":3}', 'application/ld+json'), { total: 3 }],
  ['a page that was asked for', document, answers(page, 'text/html'), page],
  ['JSON beside a page', document, answers('{"name":"Box"}', 'application/ld+json'), { name: 'Box' }],
  ['nothing', remove, answers(null, 'text/plain', 204), undefined],
  ['a table', texts, answers('key,text', 'text/csv; charset=utf-8'), 'key,text'],
] as const)('%s is given as it is', async (_what, ask, client, expected) => {
  expect(await ask(client)).toEqual(expected)
})
