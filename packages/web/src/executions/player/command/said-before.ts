import { readDevice, writeDevice } from '../../../app/device-storage.ts'

const mostKept = 50
const keyOf = (executionId: number) => `said.${executionId}`

/** What was typed into the command bar of a run, the newest first. */
export function saidBefore(executionId: number): readonly string[] {
  const kept = readDevice(keyOf(executionId))
  return Array.isArray(kept) ? kept.filter((text: unknown) => typeof text === 'string') : []
}

export function rememberSaid(executionId: number, text: string): void {
  writeDevice(keyOf(executionId), [text, ...saidBefore(executionId).filter(old => old !== text)].slice(0, mostKept))
}
