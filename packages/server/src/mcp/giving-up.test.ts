import { createClient } from '@hidesync/contract/client'
import { answerMessage } from '@hidesync/mcp/answer-message'
import { expect, it } from 'vitest'

const request = () =>
  new Request('http://localhost/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  })
const body = {
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name: 'get_run', arguments: { execution_id: 1 } },
}

it('what an assistant asked for is given up when the assistant is gone', async () => {
  const gone = new AbortController()
  const told: string[] = []
  // An API that answers only once it is told that nobody waits.
  const waiting: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) => {
      const signal = init?.signal
      signal?.addEventListener('abort', () => {
        told.push('given up')
        reject(signal.reason as Error)
      })
      gone.abort()
    })
  const errors: unknown[] = []
  const client = createClient({ baseUrl: '', fetch: waiting })
  const options = { client, version: '1', onError: (error: unknown) => void errors.push(error) }
  expect(await answerMessage(options, { request: request(), body, signal: gone.signal })).toBeNull()
  await new Promise(resolve => setImmediate(resolve))
  expect(told).toEqual(['given up'])
  expect(errors).toEqual([])
})

it('a fault of ours is told to us, and to the assistant only that there was one', async () => {
  const errors: unknown[] = []
  const broken = createClient({
    baseUrl: '',
    fetch: () => Promise.resolve(new Response('{', { headers: { 'content-type': 'application/json' } })),
  })
  const options = { client: broken, version: '1', onError: (error: unknown) => void errors.push(error) }
  const response = await answerMessage(options, { request: request(), body, signal: new AbortController().signal })
  expect(await response?.json()).toMatchObject({
    result: { isError: true, content: [{ text: expect.stringMatching(/^Something went wrong on our side\./) }] },
  })
  expect(errors).toEqual([expect.any(SyntaxError)])
})
