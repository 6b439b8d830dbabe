import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { compile } from '@hidesync/domain/workflows/compile'
import { CliError } from '../../command-line/cli-error.ts'
import type { CliContext } from '../../command-line/context.ts'
import { cleanJson, printableJson } from '../../terminal/clean-text.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { openLines } from './line-source.ts'
import { patiently } from './patient.ts'
import { nameable, Player } from './player.ts'
import { renderEnd } from './render-scene.ts'

export interface PlayOptions {
  /** Seconds. */
  readonly patience?: number
}

const usualPatience = 120
const forgiven = 130

/** With `--json` the transcript goes to the standard error, so that the standard output holds the document alone. */
function stageOf({ terminal, json }: CliContext): Terminal {
  return json ? { ...terminal, interactive: false, out: terminal.err } : terminal
}

async function load(context: CliContext, terminal: Terminal, id: number, patience: number) {
  const params = { id }
  const [execution, definition] = await patiently({ terminal, patience }, async () =>
    Promise.all([context.client.executions.get({ params }), context.client.executions.definition({ params })]),
  )
  // With `--json` the client's answers are not cleaned, but what is shown has to be.
  return { execution, workflow: compile(cleanJson(definition) as WorkflowDefinition) }
}

/** The text adventure: leads through a run until it is over, left, or the input ends. */
export async function playExecution(context: CliContext, id: number, options: PlayOptions): Promise<void> {
  const terminal = stageOf(context)
  const patience = (options.patience ?? usualPatience) * 1000
  const comeBack = `Run ${id} stays as it is. Come back with: hidesync play ${id}`
  const { execution, workflow } = await load(context, terminal, id, patience)
  const { stdin, stdout } = context.host
  let player: Player | null = null
  const lines = openLines({
    input: stdin,
    output: stdout,
    interactive: terminal.interactive,
    complete: () => (player === null ? [] : nameable(player.scene()).actions.map(({ say }) => say)),
    onInterrupt: () => {
      terminal.err(`\n${comeBack}`)
      process.exit(forgiven)
    },
  })
  player = new Player({ context, terminal, lines, workflow, execution, patience })
  let end: Awaited<ReturnType<Player['play']>>
  try {
    end = await player.play()
  } catch (error) {
    terminal.err(comeBack)
    throw error
  } finally {
    lines.close()
  }
  if (end === 'over') terminal.out(renderEnd(terminal, player.scene()))
  if (end === 'left' || (end === 'ended' && terminal.interactive)) terminal.out(comeBack)
  if (context.json) context.terminal.out(printableJson(await context.client.executions.get({ params: { id } })))
  if (end === 'ended' && !terminal.interactive)
    throw new CliError('cli.input_ended', `The input ended before the run did. ${comeBack}`, 1)
  if (player.execution.status === 'failed') throw new CliError('cli.run_failed', `Run ${id} has failed.`, 1)
}
