import type { ExecutionStatus } from '@hidesync/domain/executions/state'
import { useEffect } from 'react'
import { forgetDevice, readDevice, writeDevice } from '../../app/device-storage.ts'
import { useApi } from '../../app/api.ts'

/** Of so many runs is kept what was open in them; of an older one, it goes. */
const mostRuns = 30

type Person = number | null

const mark = 'own.'
const placeOf = (person: Person) => `${mark}${person ?? 0}.`
const runsKey = (person: Person) => `${placeOf(person)}runs`

const runsOf = (person: Person): readonly number[] => {
  const kept = readDevice(runsKey(person))
  return Array.isArray(kept) ? kept.filter((id: unknown): id is number => typeof id === 'number') : []
}

/** The key of something that a person has open in a run on this device: texts that they write, ticks, what they said. */
export const ownKey = (person: Person, executionId: number, name: string): string =>
  `${placeOf(person)}${executionId}.${name}`

/** A person has entered a run: what the oldest ones left on this device goes. */
export function enterRun(person: Person, executionId: number): void {
  const all = [executionId, ...runsOf(person).filter(id => id !== executionId)]
  for (const old of all.slice(mostRuns)) forgetDevice(`${placeOf(person)}${old}.`)
  writeDevice(runsKey(person), all.slice(0, mostRuns))
}

/** The run is over for good: what a person had open in it is of no use any more. */
export function leaveRun(person: Person, executionId: number): void {
  forgetDevice(ownKey(person, executionId, ''))
  const left = runsOf(person).filter(id => id !== executionId)
  writeDevice(runsKey(person), left.length === 0 ? null : left)
}

/** The name of what somebody said in a run. */
export const said = 'said'

/** Whoever signs out takes along what they said; what they began to write waits for them. */
export const forgetSaid = (): void => forgetDevice(mark, `.${said}`)

/** Keeps what is open in a run as long as it is of use. */
export function useOwnThings(executionId: number, status: ExecutionStatus | undefined): void {
  const { session } = useApi()
  const person = session.person()
  useEffect(() => {
    if (status === undefined) return
    // Whatever else ends a run can be taken back.
    const change = status === 'cancelled' ? leaveRun : enterRun
    change(person, executionId)
  }, [person, executionId, status])
}

/** The key of something that the person who is signed in has open in a run on this device. */
export function useOwnKey(executionId: number, name: string): string {
  const { session } = useApi()
  return ownKey(session.person(), executionId, name)
}
