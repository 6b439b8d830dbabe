import { createClient } from '@hidesync/contract/client'
import { impatient } from '../command-line/connect.ts'
import { examples, type Register, remark, show } from '../command-line/context.ts'
import { withoutServer } from './session.ts'

export const registerLogout: Register = (parent, open) => {
  parent
    .command('logout')
    .description('End the session and forget it on this machine.')
    .addHelpText('after', examples('logout', 'logout --server https://workshop.example.org'))
    .action(async (_options, command) => {
      const context = await open(command)
      const { server, credentials } = context
      const mine = (await credentials.read()).servers[server]
      if (mine !== undefined)
        await credentials.update(async all => {
          const stored = all.servers[server]
          if (stored?.kind === 'session') {
            const client = createClient({ baseUrl: server, fetch: impatient })
            // Forgetting works offline as well; the session then ends by itself.
            await client.auth
              .logout({ body: { refresh_token: stored.refresh_token } })
              .catch(() => remark(context, `${server} could not be told; the session there ends by itself.`))
          }
          return [withoutServer(all, server), undefined] as const
        })
      show(context, { server, signed_in: false }, () =>
        mine === undefined ? `You were not signed in at ${server}.` : `Signed out of ${server}.`,
      )
    })
}
