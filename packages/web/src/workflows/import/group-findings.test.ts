import { expect, test } from 'vitest'
import { groupFindings, withoutRepeats } from './group-findings.ts'

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

test('withoutRepeats() says once what is wrong alike in several places, and leaves the rest', () => {
  const wrong = (name: string, path: string, said: string) => ({
    path,
    message: `${name}: ${said}`,
    code: 'preset.some',
  })
  const kind = '`step_type` must be one of tool, time, not "dance".'
  const rest = [
    wrong('Step 2 “Cut”', '/workflow/steps/1/name', '`name` must be a text, not 5.'),
    // Without a place in front it is about the whole file.
    at(''),
    at(''),
  ]
  const found = [wrong('Step 2 “Cut”', '/workflow/steps/1', kind), ...rest, wrong('Step 4', '/workflow/steps/3', kind)]
  expect(withoutRepeats(found)).toEqual({
    repeated: [
      {
        said: kind,
        first: wrong('Step 2 “Cut”', '/workflow/steps/1', kind),
        places: [
          { name: 'Step 2 “Cut”', path: '/workflow/steps/1' },
          { name: 'Step 4', path: '/workflow/steps/3' },
        ],
      },
    ],
    single: rest,
  })
})
