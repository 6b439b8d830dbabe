import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../packages/web/src', import.meta.url))
const sheets = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(({ name }) => name.endsWith('.css'))
  .map(({ parentPath, name }) => join(parentPath, name))

test('H03: no style sheet says left or right, and none but that of the tokens names a colour of its own', () => {
  expect(sheets.length).toBeGreaterThan(30)
  const faults = sheets.flatMap(file => {
    const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    const sided = css.match(
      /^\s*(margin|padding|border)-(left|right)\b.*|^\s*(left|right|float):.*|text-align: (left|right)/gm,
    )
    const colours = file.endsWith('tokens.css') ? null : css.match(/#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch)\(/gi)
    return [...(sided ?? []), ...(colours ?? [])].map(fault => `${file.slice(folder.length)}: ${fault.trim()}`)
  })
  expect(faults).toEqual([])
})
