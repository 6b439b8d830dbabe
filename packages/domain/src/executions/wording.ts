import type { CompiledStep } from '../workflows/compiled.ts'

/** How refusals and reasons name a step. */
export const stepLabel = (step: CompiledStep): string => `Step ${step.index + 1} “${step.definition.name}”`

export const quoted = (name: string): string => `“${name}”`

/** “A”, “B” and “C”; beyond four the rest is counted. */
export function listed(names: readonly string[], word = 'and'): string {
  const shown = names.slice(0, names.length > 5 ? 4 : 5).map(quoted)
  const rest = names.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  const last = shown.at(-1) ?? ''
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} ${word} ${last}` : last
}

/** Minutes in words, rounded up so that nobody comes too early. */
export function inWords(minutes: number): string {
  const whole = Math.ceil(minutes - 1e-9)
  if (whole < 1) return 'less than a minute'
  if (whole < 120) return whole === 1 ? '1 minute' : `${whole} minutes`
  const rest = whole % 60
  return rest === 0 ? `${whole / 60} hours` : `${Math.floor(whole / 60)} h ${rest} min`
}
