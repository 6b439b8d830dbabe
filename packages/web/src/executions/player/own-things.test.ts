import { beforeEach, expect, test } from 'vitest'
import { readDevice, writeDevice } from '../../app/device-storage.ts'
import { exchangesOf, forgetTalk, keepExchange } from './command/exchange.ts'
import { rememberSaid, saidBefore } from './command/said-before.ts'
import { enterRun, leaveRun, ownKey, said } from './own-things.ts'

beforeEach(() => localStorage.clear())

const [ada, ben] = [1, 2]

test('what one person has open in a run is not the next one’s', () => {
  writeDevice(ownKey(ada, 7, 'draft.1'), 'too thin')
  rememberSaid(ownKey(ada, 7, said), 'how far am I')
  expect(readDevice(ownKey(ben, 7, 'draft.1'))).toBeNull()
  expect(saidBefore(ownKey(ben, 7, said))).toEqual([])
})

test('who signs out takes along what they said in all runs, and finds what they began to write', () => {
  const key = ownKey(ada, 7, said)
  rememberSaid(key, 'how far am I')
  keepExchange(key, {
    id: 'a',
    at: 0,
    said: 'how far am I',
    step_id: 1,
    sequence: 1,
    offered_at: null,
    answer: {} as never,
  })
  writeDevice(ownKey(ada, 7, 'draft.1'), 'too thin')
  forgetTalk()
  expect(saidBefore(key)).toEqual([])
  expect(exchangesOf(key).get()).toEqual([])
  expect(readDevice(ownKey(ada, 7, 'draft.1'))).toBe('too thin')
})

test('of a run that is over nothing stays, and other runs keep theirs', () => {
  for (const run of [7, 71]) {
    enterRun(ada, run)
    writeDevice(ownKey(ada, run, 'gathered'), [1])
  }
  leaveRun(ada, 7)
  expect(readDevice(ownKey(ada, 7, 'gathered'))).toBeNull()
  expect(readDevice(ownKey(ada, 71, 'gathered'))).toEqual([1])
  leaveRun(ada, 71)
  expect(Object.keys(localStorage)).toEqual([])
})

test('only the last runs that a person entered are kept', () => {
  writeDevice(ownKey(ben, 1, 'gathered'), [1])
  for (let run = 1; run <= 40; run++) {
    enterRun(ada, run)
    writeDevice(ownKey(ada, run, 'gathered'), [1])
  }
  const kept = [1, 10, 11, 40].map(run => readDevice(ownKey(ada, run, 'gathered')) !== null)
  expect(kept).toEqual([false, false, true, true])
  expect(readDevice(ownKey(ben, 1, 'gathered'))).toEqual([1])
})
