import type { Client } from '@hidesync/contract/client'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool as ListedTool,
} from '@modelcontextprotocol/sdk/types.js'
import { allTools } from './all-tools.ts'
import { callTool } from './call-tool.ts'
import type { Tool } from './tool.ts'

const listed = ({ name, title, description, effect, repeatable, input, output }: Tool): ListedTool => ({
  name,
  title,
  description,
  inputSchema: input,
  outputSchema: output,
  annotations: {
    title,
    readOnlyHint: effect === 'reads',
    destructiveHint: effect === 'takes away',
    idempotentHint: repeatable,
    openWorldHint: false,
  },
})

const byName = new Map(allTools.map(tool => [tool.name, tool]))

export function handleTools({ server }: McpServer, client: Client, onError: (error: unknown) => void): void {
  server.registerCapabilities({ tools: {} })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: allTools.map(listed) }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: args = {} } }, { signal }) => {
    const tool = byName.get(name)
    if (tool === undefined)
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no tool “${name.slice(0, 100)}”. tools/list tells which there are.`,
      )
    return callTool(tool, args, { client, signal, onError })
  })
}
