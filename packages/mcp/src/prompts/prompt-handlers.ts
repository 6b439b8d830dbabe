import type { Client } from '@hidesync/contract/client'
import { isLocale } from '@hidesync/domain/translations/locale'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import {
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  McpError,
  type PromptMessage,
} from '@modelcontextprotocol/sdk/types.js'
import { readResource } from '../resources/read-resource.ts'
import { readAddress, runAddress } from '../resources/resource-address.ts'
import { told } from '../told.ts'
import { guideMe } from './guide-me.ts'

const prompts = [
  {
    name: 'guide_me',
    title: 'Lead me through a run',
    description: 'Be led through a run, one step at a time, warnings first; nothing is recorded without your word.',
    arguments: [
      { name: 'execution_id', description: 'Number of the run; without it the one that is open.', required: false },
      { name: 'language', description: 'Language to speak, such as “de”.', required: false },
    ],
  },
]

const invalid = (message: string) => new McpError(ErrorCode.InvalidParams, message)

/** The prompt with, if a run is named, how it stands now. */
export function handlePrompts({ server }: McpServer, client: Client): void {
  server.registerCapabilities({ prompts: {} })
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts }))
  server.setRequestHandler(GetPromptRequestSchema, async ({ params: { name, arguments: given = {} } }, { signal }) => {
    const prompt = prompts.find(known => known.name === name)
    if (prompt === undefined) throw invalid(`There is no prompt “${name.slice(0, 100)}”. There is guide_me.`)
    const { execution_id, language } = given
    if (language !== undefined && !isLocale(language))
      throw invalid('“language” has to be a code such as “en” or “de-CH”.')
    const text = guideMe(execution_id, language)
    const messages: PromptMessage[] = [{ role: 'user', content: { type: 'text', text } }]
    if (execution_id !== undefined) {
      const uri = runAddress(Number(execution_id))
      const address = readAddress(uri)
      if (address === null) throw invalid('“execution_id” has to be the number of a run.')
      const options = { signal, ...(language === undefined ? {} : { locale: language }) }
      const page = await told(readResource(address, client, options))
      messages.push({
        role: 'user',
        content: { type: 'resource', resource: { uri, mimeType: 'text/markdown', text: page } },
      })
    }
    return { description: prompt.description, messages }
  })
}
