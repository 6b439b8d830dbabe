import { useSyncExternalStore } from 'react'
import { readDevice, writeDevice } from '../../../app/device-storage.ts'
import { createStore } from '../../../app/store.ts'

export const coachSteps = ['gather', 'begin', 'do', 'stop'] as const

/** The run that somebody is led through for the first time, and how far the coach has come. */
interface Coached {
  readonly run: number
  readonly at: number
}

const key = 'coach'

function readCoached(): Coached | null {
  const kept = readDevice(key)
  if (typeof kept !== 'object' || kept === null || !('run' in kept) || !('at' in kept)) return null
  const { run, at } = kept
  return typeof run === 'number' && typeof at === 'number' && at in coachSteps ? { run, at } : null
}

const store = createStore(readCoached())

const keep = (coached: Coached | null) => {
  writeDevice(key, coached)
  store.set(coached)
}

export const coach = {
  begin: (run: number) => keep({ run, at: 0 }),
  dismiss: () => keep(null),
  next: () => {
    const coached = store.get()
    if (coached !== null) keep(coached.at + 1 < coachSteps.length ? { ...coached, at: coached.at + 1 } : null)
  },
}

/** How far the coach has come in this run; null: nobody is coached in it. */
export function useCoached(run: number): number | null {
  const coached = useSyncExternalStore(store.subscribe, store.get)
  return coached?.run === run ? coached.at : null
}
