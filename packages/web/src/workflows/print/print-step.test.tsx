import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import { english } from '../../testing/catalogue.ts'
import { smallWorkflow } from '../../testing/small-workflow.ts'
import { compiledOf } from '../compiled-of.ts'
import { listSteps } from '../step-ways.ts'
import { PrintStep } from './PrintStep.tsx'

afterEach(cleanup)

const standards = { Stitches: 'straight and even', Gap: { max: 0.5, unit: 'mm' } }
const workflow = smallWorkflow(
  [
    {
      id: 1,
      name: 'Check',
      step_type: 'quality_check',
      condition_logic: JSON.stringify({ quality_standards: standards }),
    },
    { id: 2, name: 'Mend' },
    { id: 3, name: 'Polish' },
  ],
  [
    { source_step_id: 1, target_step_id: 3 },
    { source_step_id: 1, target_step_id: 2, connection_type: 'fallback' },
    { source_step_id: 2, target_step_id: 1, connection_type: 'loop', max_iterations: 3 },
  ],
)

test('a check on paper lists what it looks at, to be ticked, and says where one goes if it fails and from there', () => {
  const options = { resources: true, boxes: true, link: false, notes: false, page_per_step: false }
  render(
    <IntlProvider locale="en" messages={english}>
      <ol>
        {listSteps(compiledOf(workflow)).map(listed => (
          <PrintStep key={listed.number} pieces={1} record={undefined} {...{ listed, options }} />
        ))}
      </ol>
    </IntlProvider>,
  )
  const [check, mend] = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(check).toContain('☐ Stitches · straight and even')
  expect(check).toContain('☐ Gap · at most 0.5 mm')
  expect(check).toContain('Then go to 3 Polish')
  expect(check).toContain('If it fails: go to 2 Mend')
  expect(mend).toContain('Then go back to 1 Check')
})
