/** Settings as they are given: text by name; blank ones count as not given. */
export type Env = Readonly<Record<string, string | undefined>>

/** The only place that reads the environment. */
export function readEnv(): Env {
  return Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
}
