import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Readable, Writable } from 'node:stream'
import { createMcpServer, type McpOptions } from './create-mcp-server.ts'

/** Answers an assistant that started this process, until it closes the input. */
export async function serveStdio(options: McpOptions, stdin: Readable, stdout: Writable): Promise<void> {
  await createMcpServer(options).connect(new StdioServerTransport(stdin, stdout))
}
