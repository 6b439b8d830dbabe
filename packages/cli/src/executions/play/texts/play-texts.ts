/** Words that the terminal itself understands, beside all that can be said of a run. */
export const ownWords = ['look', 'more', 'inventory', 'map', 'wait', 'quit'] as const
export type OwnWord = (typeof ownWords)[number]

/** A time of day, with the day of the week where it is not today. */
export interface Moment {
  readonly day: string | null
  readonly clock: string
}

/** What there is to say of a way on a map; `numbers` are those of the steps that it leads to, “4 and 5”. */
export interface WayTexts {
  readonly option: (option: string, numbers: string) => string
  readonly plain: (numbers: string) => string
  /** `choices` are the decisions that it depends on, in quotes; empty: nobody chooses it. */
  readonly depends: (numbers: string, choices: string) => string
  readonly fallback: (numbers: string) => string
  readonly loop: (numbers: string) => string
  readonly optionBack: (option: string, numbers: string) => string
}

/** Places to go and things to do, as they stand in a line; names are as they are read. */
export interface ExitTexts {
  readonly done: (next: readonly string[]) => string
  /** Back to what has to be done once more. */
  readonly doneAgain: (next: readonly string[]) => string
  readonly doneIsEnd: string
  readonly pass: string
  readonly fail: string
  readonly wait: (minutes: number) => string
  readonly goOn: (step: string) => string
  readonly start: string
  readonly back: (step: string) => string
  readonly skip: string
  readonly skipOther: (step: string) => string
  readonly pause: string
  readonly resume: string
  readonly undo: string
  readonly cancel: string
}

/** Everything that only the terminal says, in one language; one that lacks a text does not compile. */
export interface PlayTexts {
  /** How each word may be said, the one to tell people first. */
  readonly words: Readonly<Record<OwnWord, readonly [string, ...string[]]>>
  readonly helpLines: (words: Readonly<Record<OwnWord, string>>) => readonly (readonly [string, string])[]
  readonly run: (workflow: string, id: number) => string
  readonly step: (number: number) => string
  readonly done: (percent: string) => string
  readonly left: (minutes: number) => string
  /** Work, and how long it takes with the waiting between. */
  readonly leftWithWaits: (work: number, until: number) => string
  readonly until: (moment: Moment) => string
  readonly milestone: string
  readonly round: (round: number) => string
  readonly takes: (minutes: number) => string
  readonly beginBy: (moment: Moment) => string
  readonly shouldBeBegunBy: (moment: Moment) => string
  readonly warnings: string
  readonly youSee: string
  readonly note: (text: string) => string
  readonly exits: string
  readonly waysOn: string
  readonly choose: string
  readonly usual: string
  readonly leadsTo: (outcome: string) => string
  readonly alsoOpen: string
  readonly opensIn: (step: string, minutes: number) => string
  readonly timers: string
  readonly meanwhile: string
  readonly did: (who: string, what: string) => string
  readonly orSay: (words: readonly string[]) => string
  readonly readOn: (word: string) => string
  readonly nothingMore: string
  readonly details: string
  readonly tips: string
  readonly inventory: {
    readonly run: string
    readonly materials: string
    readonly tools: string
    readonly documents: string
    readonly nothing: string
    /** What some ways alone need. */
    readonly perhaps: string
    readonly forSteps: (steps: readonly string[]) => string
  }
  readonly map: {
    readonly here: string
    readonly before: (count: number) => string
    readonly after: (count: number) => string
    readonly legend: string
    readonly title: (workflow: string, count: number) => string
    readonly stepIs: (step: string, status: string) => string
    readonly ways: WayTexts
    /** When a way is gone, in a word or two. */
    readonly when: Readonly<Record<'fallback' | 'loop', string>>
    readonly dependsOn: (choices: string) => string
    /** Numbers of steps of which none may come, either. */
    readonly orNot: (numbers: string) => string
  }
  readonly exit: ExitTexts
  readonly sayWith: (label: string, sentence: string) => string
  readonly noSuchNumber: (count: number) => string
  readonly nothingToChoose: string
  readonly waiting: (what: string, minutes: number) => string
  readonly enterStops: string
  readonly clockLeft: (clock: string) => string
  readonly stoppedWaiting: (minutes: number) => string
  readonly nothingToWaitFor: string
  readonly clockStands: string
  readonly timeIsUp: (what: string) => string
  readonly movedOn: string
  readonly noAnswer: string
  readonly isBack: string
  readonly inputEnded: string
  readonly staysAsItIs: (id: number, command: string) => string
  readonly made: (outcome: string) => string
  readonly allDone: (steps: number, minutes: number) => string
  readonly whyEnded: (reason: string) => string
  readonly whichRun: string
  readonly whichWorkflow: string
  readonly started: (workflow: string, id: number) => string
}
