import type { RefusalDetail } from '../../executions/refusal-detail.ts'
import type { ExecutionStatus, StepStatus } from '../../executions/state.ts'
import type { Deed } from '../deed.ts'
import type { Intent } from '../language/intent.ts'
import type { Situation } from './situation.ts'
import type { Words } from './words.ts'

/** Something that can be chosen or asked for, with what it does. */
export interface Label {
  readonly label: string
  readonly description: string
}

/** How a situation is described (`primary`), what to do in it (`message`), and why (`reason`). */
export interface Lines {
  readonly primary: string
  readonly message: string
  readonly reason: string
}

type OfType<U, T> = Extract<U, { readonly type: T }>

/** A refusal with names in place of ids. */
export interface RefusalNames {
  readonly step: (id: number) => string
  readonly options: (stepId: number) => readonly string[]
}

export interface OptionTexts {
  readonly complete: (step: string) => Label
  readonly pass: (step: string) => Label
  readonly failCheck: (step: string) => Label
  readonly choose: (option: string, next: string | null, minutes: number) => Label
  readonly goTo: (step: string, isActive: boolean) => Label
  readonly lookBack: (step: string) => Label
  readonly skip: (step: string) => Label
  readonly pause: Label
  readonly resume: Label
  readonly undo: Label
  readonly cancel: Label
}

/** What was done, as one says it right afterwards. */
export interface DoneTexts {
  readonly completed: (step: string) => string
  readonly passed: (step: string) => string
  readonly failedCheck: (step: string) => string
  readonly decided: (option: string) => string
  readonly skipped: (step: string) => string
  readonly failed: (step: string) => string
  readonly wentTo: (step: string, number: number) => string
  readonly lookingAt: (step: string, number: number) => string
  /** From an open step to another one. */
  readonly turned: (left: string) => string
  readonly skippedOnTheWay: (skipped: readonly string[]) => string
  /** What an undo took back. */
  readonly undone: (deed: Deed, step: string | null) => string
  /** What undo leaves on record, though what it was noted on is taken back; and how to put it right. */
  readonly notesStay: (notes: readonly string[]) => string
  readonly paused: string
  readonly resumed: string
  readonly cancelled: string
  readonly noted: (step: string) => string
  readonly used: (amount: string, name: string) => string
  readonly usedNote: (amount: string, name: string) => string
  readonly missingNote: (name: string) => string
  readonly missing: (name: string) => string
  readonly outcome: (name: string) => string
  /** What a way back asks for once more. */
  readonly again: (steps: readonly string[]) => string
  /** Of several, any may be done first. */
  readonly next: (steps: readonly string[]) => string
  readonly nextDecision: (step: string, options: readonly string[]) => string
  readonly nextCheck: (step: string) => string
  /** `other` is what can be done while it waits. */
  readonly nextWait: (step: string, minutes: number, other: string | null) => string
  readonly waitsFor: (step: string, minutes: number) => string
  readonly ended: (outcome: string | null) => string
  readonly endedFailed: string
}

/** Questions that wait for a yes. */
export interface QuestionTexts {
  readonly cancel: (done: number, total: number) => string
  readonly skip: (step: string) => string
  readonly fail: (step: string) => string
  readonly jump: (step: string, skipped: readonly string[]) => string
  readonly undo: (count: number) => string
  readonly early: (step: string, minutes: number) => string
  readonly verdict: (step: string) => string
  readonly dropped: string
  readonly nothingAsked: string
  readonly changedMeanwhile: string
}

export interface AnswerTexts {
  readonly help: string
  /** What can be said, with what it does; the words are ones that are understood. */
  readonly helpLines: readonly (readonly [say: string, does: string])[]
  readonly status: (of: { workflow: string; done: number; total: number; percent: number }) => string
  /** Without a total: how many steps lie on the way is said of the progress alone, and is another number. */
  readonly youAreAt: (step: string, number: number) => string
  readonly stepIs: (step: string, status: StepStatus) => string
  readonly nowhere: string
  readonly left: (minutes: number) => string
  readonly leftAtMost: (minutes: number, most: number) => string
  /** Work, and how long it is until the end where things have to wait in between. */
  readonly leftWithWaits: (work: number, until: number) => string
  readonly waitLeft: (step: string, minutes: number) => string
  readonly nothingLeft: string
  readonly elapsed: (minutes: number) => string
  readonly after: (step: string, next: readonly string[]) => string
  readonly afterDecision: (step: string) => string
  readonly nothingAfter: (step: string) => string
  readonly finishFirst: (step: string) => string
  readonly nothingBefore: string
  readonly steps: (workflow: string, count: number) => string
  readonly materials: (step: string) => string
  readonly tools: (step: string) => string
  readonly resources: (step: string) => string
  readonly noMaterials: (step: string) => string
  readonly noTools: (step: string) => string
  readonly noResources: (step: string) => string
  readonly optional: string
  readonly youNeed: (things: string) => string
  /** How much of a thing a step needs. */
  readonly needsIn: (step: string, thing: string) => string
  readonly needsNot: (step: string, thing: string) => string
  readonly needsNoMore: (thing: string) => string
  readonly noInstructions: (step: string) => string
  readonly tips: (step: string) => string
  readonly noTips: (step: string) => string
  readonly warnings: (step: string) => string
  readonly noWarnings: (step: string) => string
  readonly suggests: (message: string, reason: string) => string
  readonly historyEmpty: string
  readonly history: string
  readonly options: (step: string, options: readonly string[]) => string
  readonly noDecision: string
  /** A verdict where nothing is to be checked. */
  readonly noCheck: string
  readonly option: (of: { option: string; next: string | null; minutes: number; outcome: string | null }) => string
  readonly path: (of: { outcome: string | null; count: number; minutes: number }) => string
  readonly pathSteps: (steps: readonly string[]) => string
  readonly pathChoose: (step: string, option: string) => string
  readonly noPath: (outcome: string | null) => string
  readonly whichOutcome: (outcomes: readonly string[]) => string
  readonly noOutcomes: string
  readonly whatNote: string
  readonly noteTooLong: (count: number, most: number) => string
  readonly whatUsed: string
  readonly whatMissing: string
  readonly noteNowhere: string
  readonly didYouMean: (labels: readonly string[]) => string
  readonly unknown: string
  /** The same aloud, with the sentences that could be said. */
  readonly unknownAloud: (sentences: readonly string[]) => string
  readonly tooLong: string
  readonly empty: string
  readonly noSuchStep: (number: number, total: number) => string
  readonly noStepNamed: (name: string) => string
  readonly notYet: string
  readonly stepsOpen: (steps: readonly string[]) => string
}

export interface TimerTexts {
  /** What was done with a timer; its name follows, and then the full stop. */
  readonly started: (minutes: number) => string
  readonly paused: (minutes: number) => string
  readonly resumed: (minutes: number) => string
  readonly extended: (minutes: number) => string
  readonly stopped: string
  readonly none: string
  readonly which: (labels: readonly string[]) => string
  readonly howLong: string
  readonly running: (label: string, minutes: number) => string
  readonly isPaused: (label: string, minutes: number) => string
  readonly isOver: (label: string, minutes: number) => string
  /** Of one that was given no name. */
  readonly unnamed: string
}

/** Everything that navigation says in one language; one that lacks a text does not compile. */
export interface Texts {
  readonly words: Words
  readonly statuses: Readonly<Record<ExecutionStatus, string>>
  readonly stepStatuses: Readonly<Record<StepStatus, string>>
  readonly options: OptionTexts
  readonly situations: { readonly [T in Situation['type']]: (of: OfType<Situation, T>) => Lines }
  readonly done: DoneTexts
  readonly questions: QuestionTexts
  readonly answers: AnswerTexts
  readonly timers: TimerTexts
  readonly refusals: {
    readonly [T in RefusalDetail['type']]: (of: OfType<RefusalDetail, T>, names: RefusalNames) => string
  }
  readonly gestures: {
    readonly unknown: (gesture: string, known: readonly string[]) => string
    readonly guidance: (step: string) => string
  }
  /** What the history tells of, as a sentence without a subject. */
  /** `chosen`: what was decided. */
  readonly happened: { readonly [T in Deed]: (step: string | null, chosen: string | null) => string }
  readonly when: (sentence: string, ago: string) => string
  /** How a reading is offered (`label`), and the sentence that says it (`command`); null: it takes more words than are known. */
  readonly readings: {
    readonly [I in Exclude<Intent, 'unknown'>]: (
      target: string | null,
      /** How much of it, where that is what it is about. */
      amount?: string | null,
    ) => readonly [label: string, command: string] | null
  }
  readonly errors: {
    readonly notFound: (id: number) => string
    readonly busy: string
    readonly possibleNow: (what: readonly string[]) => string
  }
}
