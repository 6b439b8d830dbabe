import { examples, type Register, show } from '../../command-line/context.ts'
import { table } from '../../terminal/table.ts'
import { sayTime } from '../../terminal/words.ts'
import { SubscriptionsFile } from './subscriptions-file.ts'

export const registerSubscriptions: Register = (parent, open) => {
  parent
    .command('subscriptions')
    .description('List the libraries of other installations that you are subscribed to.')
    .addHelpText('after', examples('presets subscriptions', 'presets subscriptions --json'))
    .action(async (_options, command) => {
      const context = await open(command)
      const { subscriptions, taken } = await new SubscriptionsFile(context.host.environment).read()
      const shown = subscriptions.map(({ name, url, kid, subscribed_at, updated_at }) => {
        const presets = Object.values(taken[url] ?? {}).flatMap(account => Object.keys(account)).length
        return { name, url, kid, subscribed_at, updated_at, presets }
      })
      show(context, shown, () =>
        shown.length === 0
          ? 'You are subscribed to nothing. Subscribe with: hidesync presets subscribe <feed-url>'
          : table(
              context.terminal,
              [
                { title: 'Name', cell: row => row.name },
                { title: 'Taken over', cell: row => String(row.presets) },
                { title: 'Updated', cell: row => (row.updated_at === null ? 'never' : sayTime(row.updated_at)) },
                { title: 'Address', cell: row => row.url, flexible: true },
              ],
              shown,
            ),
      )
    })
}
