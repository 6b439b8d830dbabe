import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export interface Memory {
  /** Megabytes (2^20 bytes) in memory now. */
  readonly now: number
  /** The most it has been; where the system keeps no record, what it is now. */
  readonly peak: number
}

/** What a process holds in memory, all its threads together. */
export function memoryOf(pid: number): Memory {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) {
    const now = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
    return { now, peak: now }
  }
  const status = readFileSync(path, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
