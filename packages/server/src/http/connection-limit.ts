import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** More than any program opens in earnest; enough of them to use up a process's sockets have to come from many addresses. */
export const connectionsPerAddress = 1024

/**
 * Closes what one address opens beyond its share, before anything is read from it. Not for a server behind a proxy: there all
 * connections come from one address.
 */
export function limitConnections(server: Server, most = connectionsPerAddress): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    if (count > most) return void socket.destroy()
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
  })
}
