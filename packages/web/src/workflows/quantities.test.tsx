import { screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { expect, test } from 'vitest'
import { preferences } from '../app/preferences.ts'
import { createFakeApi } from '../testing/fake-api/fake-api.ts'
import { visit } from '../testing/render-app.tsx'

const quantityOf = (name: string) => screen.getAllByText(name)[0]?.parentElement?.nextElementSibling?.textContent

test('quantities are read in the units that one likes, with the author’s own beside them', async () => {
  visit('/templates/1', createFakeApi().fetch)
  await screen.findAllByText('Vegetable Tanned Leather')
  expect(quantityOf('Vegetable Tanned Leather')).toBe('0.75 sq ft')
  act(() => preferences.change('language', { units: 'metric' }))
  await waitFor(() => expect(quantityOf('Vegetable Tanned Leather')).toBe('697 cm² (0.75 sq ft)'))
  act(() => preferences.change('language', { units: 'imperial' }))
  await waitFor(() => expect(quantityOf('Vegetable Tanned Leather')).toBe('0.75 sq ft'))
  expect(quantityOf('Waxed Polyester Thread')).toBe('9.84 ft (3 m)')
})
