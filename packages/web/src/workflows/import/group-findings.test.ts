import { expect, test } from 'vitest'
import { groupFindings } from './group-findings.ts'

const at = (path: string) => ({ path, message: `about ${path}`, code: 'preset.some' })

test('groupFindings() puts together what is about the same part', () => {
  const groups = groupFindings(
    [
      '',
      '/preset_info/name',
      '/workflow/steps/3/name',
      '/workflow/connections/0',
      '/workflow/steps/3',
      '/metadata',
    ].map(at),
  )
  expect(groups.map(({ place, number, findings }) => [place, number, findings.length])).toEqual([
    ['file', null, 1],
    ['info', null, 1],
    ['step', 4, 2],
    ['connection', 1, 1],
    ['other', null, 1],
  ])
})
