import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(test|e2e)\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(root.length))

/** The points that the tests are named after, with the files that show them. */
const shown = new Map<string, string[]>()
for (const file of [...filesBelow('tests'), ...filesBelow('packages/web/src'), ...filesBelow('packages/domain/src')])
  for (const [, point = ''] of readFileSync(join(root, file), 'utf8').matchAll(/['"`]([A-HP]\d\d): /g))
    if (!shown.get(point)?.includes(file)) shown.set(point, [...(shown.get(point) ?? []), file])

const rows = [
  ...readFileSync(join(root, 'docs/acceptance.md'), 'utf8').matchAll(/^\| ([A-HP]\d\d) \| (.+) \| (.+) \|$/gm),
].map(([, point = '', , by = '']) => ({
  point,
  files: [...by.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  reason: by.split('— ')[1] ?? '',
}))

it('the page of acceptance names, for every point, the tests that show it or the reason why none does', () => {
  expect(rows).toHaveLength(146)
  expect(new Set(rows.map(({ point }) => point)).size).toBe(146)
  for (const { point, files, reason } of rows) {
    expect(files.toSorted(), point).toEqual((shown.get(point) ?? []).toSorted())
    expect(files.length > 0 || reason !== '', point).toBe(true)
  }
})
