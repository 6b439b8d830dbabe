import { numberedName } from '@hidesync/domain/workflows/numbered-name'
import { CliError, usageError } from '../../command-line/cli-error.ts'
import { type CliContext, examples, type Register, show } from '../../command-line/context.ts'
import { foldName } from '../../command-line/pick-by-name.ts'
import { cleanLine } from '../../terminal/clean-text.ts'
import { askYes } from '../../terminal/prompts.ts'
import { table } from '../../terminal/table.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { plural, sayTime } from '../../terminal/words.ts'
import { wrap } from '../../terminal/wrap.ts'
import { feedAddress } from './feed-address.ts'
import { type Feed, readFeed } from './read-feed.ts'
import { type Subscriptions, SubscriptionsFile, withSubscription } from './subscriptions-file.ts'

interface Options {
  readonly name?: string
  readonly yes?: boolean
  readonly insecure?: boolean
}

const mostShown = 20
const longestName = 100

/** What a feed offers, and by which key one knows it again. */
function describeFeed(terminal: Terminal, url: string, { kid, entries }: Feed): string {
  const list = table(
    terminal,
    [
      { title: 'Preset', cell: entry => entry.title, flexible: true },
      { title: 'By', cell: entry => entry.author || '–' },
      { title: 'Published', cell: entry => sayTime(entry.modified) },
    ],
    entries.slice(0, mostShown),
  )
  return [
    ...wrap(
      `${url} offers ${plural(entries.length, 'preset')}${entries.length === 0 ? ' so far.' : ':'}`,
      terminal.width,
    ),
    ...(entries.length === 0 ? [] : [list]),
    ...(entries.length > mostShown ? [`and ${entries.length - mostShown} more`] : []),
    '',
    'All of it is signed. Fingerprint of the key:',
    `  ${kid}`,
  ].join('\n')
}

/** The name that was asked for, or that of the host, made different from the others. */
function nameFor({ subscriptions }: Subscriptions, url: string, wanted: string | undefined): string {
  const taken = subscriptions.map(({ name }) => name)
  const isTaken = (name: string) => taken.some(other => foldName(other) === foldName(name))
  if (wanted === undefined) {
    const { host } = new URL(url)
    return isTaken(host) ? numberedName(host, taken) : host
  }
  const name = cleanLine(wanted)
  if (name === '' || name.length > longestName) throw usageError(`Give a name of 1 to ${longestName} characters.`)
  if (isTaken(name)) throw usageError(`A subscription is called “${name}” already. Give another --name.`)
  return name
}

function refuseKnown({ subscriptions }: Subscriptions, url: string): void {
  const known = subscriptions.find(one => one.url === url)
  if (known !== undefined)
    throw new CliError(
      'cli.subscribed',
      `You are subscribed to it already, as “${cleanLine(known.name)}”. What is new there: hidesync presets update "${cleanLine(known.name)}"`,
      5,
    )
}

async function confirm(context: CliContext, options: Options): Promise<void> {
  if (options.yes === true) return
  if (!(await askYes(context.terminal, 'Trust this key, and subscribe?', 'Look at the fingerprint, then give --yes.')))
    throw new CliError('cli.declined', 'Not subscribed.', 1)
}

export const registerSubscribe: Register = (parent, open) => {
  parent
    .command('subscribe')
    .description('Subscribe to the library of another installation, whose key is remembered. It asks first.')
    .argument('<feed-url>', 'Address of the installation, or of its feed.')
    .option('--name <name>', 'What you call it (default: the name of the host).')
    .option('--yes', 'Do not ask: trust the key that the feed is signed with today.')
    .option('--insecure', 'Also over http, unencrypted.')
    .addHelpText(
      'after',
      examples(
        'presets subscribe https://workshop.example.org',
        'presets subscribe "https://workshop.example.org/api/v1/library/feed?workshop_id=2" --name Smithy --yes',
      ),
    )
    .action(async (text: string, options: Options, command) => {
      const context = await open(command)
      const file = new SubscriptionsFile(context.host.environment)
      const url = feedAddress(text, { insecure: options.insecure === true })
      const before = await file.read()
      refuseKnown(before, url)
      nameFor(before, url, options.name)
      const feed = await readFeed(url)
      if (!context.json) context.terminal.out(describeFeed(context.terminal, url, feed))
      await confirm(context, options)
      const subscription = await file.update(async all => {
        refuseKnown(all, url)
        const made = {
          name: nameFor(all, url, options.name),
          url,
          kid: feed.kid,
          subscribed_at: new Date(context.now()).toISOString(),
          updated_at: null,
        }
        return [withSubscription(all, made), made] as const
      })
      const { name, kid, subscribed_at } = subscription
      const entries = feed.entries.map(({ title, author, modified }) => ({ title, author, modified }))
      show(
        context,
        { name, url, kid, subscribed_at, entries },
        () => `\nSubscribed as “${name}”. Take its presets over with: hidesync presets update "${name}"`,
      )
    })
}
