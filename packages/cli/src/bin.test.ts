import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../bin/hidesync.mjs', import.meta.url))
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [bin, ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: tmpdir() },
  })

it('hidesync runs from any folder, says the version of its package and passes its exit code on', () => {
  expect(run('--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n` })
  expect(run('dance').status).toBe(2)
}, 60_000)
