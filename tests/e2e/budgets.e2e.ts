import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { webDir } from './support/web-dir.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly isDynamicEntry?: boolean
}
type Manifest = Readonly<Record<string, Chunk>>

const manifest = JSON.parse(readFileSync(join(webDir, '.vite/manifest.json'), 'utf8')) as Manifest
const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(webDir, file))).length, 0) / 1000

/** A chunk and all that has to be there before it runs. */
function withImports(key: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(key)) return known
  known.add(key)
  for (const needed of manifest[key]?.imports ?? []) withImports(needed, known)
  return known
}
const shell = withImports('index.html')
const scripts = (keys: Iterable<string>) => [...keys].flatMap(key => manifest[key]?.file ?? [])
const styles = (keys: Iterable<string>) => [...new Set([...keys].flatMap(key => manifest[key]?.css ?? []))]

test('what every page loads stays within 230 kB of script and 14 kB of style', () => {
  const texts = Object.keys(manifest).filter(key => key.endsWith('locales/en.json'))
  expect(shell.size).toBeGreaterThan(0)
  expect(texts).toHaveLength(1)
  expect(kilobytes(scripts([...shell, ...texts]))).toBeLessThanOrEqual(230)
  expect(kilobytes(styles(shell))).toBeLessThanOrEqual(14)
})

test.each([
  ['identity/LoginPage', 25],
  ['executions/HomePage', 25],
  ['workflows/GalleryPage', 25],
  ['workflows/WorkflowPage', 25],
  ['workflows/SharedPage', 25],
  ['workflows/plan/PlanPage', 55],
  ['workflows/import/ImportPage', 45],
  ['workflows/print/WorkflowPrintPage', 45],
  ['executions/RunsPage', 25],
  ['executions/SummaryPage', 45],
  ['executions/player/PlayerPage', 85],
])('%s adds no more than %d kB of script', (room, budget) => {
  const key = Object.keys(manifest).find(name => name.endsWith(`${room}.tsx`))
  expect(manifest[key ?? '']?.isDynamicEntry).toBe(true)
  const added = [...withImports(key ?? '')].filter(name => !shell.has(name))
  expect(kilobytes(scripts(added))).toBeLessThanOrEqual(budget)
})

test('only the map loads what draws graphs', () => {
  const drawing = Object.keys(manifest).find(name => name.endsWith('map/MapGraph.tsx'))
  expect(manifest[drawing ?? '']?.isDynamicEntry).toBe(true)
  const isDrawn = (key: string) => withImports(key).has(drawing ?? '')
  expect(Object.keys(manifest).filter(isDrawn)).toEqual([drawing])
  const draws = (key: string) =>
    [...withImports(key)].some(one =>
      /react-flow__(edge|node)/.test(readFileSync(join(webDir, manifest[one]?.file ?? ''), 'utf8')),
    )
  const rooms = Object.keys(manifest).filter(key => key !== drawing && /\.tsx$|index\.html$/.test(key))
  expect(rooms.length).toBeGreaterThan(8)
  expect(rooms.filter(key => !key.endsWith('MapView.tsx') && draws(key))).toEqual([])
})

test('all styles together stay within 30 kB', () => {
  expect(kilobytes(styles(Object.keys(manifest)))).toBeLessThanOrEqual(30)
})
