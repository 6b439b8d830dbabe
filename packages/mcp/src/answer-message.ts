import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { createMcpServer, type McpOptions } from './create-mcp-server.ts'

export interface Message {
  /** With the headers as they came; its body is not read. */
  readonly request: Request
  /** The body, parsed. */
  readonly body: unknown
  /** Aborted when the assistant is gone: what it asked for is given up. */
  readonly signal: AbortSignal
}

/** Answers one message of the streamable HTTP transport. Nothing is kept between two, so any process can answer any of them. Null: nobody waits any more. */
export async function answerMessage(options: McpOptions, { request, body, signal }: Message): Promise<Response | null> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  const server = createMcpServer(options)
  const gone = new Promise<null>(resolve => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  try {
    await server.connect(transport)
    return await Promise.race([transport.handleRequest(request, { parsedBody: body }), gone])
  } finally {
    await server.close()
  }
}
