import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When a process began, as a text that only has to be compared; null when there is no such process or it cannot be told. */
export function processStart(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // After the name in parentheses, which may hold anything, the 20th field: clock ticks since the machine started.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot}:${ticks}`
    }
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** Whether a process of that number lives, be it ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
