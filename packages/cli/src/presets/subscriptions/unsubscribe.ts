import { examples, type Register, show } from '../../command-line/context.ts'
import { cleanLine } from '../../terminal/clean-text.ts'
import { resolveSubscription } from './resolve-subscription.ts'
import { SubscriptionsFile, withoutSubscription } from './subscriptions-file.ts'

export const registerUnsubscribe: Register = (parent, open) => {
  parent
    .command('unsubscribe')
    .description('End a subscription and forget its key. Workflows that came from it stay, and are known again.')
    .argument('<name>', 'The beginning of its name.')
    .option('--forget', 'Forget also what was taken over: subscribing again brings all of it anew.')
    .addHelpText('after', examples('presets unsubscribe workshop.example.org', 'presets unsubscribe Smithy --forget'))
    .action(async (text: string, options: { readonly forget?: boolean }, command) => {
      const context = await open(command)
      const file = new SubscriptionsFile(context.host.environment)
      const { name, url } = await file.update(async all => {
        const found = resolveSubscription(text, all)
        return [withoutSubscription(all, found, options.forget === true), found] as const
      })
      show(context, { name, url, subscribed: false }, () => `No longer subscribed to “${cleanLine(name)}”.`)
    })
}
