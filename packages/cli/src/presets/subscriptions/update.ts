import { CliError, usageError } from '../../command-line/cli-error.ts'
import { type CliContext, examples, type Register, remark, show } from '../../command-line/context.ts'
import { cleanLine } from '../../terminal/clean-text.ts'
import { askChoice } from '../../terminal/prompts.ts'
import { plural } from '../../terminal/words.ts'
import { carryOut, type Outcome, type Work } from './carry-out.ts'
import { describeOutcome, describeSum } from './describe-outcome.ts'
import { type Planned, planEntry } from './plan-update.ts'
import { readFeed } from './read-feed.ts'
import { resolveSubscription } from './resolve-subscription.ts'
import { type Subscription, type Subscriptions, SubscriptionsFile, takenBy } from './subscriptions-file.ts'

interface Options {
  readonly all?: boolean
  readonly dryRun?: boolean
  readonly copies?: boolean
}

function chosen(all: Subscriptions, name: string | undefined, options: Options): readonly Subscription[] {
  const { subscriptions } = all
  if (name !== undefined && options.all === true) throw usageError('Name one subscription, or give --all, not both.')
  if (name !== undefined) return [resolveSubscription(name, all)]
  if (subscriptions.length === 0)
    throw usageError('You are subscribed to nothing. Subscribe with: hidesync presets subscribe <feed-url>')
  if (subscriptions.length === 1 || options.all === true) return subscriptions
  const names = subscriptions.map(one => `“${cleanLine(one.name)}”`).join(', ')
  throw usageError(`You have several subscriptions: ${names}. Name one, or give --all.`)
}

/** Asked before anything is written. */
async function wantsCopy({ terminal, json }: CliContext, options: Options, { entry }: Planned): Promise<boolean> {
  if (options.copies === true) return true
  if (!terminal.interactive || json || options.dryRun === true) return false
  const question = `“${cleanLine(entry.title)}” has a newer version, but you edited your workflow.`
  const choices = [
    { name: 'Keep mine as it is', value: false },
    { name: 'Import the newer version as a copy', value: true },
  ]
  return askChoice(terminal, question, choices, 'Give --copies.')
}

const wouldBe: Record<Planned['kind'], Outcome['action']> = {
  new: 'imported',
  newer: 'updated',
  edited: 'copied',
  gone: 'deleted',
  same: 'same',
  current: 'current',
}

const without = (planned: Planned, action: Outcome['action']): Outcome => ({
  title: planned.entry.title,
  action,
  workflow_id: 'taken' in planned ? planned.taken.workflow_id : 'workflow_id' in planned ? planned.workflow_id : null,
  detail: null,
})

async function updateOne(context: CliContext, work: Work, options: Options): Promise<readonly Outcome[]> {
  const { client, file, subscription, account } = work
  const feed = await readFeed(subscription.url, subscription)
  const known = takenBy(await file.read(), subscription.url, account)
  const plan: { readonly planned: Planned; readonly leave: boolean }[] = []
  for (const entry of feed.entries) {
    const planned = await planEntry(client, entry, known[entry.key])
    plan.push({ planned, leave: planned.kind === 'edited' && !(await wantsCopy(context, options, planned)) })
  }
  const outcomes: Outcome[] = []
  for (const { planned, leave } of plan) {
    const outcome = leave
      ? without(planned, 'edited')
      : options.dryRun === true
        ? without(planned, wouldBe[planned.kind])
        : await carryOut(work, planned)
    outcomes.push(outcome)
    // Told as it happens, so that what was done is known whatever comes after it.
    const line = describeOutcome(context.terminal, outcome, options.dryRun === true)
    if (line !== null && !context.json) context.terminal.out(line)
  }
  if (options.dryRun !== true) await noteUpdate(context, work)
  return outcomes
}

/** What is wrong with one feed is no reason to leave the others. */
const isOfFeed = (error: unknown): error is CliError => error instanceof CliError && error.code.startsWith('cli.feed_')

async function noteUpdate(context: CliContext, { file, subscription }: Work): Promise<void> {
  const updated_at = new Date(context.now()).toISOString()
  await file.update(async all => {
    const subscriptions = all.subscriptions.map(one => (one.url === subscription.url ? { ...one, updated_at } : one))
    return [{ ...all, subscriptions }, undefined] as const
  })
}

export const registerUpdate: Register = (parent, open) => {
  parent
    .command('update')
    .description('Take over what is new in the libraries that you are subscribed to. Never over what you edited.')
    .argument('[name]', 'The beginning of the name of a subscription; may be left out if there is one.')
    .option('--all', 'All subscriptions.')
    .option('--copies', 'Where you edited a workflow, import the newer version beside it, as “Name (2)”.')
    .option('--dry-run', 'Only show what would be done.')
    .addHelpText('after', examples('presets update workshop.example.org', 'presets update --all --dry-run'))
    .action(async (name: string | undefined, options: Options, command) => {
      const context = await open(command)
      const file = new SubscriptionsFile(context.host.environment)
      const subscriptions = chosen(await file.read(), name, options)
      const client = context.exactClient
      const account = `${(await client.users.me()).id} at ${context.server}`
      const done: { readonly name: string; readonly entries: readonly Outcome[] }[] = []
      let unread: CliError | null = null
      for (const subscription of subscriptions) {
        const work = { client, file, subscription, account }
        if (subscriptions.length > 1) remark(context, `${cleanLine(subscription.name)}:`)
        try {
          done.push({ name: subscription.name, entries: await updateOne(context, work, options) })
        } catch (error) {
          if (subscriptions.length === 1 || !isOfFeed(error)) throw error
          remark(context, error.message)
          unread ??= error
        }
      }
      const outcomes = done.flatMap(({ entries }) => entries)
      show(context, done, () => describeSum(outcomes, options.dryRun === true))
      const failed = outcomes.filter(({ action }) => action === 'failed')
      if (unread !== null) throw unread
      if (failed.length > 0) {
        const errors = failed.map(({ title, detail }) => ({ path: title, message: detail ?? '' }))
        throw new CliError('cli.not_taken', `${plural(failed.length, 'preset')} could not be taken over.`, 1, errors)
      }
    })
}
