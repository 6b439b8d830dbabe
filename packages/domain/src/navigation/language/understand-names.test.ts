import { describe, expect, it } from 'vitest'
import { prepareVocabulary } from './prepare.ts'
import { benchIn, emptyBench } from './testing/bench.ts'
import { told } from './testing/told.ts'
import { understand } from './understand.ts'

describe('names', () => {
  it('takes an option by the part of a compound that tells it apart, and asks where a compound names a step as well', () => {
    const options = [
      { id: 1, text: 'Sattlerstich von Hand' },
      { id: 2, text: 'Maschinennaht' },
    ]
    const steps = [...benchIn('de').steps, { id: 9, name: 'Leder auswählen' }]
    const prepared = prepareVocabulary({ ...benchIn('de'), steps, options }, 'de')
    expect(told(understand('ich nehme die Handnaht', prepared))).toBe('decide option_id=1')
    expect(understand('bring mich zum Leder', prepared)).toMatchObject({
      kind: 'unclear',
      readings: [{ slots: { step_id: 9 } }, { slots: { step_id: 2 } }],
    })
  })

  it('asks when an option is called like a command, and lets a yes choose what is called so', () => {
    const options = [
      { id: 1, text: 'Yes' },
      { id: 2, text: 'Skip' },
    ]
    const prepared = prepareVocabulary({ ...emptyBench, options }, 'en')
    expect(told(understand('yes', prepared))).toBe('yes option_id=1')
    expect(understand('skip', prepared)).toMatchObject({
      kind: 'unclear',
      readings: [{ intent: 'skip' }, { intent: 'decide' }],
    })
  })

  it('lets a command win over a step that is called like it', () => {
    const prepared = prepareVocabulary({ ...emptyBench, steps: [{ id: 1, name: 'Done' }] }, 'en')
    expect(told(understand('done', prepared))).toBe('complete')
    expect(told(understand('go to done', prepared))).toBe('goto step_id=1')
  })

  it('asks which is meant when a name fits several steps, and takes the one that fits as a whole', () => {
    const steps = [
      { id: 1, name: 'Cut' },
      { id: 2, name: 'Cut the strap' },
      { id: 3, name: 'Cut the lining' },
      { id: 4, name: 'Dye the strap' },
    ]
    const prepared = prepareVocabulary({ ...emptyBench, steps }, 'en')
    expect(told(understand('go to cut', prepared))).toBe('goto step_id=1')
    const asked = understand('go to strap', prepared)
    expect(asked.kind === 'unclear' && asked.readings.map(({ slots }) => slots.step_id)).toEqual([2, 4])
  })

  it.each([
    ['en', 'choose Riveted: two rivets on each end', 'decide option_id=2'],
    ['en', 'go to join and sew sides and bottom', 'goto step_id=1'],
    ['de', 'gehe zu Seiten und Boden fügen und nähen', 'goto step_id=2'],
    ['fr', 'je prends rivetées : deux rivets à chaque bout', 'decide option_id=4'],
    ['fr', 'va à Assembler et coudre côtés et fond', 'goto step_id=3'],
    ['es', 'elige Limas y guía: en silencio y sin riesgo, unas 3 horas', 'decide option_id=5'],
    ['es', 'Correa y broche: sujeto pase lo que pase', 'decide option_id=6'],
    ['es', 've a Unir y coser los lados y el fondo', 'goto step_id=4'],
  ] as const)('takes a name that says a word twice for the name, in %s: %s', (language, text, meant) => {
    const options = [
      'Sewn: a rectangle of stitches on each end',
      'Riveted: two rivets on each end',
      'Cousues : un rectangle de points à chaque bout',
      'Rivetées : deux rivets à chaque bout',
      'Limas y guía: en silencio y sin riesgo, unas 3 horas',
      'Correa y broche: sujeto pase lo que pase',
    ].map((name, index) => ({ id: index + 1, text: name }))
    const steps = [
      'Join and sew sides and bottom',
      'Seiten und Boden fügen und nähen',
      'Assembler et coudre côtés et fond',
      'Unir y coser los lados y el fondo',
      'Rivet the handles on',
    ].map((name, index) => ({ id: index + 1, name }))
    expect(told(understand(text, prepareVocabulary({ ...emptyBench, steps, options }, language)))).toBe(meant)
  })
})
