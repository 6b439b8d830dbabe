import type { Api } from '../app/api.ts'
import { paths } from '../app/paths.ts'

/** Where somebody who has just signed in goes: to what they wanted, to the first run while it is to be done, else to the bench. */
export async function landing({ client }: Api, next: string | undefined): Promise<string> {
  if (next !== undefined) return next
  try {
    return (await client.setup.state()).needed ? paths.setup : paths.home
  } catch {
    return paths.home
  }
}
