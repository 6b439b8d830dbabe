import type { Client } from '@hidesync/contract/client'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import {
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { told } from '../told.ts'
import { readResource } from './read-resource.ts'
import { readAddress, runAddress } from './resource-address.ts'

const mimeType = 'text/markdown'

/** So many open runs are listed; `list_runs` knows all. */
const mostListed = 50

const resourceTemplates = [
  {
    name: 'workflow',
    title: 'A workflow',
    uriTemplate: 'hidesync://workflows/{id}',
    description: 'What it makes, what it needs, its steps.',
    mimeType,
  },
  {
    name: 'run',
    title: 'A run',
    uriTemplate: 'hidesync://runs/{id}',
    description: 'Where it stands, and what can be done now.',
    mimeType,
  },
  {
    name: 'step',
    title: 'A step of a run',
    uriTemplate: 'hidesync://runs/{id}/steps/{step_id}',
    description: 'How it is done: warnings, instructions, needs.',
    mimeType,
  },
]

/** Open runs to be listed; runs, steps and workflows to be read. */
export function handleResources({ server }: McpServer, client: Client): void {
  server.registerCapabilities({ resources: {} })
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates }))
  server.setRequestHandler(ListResourcesRequestSchema, async (_request, { signal }) => {
    const runs = await told(client.executions.active(undefined, { signal }))
    return {
      resources: runs.slice(0, mostListed).map(({ id, workflow_name, status, current_step_name }) => ({
        uri: runAddress(id),
        name: `run-${id}`,
        title: workflow_name,
        description: current_step_name === null ? status : `${status}, at ${current_step_name}`,
        mimeType,
      })),
    }
  })
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }, { signal }) => {
    const address = readAddress(uri)
    if (address === null)
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is nothing at ${uri.slice(0, 200)}. Addresses are such as ${runAddress(12)}.`,
      )
    return { contents: [{ uri, mimeType, text: await told(readResource(address, client, { signal })) }] }
  })
}
