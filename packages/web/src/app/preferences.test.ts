import { expect, test } from 'vitest'
import { defaultPreferences, preferences, readPreferences } from './preferences.ts'

test('what was kept is taken over field by field, and nonsense falls back to the standard', () => {
  const kept = { player: { view: 'story', hold_ms: 'long', seen_hints: {} }, language: { content: 'de' }, voice: 7 }
  const read = readPreferences(kept)
  expect(read.player).toEqual({ ...defaultPreferences.player, view: 'story' })
  expect(read.language).toEqual({ ...defaultPreferences.language, content: 'de' })
  expect(read.voice).toEqual(defaultPreferences.voice)
  const wrong = {
    language: { interface: true },
    appearance: { density: 'x', text_percent: 900 },
    shortcuts: { keys: [] },
  }
  expect(readPreferences(wrong)).toEqual(defaultPreferences)
  expect(readPreferences(null)).toEqual(defaultPreferences)
})

test('a change is kept on the device and told to those who watch', () => {
  const seen: boolean[] = []
  const stop = preferences.subscribe(() => seen.push(preferences.all().player.bench))
  preferences.change('player', { bench: true })
  preferences.change('player', { bench: false })
  stop()
  expect(seen).toEqual([true, false])
  expect(localStorage.getItem('hidesync.preferences')).toContain('"bench":false')
})
