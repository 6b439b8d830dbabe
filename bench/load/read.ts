import autocannon from 'autocannon'
import type { Size } from '../options.ts'

export interface Address {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Reads one address over and over; answers with requests a second. Throws when one of them did not succeed. */
export async function readLoad({ url, headers }: Address, { connections, seconds }: Size): Promise<number> {
  const result = await autocannon({ url, headers, connections, duration: seconds })
  const failed = result.errors + result.timeouts + result.non2xx + result.mismatches
  if (failed > 0 || result['2xx'] === 0)
    throw new Error(`${url}: ${failed} of ${failed + result['2xx']} requests failed.`)
  return result['2xx'] / result.duration
}

/** The answer as JSON, for a look at what is being measured. */
export async function readOnce({ url, headers }: Address): Promise<unknown> {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
