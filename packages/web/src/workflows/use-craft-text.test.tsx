import { cleanup, render } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, expect, test } from 'vitest'
import { catalogueOf } from '../testing/catalogue.ts'
import { useFacetLabel } from './use-facet-label.ts'

afterEach(cleanup)

const Label = ({ category }: { readonly category: string }) => useFacetLabel()('category', category)

test.each([
  ['en', 'leatherworking', 'Leatherworking'],
  ['de', 'woodworking', 'Holzarbeit'],
  ['fr', 'Fiber Arts', 'Arts textiles'],
  ['es', 'metalworking', 'Trabajo en metal'],
  ['ar', 'general crafting', 'حِرف عامة'],
  ['de', 'Bogenbau', 'Bogenbau'],
  ['de', 'iron age', 'iron age'],
])('in %s the craft %s is called %s', (locale, category, text) => {
  const { container } = render(
    <IntlProvider {...{ locale }} messages={catalogueOf(locale)}>
      <Label category={category} />
    </IntlProvider>,
  )
  expect(container.textContent).toBe(text)
})
