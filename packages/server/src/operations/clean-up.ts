import type { Database } from '../database/database.ts'

const hour = 3_600_000
const day = 24 * hour

/** A device may lie in a drawer for weeks before it sends what it kept. */
const idempotencyKept = 30 * day
/** A spent or ended token is worth knowing for a while: whoever shows it ends the family. */
const tokensKept = 7 * day

/** Removes what has had its time; safe to run in several processes at once. */
export async function cleanUp(db: Database, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age)
  await db.deleteFrom('idempotency_keys').where('created_at', '<', before(idempotencyKept)).execute()
  await db.deleteFrom('refresh_tokens').where('expires_at', '<', before(tokensKept)).execute()
}

/** Cleans up every hour; what goes wrong is told and tried again the next time. Returns what stops it. */
export function startCleanUp(
  { db, now }: { readonly db: Database; readonly now: () => Date },
  onError: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => void cleanUp(db, now()).catch(onError), hour)
  timer.unref()
  return () => clearInterval(timer)
}
