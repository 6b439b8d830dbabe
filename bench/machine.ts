import { cpus, release, totalmem, type } from 'node:os'

export interface Machine {
  readonly cores: number
  readonly memory_gib: number
  readonly cpu: string
  readonly system: string
  readonly node: string
}

/** What the figures were measured on. */
export function describeMachine(): Machine {
  const processors = cpus()
  return {
    cores: processors.length,
    memory_gib: Math.round(totalmem() / 2 ** 30),
    cpu: processors[0]?.model.trim() ?? 'unknown',
    system: `${type()} ${release()}`,
    node: process.versions.node,
  }
}
