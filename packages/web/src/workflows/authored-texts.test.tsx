import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../testing/fake-api/fake-api.ts'
import { sampleWorkflows } from '../testing/fake-api/samples.ts'
import { visit } from '../testing/render-app.tsx'

const box = sampleWorkflows().find(({ name }) => /Box/.test(name))
const wanted = new Set(
  [
    box,
    ...(box?.outcomes ?? []),
    ...(box?.steps ?? []),
    ...(box?.steps.flatMap(({ resources }) => resources) ?? []),
    ...(box?.steps.flatMap(({ warnings }) => warnings.map(name => ({ name }))) ?? []),
    ...(box?.steps.flatMap(({ decision_options }) => decision_options.map(one => ({ name: one.option_text }))) ?? []),
  ].flatMap(one => [one?.name, one && 'description' in one ? one.description : null].filter(Boolean)),
)

const textsOn = (root: Node): readonly Node[] =>
  root.nodeType === Node.TEXT_NODE ? [root] : [...root.childNodes].flatMap(textsOn)

test.each([
  ['/templates', 2],
  ['/templates/2', 30],
  ['/workflows/2/print', 20],
])('on %s a text of the author has its own direction', async (address, least) => {
  visit(address, createFakeApi().fetch)
  await screen.findAllByText(box?.name ?? '')
  if (address !== '/templates') await screen.findAllByText(box?.steps.at(-1)?.name ?? '')
  const texts = textsOn(document.getElementById('main') ?? document.body).filter(({ textContent }) =>
    wanted.has(textContent),
  )
  expect(texts.length).toBeGreaterThanOrEqual(least)
  const bare = texts.filter(({ parentElement }) => parentElement?.closest('bdi, [dir=auto]') === null)
  expect(bare.map(({ textContent }) => textContent)).toEqual([])
})
