import { expect, test } from 'vitest'
import script from '../../public/theme.js?raw'
import { applyAppearance } from './appearance.ts'
import { defaultPreferences, preferences, type Preferences } from './preferences.ts'

const html = document.documentElement
const look = (): Record<string, string | undefined> => ({
  ...Object.fromEntries(Object.entries(html.dataset)),
  fontSize: html.style.fontSize,
})

test.each<[string, Partial<Preferences['appearance']>]>([
  ['nothing chosen', {}],
  ['dark, compact, large', { theme: 'dark', density: 'compact', text_percent: 150 }],
  ['high contrast, no motion', { theme: 'contrast', motion: 'reduced' }],
  ['the font of the system, wide, narrow rail', { font: 'system', spacing: 'wide', rail: 'narrow', theme: 'light' }],
])('H07: what runs before the first paint gives the same look as the app: %s', (_name, chosen) => {
  preferences.change('appearance', { ...defaultPreferences.appearance, ...chosen })
  html.style.fontSize = ''
  // oxlint-disable-next-line typescript/no-implied-eval -- the script of the page, run as the page does
  new Function(script)()
  const first = look()
  expect(first['theme']).toBe(chosen.theme === 'dark' || chosen.theme === 'light' ? chosen.theme : 'system')
  applyAppearance(preferences.all().appearance)
  expect(look()).toEqual(first)
})
