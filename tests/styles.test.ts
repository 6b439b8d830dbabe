import stylelint from 'stylelint'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = 'packages/web/src'

test('H03: no style sheet says left or right, and none but that of the tokens names a colour of its own', async () => {
  const { results, errored } = await stylelint.lint({ files: `${folder}/**/*.css`, cwd: root })
  expect(results.length).toBeGreaterThan(30)
  expect(results.flatMap(({ source, warnings }) => warnings.map(({ text }) => `${source}: ${text}`))).toEqual([])
  expect(errored).toBe(false)
})

test.each([
  'margin-left: 1px',
  'padding-right: 1px',
  'scroll-margin-left: 1px',
  'border-left: none',
  'border-right-width: 1px',
  'border-left-color: var(--text)',
  'border-top-left-radius: 1px',
  'left: 0',
  'float: inline-start',
  'text-align: left',
  'text-align: right',
  'color: #fff',
  'color: red',
  'color: rgb(0 0 0 / 50%)',
  'background: oklch(50% 0.1 120)',
])('H03: a sheet with “%s” is refused', async declaration => {
  const sheet = (name: string, rule: string) =>
    stylelint.lint({ code: `.sample { ${rule} }`, codeFilename: `${root}${folder}/${name}`, cwd: root })
  const { results } = await sheet('sample.module.css', declaration)
  expect(results[0]?.warnings.map(({ text }) => text)).toEqual([expect.stringMatching(/^Use the logical|^Raw colours/)])
  expect((await sheet('sample.module.css', 'margin-inline: 1px; color: var(--text); text-align: end')).errored).toBe(
    false,
  )
})

test('H03: the sheet of the tokens alone may name colours', async () => {
  const code = '.sample { color: #fff }'
  const { errored } = await stylelint.lint({ code, codeFilename: `${root}${folder}/ui/tokens.css`, cwd: root })
  expect(errored).toBe(false)
})
