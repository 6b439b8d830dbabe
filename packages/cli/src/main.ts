import { CommanderError } from 'commander'
import type { Host } from './command-line/context.ts'
import { defaultServer } from './command-line/connect.ts'
import { exitCodeOf } from './command-line/exit-code-of.ts'
import { reportError } from './command-line/report-error.ts'
import { createProgram } from './program.ts'
import { openTerminal } from './terminal/terminal.ts'

const host: Host = { environment: process.env, stdin: process.stdin, stdout: process.stdout, stderr: process.stderr }

// Whoever reads our output may stop reading (`hidesync … | head`): that ends us, quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const program = createProgram(host)
try {
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = exitCodeOf(error)
  if (!(error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))) {
    const { plain = false, server } = program.opts<{ plain?: boolean; server?: string }>()
    // A wrong option may stand before `--json`, so that the parser has not seen it.
    const json = process.argv.includes('--json')
    reportError(error, openTerminal({ plain, ...host }), {
      json,
      server: server ?? process.env['HIDESYNC_SERVER'] ?? defaultServer,
    })
  }
}
