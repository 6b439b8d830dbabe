import { Connection } from './connection.ts'

export interface Walks {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
  /** The addresses of one execution's steps in their order. */
  readonly pathsOf: (execution: number) => readonly string[]
}

/**
 * Completes steps: each connection has executions of its own and walks one after the other. Answers with steps a second; throws when one
 * of them was refused.
 */
export async function completeLoad(
  { origin, headers, pathsOf }: Walks,
  executions: readonly number[],
  connections: number,
): Promise<number> {
  let completed = 0
  const walk = async (own: readonly number[]) => {
    const connection = new Connection(origin, headers)
    try {
      for (const execution of own)
        for (const path of pathsOf(execution)) {
          await connection.post(path)
          completed++
        }
    } finally {
      connection.close()
    }
  }
  const shares = Array.from({ length: connections }, (_, n) => executions.filter((_, at) => at % connections === n))
  const began = performance.now()
  await Promise.all(shares.map(walk))
  return completed / ((performance.now() - began) / 1000)
}
