import { ApiError } from '@hidesync/contract/client'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { compile } from '@hidesync/domain/workflows/compile'
import { CliError } from '../../command-line/cli-error.ts'
import type { CliContext } from '../../command-line/context.ts'
import { cleanJson, cleanLine, printableJson } from '../../terminal/clean-text.ts'
import { wrap } from '../../terminal/wrap.ts'
import { localeOfEnvironment, type Tongue, tongueOf } from './language.ts'
import { openLines } from './line-source.ts'
import { patiently, type Patience } from './patient.ts'
import { Player } from './player.ts'
import { endLines } from './render-end.ts'
import { RunKeeper } from './run-keeper.ts'
import { openStage, type Stage } from './stage.ts'
import { playTexts } from './texts/texts-in.ts'

export interface PlayOptions {
  /** Seconds. */
  readonly patience?: number
  /** What is spoken and read, such as `de-AT`; else what the environment says, else the account. */
  readonly lang?: string
  /** A file that keeps everything that is shown and said. */
  readonly transcript?: string
}

const usualPatience = 120
const forgiven = 130

/** The language that was asked for, else that of the environment; null: that of the account. */
export const statedTongue = (context: CliContext, options: PlayOptions): Tongue | null => {
  const stated = options.lang ?? localeOfEnvironment(context.host.environment)
  return stated === null ? null : tongueOf(stated)
}

function patienceOf(stage: Stage, options: PlayOptions, tongue: Tongue | null): Patience {
  const texts = playTexts(tongue?.language ?? 'en')
  return {
    patience: (options.patience ?? usualPatience) * 1000,
    onLost: () => stage.err(texts.noAnswer),
    onBack: () => stage.err(texts.isBack),
  }
}

/** The workflow's name as the person reads it; the run's own where the workflow is gone, or not to be seen. */
async function nameOf({ client }: CliContext, { workflow_id, workflow_name }: Execution, { locale }: Tongue) {
  try {
    return cleanLine((await client.workflows.get({ params: { id: workflow_id } }, { locale })).name)
  } catch (error) {
    if (error instanceof ApiError && [403, 404].includes(error.status)) return cleanLine(workflow_name)
    throw error
  }
}

async function openKeeper(context: CliContext, id: number, stage: Stage, options: PlayOptions) {
  const stated = statedTongue(context, options)
  const { client, now } = context
  const user = await patiently(patienceOf(stage, options, stated), () => client.users.me())
  const tongue = stated ?? tongueOf(user.locale)
  const patience = patienceOf(stage, options, tongue)
  const asked = { locale: tongue.locale }
  const [execution, definition] = await patiently(patience, async () =>
    Promise.all([
      client.executions.get({ params: { id } }, asked),
      client.executions.definition({ params: { id } }, asked),
    ]),
  )
  const name = await nameOf(context, execution, tongue)
  // With `--json` the client's answers are not cleaned, but what is shown has to be.
  const workflow = compile(cleanJson(definition) as WorkflowDefinition)
  return new RunKeeper({ client, tongue, patience, now, workflow, execution, name, userId: user.id })
}

async function playOn(context: CliContext, id: number, stage: Stage, options: PlayOptions): Promise<void> {
  const keeper = await openKeeper(context, id, stage, options)
  const { language } = keeper.run()
  const texts = playTexts(language)
  const comeBack = texts.staysAsItIs(id, `hidesync play ${id}`)
  const { stdin, stdout } = context.host
  let player: Player | null = null
  const lines = openLines({
    input: stdin,
    output: stdout,
    interactive: stage.interactive,
    plain: stage.plain,
    complete: () => player?.sayable() ?? [],
    onInterrupt: () => {
      stage.err(`\n${comeBack}`)
      stage.close()
      process.exit(forgiven)
    },
  })
  player = new Player({ terminal: stage, lines, keeper, tongue: keeper.run(), now: context.now })
  let end: Awaited<ReturnType<Player['play']>>
  try {
    end = await player.play()
  } catch (error) {
    stage.err(comeBack)
    throw error
  } finally {
    lines.close()
  }
  if (end === 'over') {
    if (keeper.execution.status === 'cancelled') await keeper.loadHistory()
    stage.out(endLines(stage, keeper.run(), keeper.execution, player.endIsTold).join('\n'))
  }
  if (end === 'left' || (end === 'ended' && stage.interactive)) stage.out(wrap(comeBack, stage.width).join('\n'))
  if (context.json) context.terminal.out(printableJson(await context.client.executions.get({ params: { id } })))
  if (end === 'ended' && !stage.interactive) throw new CliError('cli.input_ended', `${texts.inputEnded} ${comeBack}`, 1)
  if (keeper.execution.status === 'failed') throw new CliError('cli.run_failed', `Run ${id} has failed.`, 1)
}

/** The text adventure: leads through a run until it is over, left, or the input ends. */
export async function playExecution(context: CliContext, id: number, options: PlayOptions): Promise<void> {
  const stage = openStage(context.terminal, {
    json: context.json,
    onScreen: context.host.stdout.isTTY,
    transcript: options.transcript,
  })
  try {
    await playOn(context, id, stage, options)
  } finally {
    stage.close()
  }
}
