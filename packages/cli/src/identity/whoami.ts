import { type CliContext, examples, type Register, show } from '../command-line/context.ts'
import type { User } from '@hidesync/contract/identity/identity.schemas'

/** Who a person is, at which server, in a line or two. */
export function describeUser({ server }: CliContext, user: User): string {
  const role = user.is_superuser ? ', superuser' : ''
  return `${user.display_name} <${user.email}>${role}\nSigned in at ${server}`
}

export const registerWhoami: Register = (parent, open) => {
  parent
    .command('whoami')
    .description('Show who is signed in, and where.')
    .addHelpText('after', examples('whoami', 'whoami --json'))
    .action(async (_options, command) => {
      const context = await open(command)
      show(context, await context.client.users.me(), user => describeUser(context, user))
    })
}
