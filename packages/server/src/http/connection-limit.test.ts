import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { limitConnections } from './connection-limit.ts'

/** Whether the server still answers on it. */
const answers = async (socket: Socket): Promise<boolean> => {
  if (socket.destroyed) return false
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  return Promise.race([once(socket, 'data').then(() => true), once(socket, 'close').then(() => false)])
}

it('limitConnections() closes what one address opens beyond its share, and makes room again when one goes', async () => {
  const server = createServer((_, response) => response.end('here'))
  limitConnections(server, 2)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const open = async () => {
    const socket = connect(port, '127.0.0.1')
      .on('error', () => {})
      .resume()
    await once(socket, 'connect')
    return socket
  }
  try {
    const [one, two, three] = [await open(), await open(), await open()]
    expect([await answers(one), await answers(two), await answers(three)]).toEqual([true, true, false])
    one.destroy()
    await expect.poll(async () => answers(await open())).toBe(true)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
