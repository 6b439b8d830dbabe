import { createClient } from '@hidesync/contract/client'
import type { User } from '@hidesync/contract/identity/identity.schemas'
import { notSignedIn, usageError } from '../command-line/cli-error.ts'
import { answers, impatient, isLoopback } from '../command-line/connect.ts'
import { type CliContext, examples, type Register, remark, show } from '../command-line/context.ts'
import { askPassword, askText } from '../terminal/prompts.ts'
import { readAll } from '../terminal/read-all.ts'
import type { ServerCredentials } from './credentials-file.ts'
import { sessionOf, withServer } from './session.ts'
import { describeUser } from './whoami.ts'

interface Options {
  readonly email?: string
  readonly passwordStdin?: boolean
  readonly token?: string
}

const firstLine = (text: string): string => text.split(/\r?\n/, 1)[0] ?? ''

async function signIn(context: CliContext, options: Options): Promise<ServerCredentials> {
  const { terminal, host, server } = context
  const email = options.email ?? (await askText(terminal, 'E-mail:', 'Give --email ADDRESS.'))
  const password = options.passwordStdin
    ? firstLine(await readAll(host.stdin))
    : await askPassword(terminal, 'Password:', 'Give --password-stdin and pipe it in.')
  if (password === '') throw usageError('The password is empty.')
  const client = createClient({ baseUrl: server, fetch: answers(impatient, { clean: true }) })
  return sessionOf(email, await client.auth.token({ body: { email, password } }), Date.now())
}

async function takeToken(context: CliContext, given: string): Promise<ServerCredentials> {
  const token = (given === '-' ? firstLine(await readAll(context.host.stdin)) : given).trim()
  if (!/^[\x21-\x7e]+$/.test(token)) throw usageError('That is no API token: it is one word, such as hs_….')
  return { kind: 'token', email: '', token }
}

/** Asks the server whose credentials these are, which also proves them. */
async function ownerOf(context: CliContext, mine: ServerCredentials): Promise<User> {
  const token = mine.kind === 'token' ? mine.token : mine.access_token
  const send = answers(impatient, { clean: !context.json })
  return await createClient({ baseUrl: context.server, token: () => token, fetch: send }).users.me()
}

export const registerLogin: Register = (parent, open) => {
  parent
    .command('login')
    .description('Sign in. The session is kept on this machine, readable by you alone.')
    .option('--email <address>', 'E-mail to sign in with.')
    .option('--password-stdin', 'Read the password from the first line of the standard input.')
    .option('--token <token>', 'Use an API token instead; “-” reads it from the standard input.')
    .addHelpText(
      'after',
      examples(
        'login',
        'login --server https://workshop.example.org --email ana@example.org',
        'login --email ana@example.org --password-stdin < password.txt',
        'login --token - < token.txt',
      ),
    )
    .action(async (options: Options, command) => {
      const context = await open(command)
      if (options.token !== undefined && (options.passwordStdin || options.email !== undefined))
        throw usageError('Sign in with --token or with --email and a password, not with both.')
      if (context.host.environment['HIDESYNC_TOKEN'])
        throw notSignedIn('HIDESYNC_TOKEN is set and would be used instead. Unset it, then sign in.')
      if (context.server.startsWith('http:') && !isLoopback(new URL(context.server)))
        remark(context, `Careful: ${context.server} is not encrypted; others on the network can read what you send.`)
      const mine = await (options.token === undefined ? signIn(context, options) : takeToken(context, options.token))
      const user = await ownerOf(context, mine)
      const stored = { ...mine, email: user.email }
      await context.credentials.update(async all => [withServer(all, context.server, stored), undefined] as const)
      show(context, user, () => describeUser(context, user))
    })
}
