import type { CallOptions, Client } from '@hidesync/contract/client'
import type { ResourceAddress } from './resource-address.ts'
import { runPage } from './run-page.ts'
import { stepPage } from './step-page.ts'
import { workflowPage } from './workflow-page.ts'

/** What an address names, as Markdown; throws the API's refusal. */
export async function readResource(address: ResourceAddress, client: Client, options: CallOptions): Promise<string> {
  const params = { id: address.id }
  switch (address.about) {
    case 'workflow':
      return workflowPage(await client.workflows.get({ params }, options))
    case 'run':
      return runPage(await client.navigation.context({ params }, options))
    case 'step': {
      const { id, step_id } = address
      return stepPage(await client.navigation.guidance({ params: { id, step_id } }, options))
    }
  }
}
