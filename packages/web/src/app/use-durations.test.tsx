import { renderHook } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { english } from '../testing/catalogue.ts'
import { useDurations } from './use-durations.ts'

test('a size is a number of minutes or more, however small: it stands after “about”', () => {
  const { result } = renderHook(useDurations, {
    wrapper: ({ children }) => (
      <IntlProvider locale="en" messages={english}>
        {children}
      </IntlProvider>
    ),
  })
  const { about, minutes } = result.current
  expect([0, 0.3, 1, 12, 23, 130].map(about)).toEqual(['1 min', '1 min', '1 min', '12 min', '25 min', '2 h'])
  expect(minutes(0.3)).toBe('18 s')
})
