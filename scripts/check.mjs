// `npm test` and `npm run check`: every check there is, in the order in which they are quickest to fail; closes with the runner's own count.
// `--quick` leaves out the tests.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root } from './ensure-installed.mjs'

ensureInstalled()

const bin = name => join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const report = join(root, 'reports/tests.json')
const steps = [
  ['format', 'prettier', ['--check', '--cache', '--log-level', 'warn', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['styles', 'stylelint', ['packages/web/src/**/*.css']],
  ['types', 'tsc', ['-b']],
  ['layers', 'depcruise', ['packages', 'tests', 'bench']],
  ['unused code', 'knip', ['--no-progress']],
  ['generated files', 'tsx', ['scripts/generate.ts', '--check']],
]
const tests = ['tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]]

const run = ([name, command, args]) => {
  const began = Date.now()
  console.log(`\n— ${name}`)
  const { status } = spawnSync(bin(command), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CI: '1' },
  })
  console.log(`— ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - began) / 1000)} s)`)
  return status === 0 ? [] : [name]
}

mkdirSync(join(root, 'reports'), { recursive: true })
rmSync(report, { force: true })
const quick = process.argv.includes('--quick')
const failed = [...steps, ...(quick ? [] : [tests])].flatMap(run)
if (!quick) {
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  const { numPassedTests: passed = 0, numFailedTests: bad = 0, success = false } = counts ?? {}
  const skipped = (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0)
  // Its exit code alone is not enough: a library that ends the process in a hook of its own can make it 0.
  if (!success || bad > 0 || passed === 0) failed.push('tests')
  if (counts === null) console.log('\nThe test runner left no report.')
  if (failed.length > 0) console.log(`\nFailed: ${[...new Set(failed)].join(', ')}`)
  console.log(`\n${passed} passed, ${bad} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
} else if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
