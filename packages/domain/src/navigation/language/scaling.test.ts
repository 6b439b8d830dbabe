import { describe, expect, it } from 'vitest'
import { prepareVocabulary } from './prepare.ts'
import { benchIn } from './testing/bench.ts'
import { understand } from './understand.ts'

const tools = ['knife', 'awl', 'groover', 'mallet', 'creaser', 'skiver', 'bone', 'needle']
const bench = benchIn('en')
const withSteps = (count: number) =>
  prepareVocabulary(
    {
      ...bench,
      steps: Array.from({ length: count }, (_, index) => ({
        id: index,
        name: `Cut piece ${index} with the ${tools[index % tools.length]} of kind ${index * 7}`,
      })),
    },
    'en',
  )

// oxlint-disable-next-line no-restricted-globals -- a test of time needs a clock
const now = () => performance.now()

/** The least of several times, in ms: what else the machine does only ever adds. */
function cost(work: () => void): number {
  const times = Array.from({ length: 25 }, () => {
    const before = now()
    work()
    return now() - before
  })
  return Math.min(...times)
}

describe('the time that understanding takes', () => {
  const few = withSteps(50)
  const many = withSteps(5000)
  const sentences = [
    'done',
    'go to cut piece 17',
    'what tools do I need',
    'go to mrak pieec 3',
    'used 2 m of thread',
    'cut knife',
  ]
  const all = (prepared: typeof few) => {
    for (let round = 0; round < 5; round += 1) for (const text of sentences) understand(text, prepared)
  }
  all(few)
  all(many)

  it('hardly grows with the steps: a hundred times as many cost less than half of that', () => {
    expect(cost(() => all(many))).toBeLessThan(40 * cost(() => all(few)) + 5)
  })

  it.each(['and ', 'go to step ', 'the cut ', 'skpi ', 'a', 'used 1 m of thread and then '])(
    'grows no faster than a text of “%s” over and over',
    piece => {
      const read = (length: number) => {
        const text = piece.repeat(length).slice(0, length)
        understand(text, few)
        return () => {
          for (let round = 0; round < 3; round += 1) understand(text, few)
        }
      }
      read(280)()
      expect(cost(read(280))).toBeLessThan(5 * cost(read(140)) + 5)
      // Beyond what is read, length costs next to nothing.
      expect(cost(read(10_000))).toBeLessThan(3 * cost(read(280)) + 5)
    },
  )
})
