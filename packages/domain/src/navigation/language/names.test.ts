import { describe, expect, it } from 'vitest'
import { type Understanding } from './intent.ts'
import { prepareVocabulary } from './prepare.ts'
import { emptyBench } from './testing/bench.ts'
import { understand } from './understand.ts'

/** The first reading as `intent slot=value …`; a question mark before it if it is asked back. */
function told(understood: Understanding): string {
  if (understood.kind === 'unknown') return 'unknown'
  const [first] = understood.readings
  const slots = Object.entries(first?.slots ?? {}).map(([name, value]) => `${name}=${value}`)
  return [...(understood.kind === 'unclear' ? ['?'] : []), first?.intent, ...slots].join(' ')
}

describe('names that are said in part', () => {
  it.each([
    ['es', 'Coser la cartera', 'termina de coser', 'complete step_id=1'],
    ['es', 'Coser la cartera', 'termina de comer', '? complete step_id=1'],
    ['de', 'Fächer verkleben', 'fertig mit Kleben', 'complete step_id=1'],
    ['de', 'Fächer verkleben', 'fertig mit Leber', '? complete'],
    ['de', 'Nahtlöcher vorstechen', 'fertig mit den Nahtlöhcern', 'complete step_id=1'],
    ['fr', 'Coller les poches', 'la colle est finie', '? complete step_id=1'],
    ['en', 'Glue the pockets', 'the glue is finished', '? complete step_id=1'],
    ['en', 'Glue the pockets', 'the pockets are finished', 'complete step_id=1'],
  ] as const)(
    'takes no other word for a step, nor a thing that it is called after, in %s: %s, “%s”',
    (language, name, text, meant) => {
      const resources = ['Colle contact', 'Contact cement', 'Kontaktkleber'].map((of, at) => ({
        id: `r${at}`,
        name: of,
        unit: 'ml',
      }))
      const prepared = prepareVocabulary({ ...emptyBench, steps: [{ id: 1, name }], resources }, language)
      expect(told(understand(text, prepared))).toBe(meant)
    },
  )

  it('takes wax for what is made of it before what is waxed', () => {
    const resources = ['Waxed linen thread', 'Beeswax'].map((name, at) => ({ id: `r${at}`, name, unit: 'g' }))
    expect(told(understand("we're out of wax", prepareVocabulary({ ...emptyBench, resources }, 'en')))).toBe(
      'report_shortage resource_id=r1',
    )
  })
})
