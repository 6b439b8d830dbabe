import type { FastifyInstance } from 'fastify'
import type { Socket } from 'node:net'

/**
 * Ends, once the server closes, the connections on which nothing was ever sent. Browsers open such ones ahead of time, and to Node
 * they are not idle: closing would wait for them until their time is up.
 */
export function endUnusedConnections(app: FastifyInstance): void {
  const unused = new Set<Socket>()
  const end = (socket: Socket) => {
    // Whose request is arriving is waited for.
    if (socket.bytesRead === 0) socket.destroy()
  }
  let isClosing = false
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
    if (isClosing) end(socket)
  })
  app.server.on('request', ({ socket }) => unused.delete(socket))
  app.addHook('preClose', done => {
    isClosing = true
    for (const socket of unused) end(socket)
    done()
  })
}
