import type { MeaningKey } from './meaning.ts'
import type { Spelling } from './tokens.ts'

/**
 * How people speak in one language, as data. Lists are words parted by blanks; everything goes through the same folding as
 * what people say, so that accents, case and hyphens may be written as usual.
 */
export interface Wording {
  readonly spelling: Spelling
  /** Whether words are put together, so that "Garn" may name the "Leinengarn". */
  readonly compounds: boolean
  /** Whether what is written with a capital within a sentence is a name. */
  readonly capitalsName: boolean
  /** With what a compound may end that names a thing of that kind: "Klebertimer". */
  readonly heads?: string
  /** Where the word stands that says what a thing is: "Contact cement", "Colle contact". */
  readonly headLast: boolean
  /** Words without weight, skipped wherever they stand and never asked for by a template. */
  readonly soft: string
  /** Phrases without weight, such as "s'il te plaît". */
  readonly courtesies: readonly string[]
  /** Phrases without weight in a command that say something in a note: "for now". */
  readonly hedges: readonly string[]
  /** Templates of what is told beside a command and means none: "the glue is dry now". They name nothing. */
  readonly asides: readonly string[]
  /** What people ask each other: "how are you". */
  readonly smallTalk: readonly string[]
  /** Words that say "done" alone, and when in a clause they stand in: "ya", of "ya llegó la clienta". */
  readonly binds?: string
  /** What a request may begin with, also one in the form of a question: "can you". */
  readonly requests: readonly string[]
  /** How a question begins whose words are otherwise those of a command: "is this done" is not "this is done". */
  readonly asks: readonly string[]
  /** What else may stand before a command: "ich möchte", "yeah". Nothing that may open a question ("should I"). */
  readonly openers: readonly string[]
  /** How one speaks of what is still to be done: "I am going to". What is used then is not used yet, and what is finished not done. */
  readonly plans: readonly string[]
  /** How one says what one wants: what is used then is not used yet, what is to be finished may be done. */
  readonly wishes: readonly string[]
  /** What asks for consent at the end of a sentence, behind a mark: "okay?", "would you?". */
  readonly tags: readonly string[]
  /** Contractions and words written in several ways: what is said, and what stands for it in the templates. */
  readonly sameAs: Readonly<Record<string, string>>
  /** Words that turn a sentence round: never slips of something else. */
  readonly negations: string
  /** How it is told that a step is done by what is done in it: "the pockets are glued". */
  readonly done: Done
  /** What somebody may be called by before or behind what is said: "chef". */
  readonly titles?: string
  /** Words that speak of whom one talks to, and phrases for whom something is: what is finished so is hardly the step. */
  readonly others: string
  readonly forWhom: readonly string[]
  /** Words, as they are said, for what is still needed where templates have them for what was used as well. */
  readonly stillNeeded?: string
  /** How a clause begins that can only ask: "how long". */
  readonly questions?: readonly string[]
  /** What something has to follow: "I'm done for", "yes but". */
  readonly leadsOn?: readonly string[]
  /** Words that stand for a timer that was named before: "start it again". */
  readonly standsForTimer?: string
  /** Things that go by several names, in groups: whoever says "glue" may mean the "Contact cement". */
  readonly sameThings: readonly string[]
  /** Words that make a command beside them a thought, a condition or a story: "if", "or", "maybe", "said". */
  readonly hinders: string
  /** Phrases in which a word that hinders or turns round does neither: "il y a", "plus joli". */
  readonly harmless?: readonly string[]
  /** Of the words that hinder, who may do something: behind a command that is told of them alone. */
  readonly actors?: string
  /** How a clause begins that tells why, or when, a command is given: "because", "while I". */
  readonly reasons?: readonly string[]
  /** How one may begin, and may as well go on otherwise: "que me llaman". */
  readonly mayTellWhy?: readonly string[]
  /** What leads over to a note and is no part of it: "note that …". */
  readonly beforeText: string
  /** What a template has before a text and what belongs to the text all the same unless a mark parts it: "Notiz für morgen …". */
  readonly opensText?: readonly string[]
  /** What may stand between the words of a name: "wie poliere ich die Kanten". */
  readonly within: string
  /** What joins two commands, and what joins them so clearly that a note ends there. */
  readonly joins: string
  readonly ends: string
  readonly amounts: AmountWords
  /** Synonyms for what sentences are about when no template fits: word groups, parted by blanks. */
  readonly synonyms: readonly string[]
  /** Endings cut off when words are compared loosely, the longest first. */
  readonly endings: string
  readonly slips: SlipRules
  /** Parts of templates that are used in many of them, as `<name>`. */
  readonly rules: Readonly<Record<string, string>>
  readonly sentences: Sentences
  /** What people at a bench say beside that, in the ways of their region and trade. */
  readonly colloquial: Partial<Sentences>
}

export interface Done {
  /** Where the verb stands in the name of a step: "Fächer verkleben", "Glue the pockets". */
  readonly verbLast: boolean
  readonly formsOf: (verb: string) => readonly string[]
  /** Forms that are the same, but for an accent, where it is being done or is to be done: "je colle", "pegue". */
  readonly nowOf: (verb: string) => readonly string[]
  /** Who does it, and what tells of these that it is done: "we", "have", "are". */
  readonly subjects: string
  readonly tells: string
  /** What may stand around the verb and what it is done to: "have", "are", "now". */
  readonly auxiliaries: string
  /** What tells that only one of several things is: "a pocket is glued". */
  readonly single: string
}

export interface AmountWords {
  /** Numbers by their words. */
  readonly numbers: readonly (readonly [words: string, value: number])[]
  /** Numbers by words that are heard for them: "ate" for eight. */
  readonly misheard: Readonly<Record<string, string>>
  readonly ordinals: Readonly<Record<string, number>>
  /** What follows digits to make an ordinal: 3rd, 3e, 3º. */
  readonly ordinalEndings: string
  /** What steps are called where there are several: "3 steps" are how many, and not the third. */
  readonly several: string
  /** Parts of one, and amounts with a name: half, anderthalb. */
  readonly fractions: Readonly<Record<string, number>>
  /** What adds a part to a whole said before: "and a half". */
  readonly andFractions: Readonly<Record<string, number>>
  /** How often: twice. */
  readonly times: Readonly<Record<string, number>>
  readonly decimalPoint: string
  /** What may stand between a number and its unit of time: "five more minutes". */
  readonly between: string
  readonly hour: string
  readonly minute: string
  readonly second: string
  /** Lengths of time with a name of their own, in minutes. */
  readonly durations: Readonly<Record<string, number>>
  readonly and: string
  /** Units by words that the stock does not know, parted by commas. */
  readonly units: Readonly<Record<string, string>>
}

export interface SlipRules {
  /** Rows of the keyboard, from the top. */
  readonly keyboard: readonly string[]
  /** Groups of letters that sound alike: each is heard as its first. */
  readonly sounds: readonly string[]
}

/** The templates: `[may be missing]`, `(one|of these)`, `{slot}`, `<rule>`. */
export type Sentences = Readonly<Record<MeaningKey, readonly string[]>>
