import type { Language } from '../../../text/language.ts'
import { type Intent, reads, type Reading, type Slots, type Understanding, type Vocabulary } from '../intent.ts'
import { prepareVocabulary } from '../prepare.ts'
import { understand } from '../understand.ts'

interface Meant {
  readonly intent: Intent
  readonly slots: Slots
}
type Expectation = readonly Meant[] | 'unclear' | 'unknown'

/** A sentence of a corpus file with what it should be taken for. */
export interface Sentence {
  readonly say: string
  readonly expect: Expectation
  /** Whatever else is right as well. */
  readonly also?: readonly Expectation[]
  readonly kind: 'plain' | 'slip' | 'odd' | 'nothing' | 'trap'
}

interface Miss {
  readonly say: string
  readonly kind: Sentence['kind']
  readonly expected: string
  readonly understood: string
  /** The intents that would have been acted upon. */
  readonly did: readonly Intent[]
}

/** How well a corpus was understood; shares are from 0 to 1. */
export interface Evaluation {
  readonly sentences: number
  /** Share of the sentences for which one of the right things happened, asking back among them where that is right. */
  readonly right: number
  /** Of what was understood, the share that was meant so. */
  readonly precision: number
  /** Of what should be understood, the share that was. */
  readonly recall: number
  /** Of what should be understood, the share that was asked back or not understood. */
  readonly refusals: number
  readonly wrong: readonly Miss[]
  /** The worst: something would have been changed that nobody asked for. */
  readonly wronglyDone: readonly Miss[]
}

const stepOf = ({ step_id, step_number }: Slots, { steps }: Vocabulary) =>
  step_id ?? (step_number === undefined ? undefined : (steps[step_number - 1]?.id ?? `number ${step_number}`))

function isMeant(reading: Reading, { intent, slots }: Meant, world: Vocabulary): boolean {
  const said = stepOf(reading.slots, world)
  const step = stepOf(slots, world) ?? world.current_step_id
  if (reading.intent !== intent) return false
  // Whatever is about no step in particular is about the current one.
  if (said !== undefined && said !== step) return false
  if (said === undefined && step !== world.current_step_id) return false
  return Object.entries(slots).every(
    ([name, value]) => name === 'step_id' || name === 'step_number' || reading.slots[name as keyof Slots] === value,
  )
}

/** Where nothing is to be done, asking back and not understanding are the same; elsewhere it has to be asked. */
function isRight(understood: Understanding, { expect, also = [] }: Sentence, world: Vocabulary): boolean {
  if (typeof expect === 'string' && understood.kind !== 'understood') return true
  return [expect, ...also].some(each => fits(understood, each, world))
}

function fits(understood: Understanding, expected: Expectation, world: Vocabulary): boolean {
  if (typeof expected === 'string') return understood.kind === expected
  return (
    understood.kind === 'understood' &&
    understood.readings.length === expected.length &&
    expected.every((meant, index) => {
      const reading = understood.readings[index]
      return reading !== undefined && isMeant(reading, meant, world)
    })
  )
}

const described = (readings: readonly Meant[]) =>
  readings.map(({ intent, slots }) => `${intent} ${JSON.stringify(slots)}`).join(' + ')

function missed({ say, kind, expect }: Sentence, understood: Understanding): Miss {
  const readings = understood.kind === 'unknown' ? '' : described(understood.readings)
  return {
    say,
    kind,
    expected: typeof expect === 'string' ? expect : described(expect),
    understood: `${understood.kind} ${readings}`,
    did: understood.kind === 'understood' ? understood.readings.map(({ intent }) => intent) : [],
  }
}

/** Reads every sentence of a corpus with the vocabulary that it was written for. */
export function evaluate(sentences: readonly Sentence[], world: Vocabulary, language: Language): Evaluation {
  const prepared = prepareVocabulary(world, language)
  const read = sentences.map(sentence => {
    const understood = understand(sentence.say, prepared)
    return { sentence, understood, right: isRight(understood, sentence, world) }
  })
  const taken = read.filter(({ understood }) => understood.kind === 'understood')
  const meant = read.filter(({ sentence }) => typeof sentence.expect !== 'string')
  const share = (some: readonly unknown[], of: readonly unknown[]) => (of.length === 0 ? 1 : some.length / of.length)
  const misses = read.filter(({ right }) => !right)
  const toMiss = ({ sentence, understood }: (typeof read)[number]) => missed(sentence, understood)
  return {
    sentences: sentences.length,
    right: share(
      read.filter(({ right }) => right),
      read,
    ),
    precision: share(
      taken.filter(({ right }) => right),
      taken,
    ),
    recall: share(
      meant.filter(({ right, understood }) => right && understood.kind === 'understood'),
      meant,
    ),
    refusals: share(
      meant.filter(({ understood }) => understood.kind !== 'understood'),
      meant,
    ),
    wrong: misses.map(toMiss),
    wronglyDone: misses
      .filter(
        ({ understood }) =>
          understood.kind === 'understood' && understood.readings.some(({ intent }) => !reads.has(intent)),
      )
      .map(toMiss),
  }
}

/** An evaluation as lines to read: the shares, then what went wrong. */
export function reported(language: Language, evaluation: Evaluation): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  const { sentences, right, precision, recall, refusals, wrong, wronglyDone } = evaluation
  return [
    `${language}: ${sentences} sentences, right ${percent(right)}, precision ${percent(precision)}, recall ${percent(recall)}, refusals ${percent(refusals)}, wrongly done ${wronglyDone.length}`,
    ...wrong.map(({ say, kind, expected, understood }) => `  [${kind}] “${say}”: ${expected}, but ${understood}`),
  ].join('\n')
}
