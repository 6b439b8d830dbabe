import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Result {
  readonly machine: { readonly cores: number }
  readonly rows: readonly {
    readonly engine: string
    readonly name: string
    readonly product: number
    readonly bare: number
    readonly ratio: number
    readonly aim: string | null
  }[]
}

const lists = [
  'last changed first',
  'by name',
  'newest first',
  'by duration',
  'by difficulty',
  'by rating',
  'by executions',
  'active ones',
  'templates of a level',
  'of a category',
  'with a rare tag',
  'in a range of durations',
  'search, a frequent word',
  'search, rare words',
  'search, a slip',
]

const measured = [
  'list of 50 among 1000 workflows',
  'details of 12 steps',
  'details of 500 steps',
  'complete a step, return=minimal',
  'complete a step, whole answer',
  'complete in 2,000 steps beside 20, over HTTP',
  'memory after the load',
  'memory at its peak',
  'start on existing data',
  ...['json', 'bpmn', 'html'].map(form => `longest hold of the event loop, import of 5,000 steps as ${form}`),
  ...lists.map(name => `list among 5000 beside 1000: ${name}`),
]

const inBrowser = [
  ...['the bench', 'the gallery', 'the player'].map(room => `largest paint of ${room}`),
  'answer to completing a step',
  'answer to opening a dialog',
  'answer to typing a command',
  'answer to looking at a step of the map',
  'answer to changing the colours',
  'scrolling through a log of 5,000 entries, time a picture',
]

describe('npm run bench', () => {
  it('measures every row on both engines, product beside bare minimum, without one failed request', async () => {
    // Not scripts/bench.mjs: a test installs nothing.
    const run = promisify(execFile)
    await run(process.execPath, ['scripts/build.mjs'], { cwd: root })
    const args = ['--import', 'tsx', 'bench/main.ts', '--quick', '--json']
    const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 2 ** 24 })
    const { machine, rows } = JSON.parse(stdout) as Result
    expect(machine.cores).toBeGreaterThan(0)
    expect(rows.map(({ engine, name }) => `${engine}: ${name}`)).toEqual([
      ...measured.map(name => `embedded: ${name}`),
      ...measured.map(name => `postgres: ${name}`),
      'none: complete in 2,000 steps beside 20, engine alone',
      'none: validate 5,000 steps beside compiling them',
      'none: path through 5,000 steps beside compiling them',
      ...inBrowser.map(name => `none: ${name}`),
    ])
    for (const { name, product, bare, ratio, aim } of rows)
      for (const value of [product, bare, ratio]) {
        expect(Number.isFinite(value), name).toBe(true)
        expect(value, name).toBeGreaterThan(0)
        expect(aim, name).not.toBeNull()
      }
  }, 600_000)

  it('says which engine there is no benchmark for', async () => {
    const attempt = promisify(execFile)(process.execPath, ['--import', 'tsx', 'bench/main.ts', '--engine', 'oracle'], {
      cwd: root,
    })
    await expect(attempt).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no engine “oracle”: take embedded or postgres.') as string,
    })
  })
})
