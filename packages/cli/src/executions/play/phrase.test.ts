import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest, slipsBetween } from './nearest.ts'
import { type Intent, type Nameable, parsePhrase } from './phrase.ts'
import { vocabulary } from './vocabulary.ts'

const place: Nameable = {
  actions: [
    { label: 'Choose “Hand stitching”', say: 'choose 1' },
    { label: 'Choose “Machine stitching”', say: 'choose 2' },
    { label: 'Take back the last thing', say: 'undo' },
  ],
  options: [
    { id: 71, name: 'Hand stitching' },
    { id: 72, name: 'Machine stitching' },
  ],
  steps: [
    { id: 11, name: 'Prepare' },
    { id: 12, name: 'Cut leather' },
    { id: 13, name: 'Cut thread' },
  ],
}
const verb = (name: string) => ({ kind: 'verb', verb: name })

const understood: readonly (readonly [string, object])[] = [
  ['1', { kind: 'action', index: 0 }],
  [' 3. ', { kind: 'action', index: 2 }],
  ['#2', { kind: 'action', index: 1 }],
  ['done', verb('complete')],
  ['Complete this step!', verb('complete')],
  ["I'm done", verb('complete')],
  ['I’m done', verb('complete')],
  ['next', verb('next')],
  ['show me the next step', verb('next')],
  ['choose 2', { kind: 'choose', option_id: 72 }],
  ['option two', { kind: 'choose', option_id: 72 }],
  ['the first one', { kind: 'unclear' }],
  ['pick the second', { kind: 'choose', option_id: 72 }],
  ['hand stitching', { kind: 'choose', option_id: 71 }],
  ['choose machine', { kind: 'choose', option_id: 72 }],
  ['machine', { kind: 'choose', option_id: 72 }],
  ['choose stitching', { kind: 'unclear', message: '“stitching” fits several.' }],
  ['choose 9', { kind: 'unclear', message: 'There is no option 9: they go from 1 to 2.' }],
  ['skip', { kind: 'skip', text: null }],
  ['skip because I bought it', { kind: 'skip', text: 'I bought it' }],
  ['fail', { kind: 'fail', text: null }],
  ['something went wrong', { kind: 'fail', text: null }],
  ['fail: The blade slipped', { kind: 'fail', text: 'The blade slipped' }],
  ['undo', verb('undo')],
  ['oops', verb('undo')],
  ['back', verb('back')],
  ['note', { kind: 'note', text: null }],
  ['note Used 4 oz. Leather!', { kind: 'note', text: 'Used 4 oz. Leather!' }],
  ['Note: two lines\nof text', { kind: 'note', text: 'two lines\nof text' }],
  ['pause', verb('pause')],
  ['resume', verb('resume')],
  ['goto 2', { kind: 'goto', step_id: 12 }],
  ['go to step three', { kind: 'goto', step_id: 13 }],
  ['skip to step 3', { kind: 'goto', step_id: 13 }],
  ['jump to prepare', { kind: 'goto', step_id: 11 }],
  ['goto cut', { kind: 'unclear', message: '“cut” fits several.' }],
  ['goto 40', { kind: 'unclear', message: 'There is no step 40: they go from 1 to 3.' }],
  ['look', verb('look')],
  ['tips', verb('tips')],
  ['what do I need?', verb('needs')],
  ['What tools do I need for this step?', verb('needs')],
  ['how long', verb('time')],
  ['how much progress have I made?', verb('progress')],
  ['history', verb('history')],
  ['where am I?', verb('where')],
  ['?', verb('help')],
  ['help', verb('help')],
  ['please undo', verb('undo')],
  ['quit', verb('quit')],
  ['yes please', verb('yes')],
  ['no', verb('no')],
  ['wait', verb('wait')],
  ['cancel', verb('cancel')],
  ['', { kind: 'nothing' }],
  ['   ', { kind: 'nothing' }],
  ['17', { kind: 'unclear', message: 'The list goes from 1 to 3.', suggestions: [] }],
  ['0', { kind: 'unclear', message: 'The list goes from 1 to 3.', suggestions: [] }],
]

describe('parsePhrase', () => {
  it.each(understood)('understands “%s”', (text, intent) => expect(parsePhrase(text, place)).toMatchObject(intent))

  it('offers the three nearest things for what it does not know', () => {
    const intent = parsePhrase('hnad stiching now', place)
    expect(intent).toMatchObject({
      kind: 'unclear',
      message: 'I do not understand “hnad stiching now”. Nothing was changed.',
    })
    expect(intent).toHaveProperty('suggestions.length', 3)
    expect((intent as Extract<Intent, { kind: 'unclear' }>).suggestions[0]).toBe('choose 1')
  })

  it.each([
    ['undoo', 'undo'],
    ['hlep', 'help'],
    ['histroy', 'history'],
    ['porgress', 'progress'],
    ['goto cuttleather', 'goto Cut leather'],
  ])('offers for “%s” first of all “%s”', (slip, meant) => {
    const intent = parsePhrase(slip, place)
    expect(intent.kind).toBe('unclear')
    expect((intent as Extract<Intent, { kind: 'unclear' }>).suggestions[0]).toBe(meant)
  })

  it('never throws, and never takes nonsense for a command', () => {
    const words = new Set<string>(Object.values(vocabulary).flat())
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const intent = parsePhrase(text, place)
        fc.pre(!words.has(text.toLowerCase().trim()) && !/[a-z]{3}|\d|\?/i.test(text))
        const harmless = intent.kind === 'verb' && ['help', 'no', 'yes', 'quit', 'look'].includes(intent.verb)
        expect(harmless || intent.kind === 'unclear' || intent.kind === 'nothing').toBe(true)
      }),
    )
  })

  it('takes its time in proportion to the text', () => {
    expect(parsePhrase(`note ${'a '.repeat(100_000)}!`, place)).toMatchObject({ kind: 'note' })
    expect(parsePhrase('a '.repeat(100_000), place)).toMatchObject({ kind: 'unclear' })
  })

  it('has no phrase that says two things', () => {
    const all = Object.values(vocabulary).flat()
    expect(all.length).toBe(new Set(all).size)
  })
})

describe('slipsBetween', () => {
  it.each([
    ['done', 'done', 0],
    ['dnoe', 'done', 1],
    ['don', 'done', 1],
    ['', 'done', 4],
    ['undo', 'redo', 2],
  ])('%s and %s: %i', (one, other, slips) => expect(slipsBetween(one, other)).toBe(slips))
})

describe('nearest', () => {
  it('keeps the order given where nothing is near', () => {
    const suggestions = ['a', 'b', 'c', 'd'].map(say => ({ say, phrases: [say] }))
    expect(nearest('zzz', suggestions)).toEqual(['a', 'b', 'c'])
  })
})
