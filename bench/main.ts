import { bundle } from './bundle.ts'
import { describeMachine } from './machine.ts'
import { readOptions, usage, type Options } from './options.ts'
import { printMachine, printTable } from './print-table.ts'
import { CleanUp } from './processes/clean-up.ts'
import type { Row } from './result.ts'
import { runEngine } from './run-engine.ts'
import { measureEngine } from './measure-engine.ts'
import { measurePaths } from './measure-paths.ts'
import { measureValidation } from './measure-validation.ts'
import { measureWeb } from './measure-web.ts'

const names = { embedded: 'embedded PostgreSQL (PGlite)', postgres: 'PostgreSQL' }
const say = (what: string) => process.stderr.write(`${what} …\n`)

async function run({ size, engines, json }: Options): Promise<void> {
  const bareScript = await bundle('bench/bare-server.ts')
  const rows: Row[] = []
  const versions: string[] = []
  for (const engine of engines) {
    const cleanUp = new CleanUp()
    cleanUp.onSignals()
    try {
      const options = { size, bareScript, cleanUp, say: (what: string) => say(`${engine}: ${what}`) }
      const result = await runEngine(engine, options)
      rows.push(...result.rows)
      versions.push(`${names[engine]} ${result.version}`)
    } finally {
      await cleanUp.run()
    }
  }
  say('the engine alone')
  rows.push(await measureEngine(size))
  say('the validation alone')
  rows.push(await measureValidation(size))
  say('path finding alone')
  rows.push(await measurePaths(size))
  say('the web app in a browser')
  try {
    rows.push(...(await measureWeb(size)))
  } catch (error) {
    // Where there is no browser, what was measured before still counts.
    say(`it was not measured: ${String(error)}`)
    process.exitCode = 1
  }

  const machine = describeMachine()
  if (json) console.log(JSON.stringify({ machine, versions, size, rows }, null, 2))
  else console.log(`\n${printMachine(machine, versions)}\n\n${printTable(rows)}`)
  const missed = rows.filter(row => row.met === false)
  if (!json && missed.length > 0) console.log(`\n${missed.length} of ${rows.length} aims are not met.`)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage)
  else await run(options)
  process.exit()
} catch (error) {
  console.error(error)
  process.exit(1)
}
