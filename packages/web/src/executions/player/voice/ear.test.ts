import { expect, test } from 'vitest'
import { Ear, type EarState } from './ear.ts'
import type { Recognition } from './recognition.ts'

class FakeRecognition extends EventTarget implements Recognition {
  lang = ''
  continuous = false
  interimResults = false
  isOn = false
  start = () => void (this.isOn = true)
  stop = () => this.#end()
  abort = () => this.#end()
  #end() {
    this.isOn = false
    this.dispatchEvent(new Event('end'))
  }
  say(transcript: string, confidence = 0.9) {
    const result = Object.assign([{ transcript, confidence }], { isFinal: true })
    this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results: [result] }))
  }
  fail(error: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { error }))
    this.#end()
  }
}

/** Until what was begun has begun. */
const begun = () => new Promise(resolve => setTimeout(resolve))

function anEar(mayListen = true) {
  const all: FakeRecognition[] = []
  const heard: string[] = []
  const states: EarState[] = []
  const troubles: string[] = []
  const delays: number[] = []
  const ear = new Ear({
    create: () => {
      const made = new FakeRecognition()
      all.push(made)
      return Promise.resolve(mayListen ? made : null)
    },
    onHeard: text => heard.push(text),
    onState: state => states.push(state),
    onTrouble: trouble => troubles.push(trouble),
    wait: (run, delay) => {
      delays.push(delay)
      run()
    },
  })
  const last = () => all.at(-1) ?? new FakeRecognition()
  return { ear, all, heard, states, troubles, delays, last }
}

test('what is heard with confidence is told, noise is not', async () => {
  const { ear, heard, last } = anEar()
  ear.start(true)
  await begun()
  last().say('complete')
  last().say('hmm', 0.2)
  last().say(' done ', 0)
  expect(heard).toEqual(['complete', 'done'])
})

test('it holds its peace while the app speaks, and goes on afterwards', async () => {
  const { ear, heard, last, states, all } = anEar()
  ear.start(true)
  await begun()
  const first = last()
  ear.pause()
  expect(first.isOn).toBe(false)
  first.say('what the app said')
  expect(all).toHaveLength(1)
  ear.resume()
  await begun()
  expect(last()).not.toBe(first)
  last().say('next')
  expect(heard).toEqual(['next'])
  expect(states).toEqual(['listening', 'paused', 'listening'])
})

test('it listens again after silence, waits longer after errors, and gives up after three', async () => {
  const { ear, last, troubles, delays, states } = anEar()
  ear.start(true)
  await begun()
  last().fail('no-speech')
  await begun()
  last().fail('network')
  await begun()
  last().fail('network')
  await begun()
  expect(delays).toEqual([250, 500, 1000])
  expect(troubles).toEqual([])
  last().fail('network')
  await begun()
  expect(troubles).toEqual(['failed'])
  expect(states.at(-1)).toBe('off')
  expect(last().isOn).toBe(false)
})

test('without leave to use the microphone it stops at once', async () => {
  const { ear, last, troubles, all } = anEar()
  ear.start(true)
  await begun()
  last().fail('not-allowed')
  await begun()
  expect(troubles).toEqual(['not_allowed'])
  expect(all).toHaveLength(1)
})

test('a key that is let go before listening began begins nothing', async () => {
  const { ear, all, states } = anEar()
  ear.start(false)
  ear.stop()
  await begun()
  expect(all.map(({ isOn }) => isOn)).toEqual([false])
  expect(states).toEqual(['off'])
})

test('where nobody may listen as the browser would, it is off', async () => {
  const { ear, all, states } = anEar(false)
  ear.start(true)
  await begun()
  expect(all.map(({ isOn }) => isOn)).toEqual([false])
  expect(states).toEqual(['off'])
})
