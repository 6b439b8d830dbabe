import { readDevice, writeDevice } from '../../../app/device-storage.ts'

const mostKept = 50

/** What was typed into the command bar of a run, by the key of its person, the newest first. */
export function saidBefore(key: string): readonly string[] {
  const kept = readDevice(key)
  return Array.isArray(kept) ? kept.filter((text: unknown) => typeof text === 'string') : []
}

export function rememberSaid(key: string, text: string): void {
  writeDevice(key, [text, ...saidBefore(key).filter(old => old !== text)].slice(0, mostKept))
}
