import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { copyEmbeddedTemplate } from '../../testing/test-database.ts'
import { openDatabase } from '../open-database.ts'

const writer = fileURLToPath(new URL('../../testing/commit-for-ever.ts', import.meta.url))

it('a process killed with -9 while it commits leaves every acknowledged transaction, whole', async () => {
  const dataDir = copyEmbeddedTemplate()
  let acknowledged = 0
  for (let round = 1; round <= 2; round++) {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const target = acknowledged + 25
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line)
      if (acknowledged === target) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
  }
  const { db, close } = await openDatabase({ dataDir })
  const rows = await db.selectFrom('settings').select('key').execute()
  await close()
  rmSync(dataDir, { recursive: true, force: true })

  const of = (part: string) =>
    rows.flatMap(({ key }) => (key.startsWith(part) ? [Number(key.slice(part.length))] : [])).toSorted((a, b) => a - b)
  expect(of('first ')).toEqual(of('second '))
  expect(of('first ').slice(0, acknowledged)).toEqual(Array.from({ length: acknowledged }, (_, index) => index + 1))
  expect(acknowledged).toBeGreaterThanOrEqual(50)
}, 180_000)
