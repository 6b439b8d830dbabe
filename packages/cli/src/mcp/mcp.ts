import { examples, type Register } from '../command-line/context.ts'
import { version } from '../version.ts'

export const registerMcp: Register = (parent, open) => {
  parent
    .command('mcp')
    .description('Let an assistant lead you: speaks the Model Context Protocol on standard input and output.')
    .addHelpText(
      'after',
      `${examples('mcp')}

An assistant starts this itself. Name it in the assistant's settings, after signing in with hidesync login:
  { "mcpServers": { "hidesync": { "command": "hidesync", "args": ["mcp"] } } }`,
    )
    .action(async (_options, command) => {
      const { exactClient: client, host } = await open(command)
      const { serveStdio } = await import('@hidesync/mcp/serve-stdio')
      // The output belongs to the protocol.
      const onError = (error: unknown) => void host.stderr.write(`${String(error)}\n`)
      await serveStdio({ client, version, onError }, host.stdin, host.stdout)
    })
}
