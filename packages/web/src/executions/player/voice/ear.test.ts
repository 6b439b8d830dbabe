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

function anEar() {
  const all: FakeRecognition[] = []
  const heard: string[] = []
  const states: EarState[] = []
  const troubles: string[] = []
  const delays: number[] = []
  const ear = new Ear({
    create: () => {
      const made = new FakeRecognition()
      all.push(made)
      return made
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

test('what is heard with confidence is told, noise is not', () => {
  const { ear, heard, last } = anEar()
  ear.start(true)
  last().say('complete')
  last().say('hmm', 0.2)
  last().say(' done ', 0)
  expect(heard).toEqual(['complete', 'done'])
})

test('it holds its peace while the app speaks, and goes on afterwards', () => {
  const { ear, heard, last, states, all } = anEar()
  ear.start(true)
  const first = last()
  ear.pause()
  expect(first.isOn).toBe(false)
  first.say('what the app said')
  expect(all).toHaveLength(1)
  ear.resume()
  expect(last()).not.toBe(first)
  last().say('next')
  expect(heard).toEqual(['next'])
  expect(states).toEqual(['listening', 'paused', 'listening'])
})

test('it listens again after silence, waits longer after errors, and gives up after three', () => {
  const { ear, last, troubles, delays, states } = anEar()
  ear.start(true)
  last().fail('no-speech')
  last().fail('network')
  last().fail('network')
  expect(delays).toEqual([250, 500, 1000])
  expect(troubles).toEqual([])
  last().fail('network')
  expect(troubles).toEqual(['failed'])
  expect(states.at(-1)).toBe('off')
  expect(last().isOn).toBe(false)
})

test('without leave to use the microphone it stops at once', () => {
  const { ear, last, troubles, all } = anEar()
  ear.start(true)
  last().fail('not-allowed')
  expect(troubles).toEqual(['not_allowed'])
  expect(all).toHaveLength(1)
})
