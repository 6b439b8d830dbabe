import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test, vi } from 'vitest'
import ar from '../locales/app.ar.json'
import de from '../locales/app.de.json'
import en from '../locales/app.en.json'
import es from '../locales/app.es.json'
import fr from '../locales/app.fr.json'

const catalogues = { ar, de, en, es, fr }

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.resetModules()
})

async function written(locale: keyof typeof catalogues, keyName: string): Promise<string | null> {
  const { KeyCap } = await import('./KeyCap.tsx')
  render(
    <IntlProvider locale={locale} messages={catalogues[locale]}>
      <KeyCap keyName={keyName} />
    </IntlProvider>,
  )
  return screen.getByText(/./, { selector: 'kbd' }).textContent
}

test.each([
  ['en', 'Ctrl+z', 'Ctrl Z'],
  ['de', 'Ctrl+Enter', 'Strg Eingabe'],
  ['de', 'Shift+t', 'Umschalt T'],
  ['fr', 'Shift+t', 'Maj T'],
  ['fr', 'Ctrl+Enter', 'Ctrl Entrée'],
  ['fr', 'Escape', 'Échap'],
  ['es', 'Shift+Enter', 'Mayús Intro'],
  ['es', 'Escape', 'Esc'],
  ['ar', 'Alt+1', 'Alt 1'],
  ['en', 'ArrowLeft', '←'],
  ['en', '+', '+'],
  ['en', '/', '/'],
] as const)('in %s, %s is written as %s', async (locale, keyName, text) => {
  expect(await written(locale, keyName)).toBe(text)
})

test('on a Mac the signs stand that its keyboard shows', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')
  expect(await written('de', 'Ctrl+z')).toBe('⌘ Z')
  cleanup()
  expect(await written('de', 'Shift+t')).toBe('⇧ T')
})
