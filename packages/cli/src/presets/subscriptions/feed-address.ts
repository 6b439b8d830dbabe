import { apiPrefix } from '@hidesync/contract/routes'
import { usageError } from '../../command-line/cli-error.ts'
import { isLoopback } from '../../command-line/connect.ts'
import { cleanLine } from '../../terminal/clean-text.ts'

/** Where every installation offers its library, unless it is told not to. */
const usualPath = `${apiPrefix}/library/feed`

/** The whole address of a feed; that of an installation alone means its library. Throws what the person has to mend. */
export function feedAddress(text: string, { insecure }: { readonly insecure: boolean }): string {
  const address = URL.canParse(text) ? new URL(text) : null
  if (address === null || !['http:', 'https:'].includes(address.protocol))
    throw usageError(`“${cleanLine(text)}” is no address of a feed. Give one such as https://workshop.example.org.`)
  if (address.username !== '' || address.password !== '')
    throw usageError('The address holds a name or a password; a feed is public: leave them out.')
  if (address.protocol === 'http:' && !isLoopback(address) && !insecure)
    throw usageError(
      `${address.origin} is not encrypted: whoever is between you and it could put another key in your hands. Use https, or give --insecure.`,
    )
  address.hash = ''
  if (address.pathname === '/') address.pathname = usualPath
  return address.href
}
