import { afterEach, expect, test, vi } from 'vitest'
import { makeRecognition, staysOnDevice } from './recognition.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser that can, or cannot, keep what it hears on the device; tells with what it started. */
function browser(answer: string, canChoose = true) {
  const started: unknown[] = []
  class Old extends EventTarget {
    lang = ''
    start() {
      started.push({ lang: this.lang, processLocally: (this as { processLocally?: boolean }).processLocally })
    }
  }
  class New extends Old {
    static available = () => Promise.resolve(answer)
    get processLocally() {
      return this.#isLocal
    }
    set processLocally(value: boolean) {
      this.#isLocal = value
    }
    #isLocal = false
  }
  vi.stubGlobal('SpeechRecognition', canChoose ? New : Object.assign(Old, { available: New.available }))
  return started
}

test.each([
  ['available', true, true],
  ['downloadable', true, false],
  ['unavailable', true, false],
  ['available', false, false],
])('%s (with a switch: %s): what is said stays on the device: %s', async (answer, canChoose, expected) => {
  browser(answer, canChoose)
  expect(await staysOnDevice('de')).toBe(expected)
})

test('what is to stay on the device is so from the first word', () => {
  const started = browser('available')
  makeRecognition('de', true).start()
  expect(started).toEqual([{ lang: 'de', processLocally: true }])
})
