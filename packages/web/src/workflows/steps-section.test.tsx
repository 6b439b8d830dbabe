import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import { english } from '../testing/catalogue.ts'
import { smallWorkflow } from '../testing/small-workflow.ts'
import { StepsSection } from './StepsSection.tsx'

afterEach(cleanup)

const workflow = smallWorkflow(
  [
    { id: 1, name: 'Check', step_type: 'quality_check' },
    { id: 2, name: 'Mend' },
    { id: 3, name: 'Polish' },
  ],
  [
    { source_step_id: 1, target_step_id: 3 },
    { source_step_id: 1, target_step_id: 2, connection_type: 'fallback' },
    { source_step_id: 2, target_step_id: 1, connection_type: 'loop', max_iterations: 3 },
  ],
)

test('a check in the list of steps says where one goes if it fails, and the step that mends it where one goes then', () => {
  render(
    <IntlProvider locale="en" messages={english}>
      <StepsSection workflow={workflow} />
    </IntlProvider>,
  )
  const [check, mend, polish] = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(check).toContain('Then go to 3 Polish')
  expect(check).toContain('If it fails: go to 2 Mend')
  expect(mend).toContain('Then go back to 1 Check')
  expect(polish).not.toContain('go')
})
