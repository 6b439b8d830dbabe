import type { Vault } from './vault.ts'

/** Runs one piece of work of its name at a time, over all tabs of this device; the others wait for their turn. */
export type OneAtATime = (work: () => Promise<void>) => Promise<void>

/** How long a tab that has died holds up the others where there are no locks; milliseconds. */
const leaseTime = 10_000
const look = 400

/** By a lock of the browser, or, where pages get none (plain http), by a lease beside the runs. */
export function oneAtATime(
  name: string,
  { vault, tab }: { readonly vault: Vault; readonly tab: string },
  locks: LockManager | null = (navigator as Partial<Navigator>).locks ?? null,
): OneAtATime {
  if (locks !== null)
    return async work => {
      await locks.request(name, work)
    }
  // The lease knows tabs, not what goes on in one.
  let last: Promise<void> = Promise.resolve()
  return work => {
    const turn = last.then(() => withLease({ vault, name, holder: tab }, work))
    last = turn.catch(() => undefined)
    return turn
  }
}

async function withLease(
  { vault, name, holder }: { readonly vault: Vault; readonly name: string; readonly holder: string },
  work: () => Promise<void>,
): Promise<void> {
  const take = () => vault.lease(name, holder, { now: Date.now(), forMs: leaseTime })
  while (!(await take())) await new Promise(resolve => setTimeout(resolve, look))
  const renewing = setInterval(() => void take().catch(() => undefined), leaseTime / 3)
  try {
    await work()
  } finally {
    clearInterval(renewing)
    await vault.release(name, holder)
  }
}
