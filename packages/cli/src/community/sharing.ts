import type { Share } from '@hidesync/contract/workflows/sharing.schemas'
import { type SharePermission, sharePermissions } from '@hidesync/domain/identity/permissions'
import { Option } from 'commander'
import { notFound, usageError } from '../command-line/cli-error.ts'
import { examples, type Register, show } from '../command-line/context.ts'
import { positiveInteger } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { table } from '../terminal/table.ts'
import { sayTime } from '../terminal/words.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'

interface Whom {
  readonly workshop?: number
}

const workflowHelp = 'Its id, or the beginning of its name.'
const personHelp = 'The e-mail or the number of a person; leave it out with --workshop.'

/** One person or one workshop: what was given has to name exactly one. */
function namedBy(person: string | undefined, { workshop }: Whom) {
  if ((person === undefined) === (workshop === undefined))
    throw usageError('Name either a person, by e-mail or number, or a workshop with --workshop.')
  if (workshop !== undefined) return { workshop_id: workshop }
  return /^\d+$/.test(person ?? '') ? { user_id: positiveInteger(person ?? '') } : { email: person ?? '' }
}

const sayWho = ({ name, email, workshop_id }: Share): string =>
  workshop_id === null
    ? `${cleanLine(name)}${email === null ? '' : ` <${cleanLine(email)}>`}`
    : `all of ${cleanLine(name)}`

const verbs: Readonly<Record<SharePermission, string>> = {
  read: 'see it',
  execute: 'see and run it',
  edit: 'see, run and change it',
}

export const registerShare: Register = (parent, open) => {
  parent
    .command('share')
    .description('Let a person or a whole workshop see, run or change a workflow.')
    .argument('<workflow>', workflowHelp)
    .argument('[person]', personHelp)
    .option('--workshop <id>', 'Share with all members of this workshop.', positiveInteger)
    .addOption(
      new Option('--permission <what>', 'What they may do with it; again replaces what they may.')
        .choices(sharePermissions)
        .default('execute'),
    )
    .addHelpText(
      'after',
      examples('workflows share 3 ben@example.org', 'workflows share 3 --workshop 2 --permission edit'),
    )
    .action(
      async (text: string, person: string | undefined, options: Whom & { permission: SharePermission }, command) => {
        const whom = namedBy(person, options)
        const context = await open(command)
        const id = await resolveWorkflow(context, text)
        const body = { ...whom, permission: options.permission }
        const share = await context.client.sharing.put({ params: { id }, body })
        show(context, share, () => `${sayWho(share)} can ${verbs[share.permission]} now.`)
      },
    )
}

export const registerUnshare: Register = (parent, open) => {
  parent
    .command('unshare')
    .description('No longer share a workflow with a person or workshop; takes effect at once.')
    .argument('<workflow>', workflowHelp)
    .argument('[person]', personHelp)
    .option('--workshop <id>', 'No longer share with this workshop.', positiveInteger)
    .addHelpText('after', examples('workflows unshare 3 ben@example.org', 'workflows unshare 3 --workshop 2'))
    .action(async (text: string, person: string | undefined, options: Whom, command) => {
      const whom = namedBy(person, options)
      const context = await open(command)
      const { sharing } = context.client
      const id = await resolveWorkflow(context, text)
      const shares = await sharing.list({ params: { id } })
      const email = whom.email?.toLowerCase()
      const share = shares.find(one =>
        whom.workshop_id !== undefined
          ? one.workshop_id === whom.workshop_id
          : one.user_id !== null && (one.user_id === whom.user_id || one.email?.toLowerCase() === email),
      )
      if (share === undefined)
        throw notFound(`Workflow ${id} is not shared with them. With whom: hidesync workflows shares ${id}`)
      if (share.workshop_id !== null) await sharing.removeWorkshop({ params: { id, workshop_id: share.workshop_id } })
      else if (share.user_id !== null) await sharing.removePerson({ params: { id, user_id: share.user_id } })
      show(context, null, () => `No longer shared with ${sayWho(share)}.`)
    })
}

export const registerShares: Register = (parent, open) => {
  parent
    .command('shares')
    .description('List with whom a workflow is shared.')
    .argument('<workflow>', workflowHelp)
    .addHelpText('after', examples('workflows shares 3', 'workflows shares "Basic Leather" --json'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const shares = await context.client.sharing.list({ params: { id } })
      show(context, shares, () =>
        shares.length === 0
          ? 'It is shared with nobody.'
          : table(
              context.terminal,
              [
                { title: 'Who', cell: sayWho, flexible: true },
                { title: 'Number', cell: row => String(row.user_id ?? `workshop ${row.workshop_id}`) },
                { title: 'May', cell: row => row.permission },
                { title: 'Since', cell: row => sayTime(row.created_at) },
              ],
              shares,
            ),
      )
    })
}
