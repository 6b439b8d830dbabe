import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import { fetchTexts } from '../../app/texts.ts'
import { catalogueOf } from '../../testing/catalogue.ts'
import { Findings } from './Findings.tsx'
import type { ImportReport } from './use-import.ts'

afterEach(cleanup)

const kind = '`step_type` must be one of tool, time, not "dance".'
const errors = [
  { path: '/workflow/steps', code: 'preset.no_steps', message: 'Workflow must include steps.' },
  { path: '/preset_info/name', code: 'preset.missing_field', message: 'Preset info must include a name.' },
  ...[1, 3].map(index => ({
    path: `/workflow/steps/${index}/step_type`,
    code: 'preset.unknown_step_type',
    message: `Step ${index + 1} “Kleben”: ${kind}`,
  })),
]
const warnings = [{ path: '/workflow/steps/0', code: 'WF-S02', message: '“Ölen” has no instructions.' }]
const report: ImportReport = { valid: false, errors, warnings, resources: [], preview: null }

async function show(language: string) {
  await fetchTexts('refusals', language)
  render(
    <IntlProvider locale={language} messages={catalogueOf(language)}>
      <Findings report={report} />
    </IntlProvider>,
  )
  return screen.getByRole('region').textContent
}

test('what is wrong with a file is said in the language of the page, with what the server says in English beside it', async () => {
  const text = await show('de')
  expect(text).toContain('Es gibt keine Schritte. Schreib mindestens einen.')
  expect(text).toContain('Hier fehlt „name“. Ergänze es.')
  expect(text).toContain('An 2 Stellen: Diese Art von Schritt gibt es nicht.')
  expect(text).toContain('Schritt 4 “Kleben”')
  expect(text).toContain('Dieser Schritt hat keine Anleitung.')
  for (const exact of [kind, 'Workflow must include steps.', '“Ölen” has no instructions.'])
    expect(screen.getByText(exact).lang).toBe('en')
})

test('who reads English reads what the server says, once', async () => {
  const text = await show('en')
  expect(text).toContain('In 2 places: ' + kind)
  expect(text?.split('“Ölen” has no instructions.')).toHaveLength(2)
  expect(text).not.toContain('This step has no instructions')
})
