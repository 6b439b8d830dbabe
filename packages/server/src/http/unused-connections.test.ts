import type { FastifyInstance } from 'fastify'
import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createServer } from './create-server.ts'

let app: FastifyInstance
afterEach(() => app.close())

async function open(): Promise<Socket> {
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

it('closing ends connections on which nothing was sent, and waits for a request that is answered', async () => {
  app = createServer({ logLevel: 'silent', trustProxy: false })
  let answer = (_text: string) => {}
  const asked = new Promise<void>(resolve =>
    app.get('/slow', () => {
      resolve()
      return new Promise<string>(done => (answer = done))
    }),
  )
  await app.listen({ host: '127.0.0.1', port: 0 })
  const [unused, busy] = [await open(), await open()]
  const ended = once(unused.resume(), 'close')
  const heard = once(busy.setEncoding('utf8'), 'data')
  busy.write('GET /slow HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
  await asked
  const closed = app.close()
  await ended
  expect(busy.destroyed).toBe(false)
  answer('done after all')
  expect((await heard)[0]).toContain('done after all')
  await closed
})
