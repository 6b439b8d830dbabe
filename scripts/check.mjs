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
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
if (!quick) {
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  if (counts === null) console.log('\nThe test runner left no report.')
  else {
    const { numPassedTests: passed, numFailedTests: bad, numPendingTests: pending, numTodoTests: todo } = counts
    const skipped = pending + todo
    console.log(`\n${passed} passed, ${bad} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    if (passed === 0) failed.push('tests: none was executed')
  }
}
process.exit(failed.length > 0 ? 1 : 0)
