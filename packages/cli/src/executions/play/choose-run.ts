import type { ExecutionSummary } from '@hidesync/contract/executions/execution.schemas'
import { notFound } from '../../command-line/cli-error.ts'
import { type CliContext, remark } from '../../command-line/context.ts'
import { matchesOf } from '../../command-line/pick-by-name.ts'
import { cleanLine } from '../../terminal/clean-text.ts'
import { askChoice } from '../../terminal/prompts.ts'
import { resolveWorkflow } from '../../workflows/resolve-workflow.ts'
import { resolveExecution } from '../resolve-execution.ts'
import { tongueOf } from './language.ts'
import { type PlayOptions, statedTongue } from './play-execution.ts'
import { playTexts } from './texts/texts-in.ts'

export interface ChoiceOptions extends PlayOptions {
  /** Begin anew, whatever is open. */
  readonly new?: boolean
}

/** Most workflows that are offered to somebody who has nothing open. */
const mostOffered = 50

const tongue = (context: CliContext, options: PlayOptions) => statedTongue(context, options) ?? tongueOf('en')

async function begin(context: CliContext, workflowId: number, options: PlayOptions): Promise<number> {
  const { language, locale } = tongue(context, options)
  const { id, workflow_name } = await context.client.executions.start({ params: { id: workflowId } }, { locale })
  remark(context, playTexts(language).started(cleanLine(workflow_name), id))
  return id
}

/** Offers the library to somebody who has nothing open. */
async function fromLibrary(context: CliContext, options: PlayOptions): Promise<number> {
  const { language, locale } = tongue(context, options)
  const nothing = 'You have no open run. Start one with: hidesync play <workflow>'
  if (!context.terminal.interactive || context.json) throw notFound(nothing)
  const query = { limit: mostOffered }
  const { items } = await context.client.workflows.list({ query }, { locale })
  if (items.length === 0) throw notFound('There is no workflow yet. Import one with: hidesync import <file>')
  const choices = items.map(({ id, name }) => ({ name: cleanLine(name), value: id }))
  return begin(context, await askChoice(context.terminal, playTexts(language).whichWorkflow, choices, nothing), options)
}

const isNumber = (text: string): boolean => /^\d+$/.test(text)

/** The open runs that a text names: those of a workflow whose name begins so. */
async function openRuns(context: CliContext, text: string): Promise<readonly ExecutionSummary[]> {
  const open = await context.client.executions.active()
  return matchesOf(
    text,
    open.map(execution => ({ ...execution, name: execution.workflow_name })),
  )
}

/**
 * The run to play: the one that is named, by its number or its workflow's name; else the open one, or one of them that is
 * chosen; else one that is begun now.
 */
export async function chooseRun(
  context: CliContext,
  text: string | undefined,
  options: ChoiceOptions,
): Promise<number> {
  const { whichRun } = playTexts(tongue(context, options).language)
  if (text === undefined) {
    const open = options.new === true ? [] : await context.client.executions.active()
    return open.length === 0 ? fromLibrary(context, options) : resolveExecution(context, undefined, whichRun)
  }
  if (options.new === true) return begin(context, await resolveWorkflow(context, text), options)
  if (isNumber(text) || (await openRuns(context, text)).length > 0) return resolveExecution(context, text, whichRun)
  return begin(context, await resolveWorkflow(context, text), options)
}
