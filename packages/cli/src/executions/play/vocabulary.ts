/** What a person can mean without naming anything, and the ways in which they say it. The first of each is the one that help shows. */
export const vocabulary = {
  complete: [
    'done',
    'complete',
    'completed',
    'finish',
    'finished',
    'i am done',
    "i'm done",
    'all done',
    'that is done',
    "that's done",
    'done with this',
    'ready',
    'did it',
    'i did it',
    'complete step',
    'complete it',
    'complete this',
    'complete this step',
    'mark complete',
    'mark as complete',
    'mark it complete',
    'mark step complete',
    'this step is done',
    'finish step',
    'finish this step',
  ],
  pass: ['pass', 'passes', 'passed', 'it passes', 'it passed', 'it is good', "it's good", 'good', 'looks good'],
  fail: [
    'fail',
    'failed',
    'it fails',
    'it failed',
    'something went wrong',
    'it went wrong',
    'went wrong',
    'it broke',
    'broken',
    'problem',
    'not good',
    'no good',
  ],
  skip: ['skip', 'skip it', 'skip this', 'skip step', 'skip this step', 'pass over'],
  undo: [
    'undo',
    'undo that',
    'undo it',
    'undo last',
    'take it back',
    'take that back',
    'revert',
    'oops',
    'change my mind',
  ],
  next: [
    'next',
    'next step',
    'forward',
    'go on',
    'move on',
    'what is next',
    "what's next",
    'whats next',
    'show me the next step',
    'what comes next',
  ],
  back: ['back', 'previous', 'go back', 'previous step', 'last step', 'show me the previous step'],
  pause: ['pause', 'take a break', 'break', 'stop the clock', 'pause it', 'pause run'],
  resume: ['resume', 'continue', 'go on with it', 'carry on', 'resume run', 'start again'],
  cancel: ['cancel', 'cancel run', 'cancel the run', 'cancel this run', 'abort', 'give up'],
  start: ['start it', 'start', 'begin', 'start this', 'start this step', 'start step', 'start without waiting'],
  wait: ['wait', 'wait for it', 'count down', 'countdown', 'start timer', 'start the timer', 'timer'],
  note: ['note', 'add note', 'add a note', 'make a note', 'take a note'],
  look: [
    'look',
    'l',
    'look around',
    'again',
    'repeat',
    'repeat that',
    'instructions',
    'show instructions',
    'show step',
    'show this step',
    'read',
    'read it again',
    'what do i do',
    'what should i do',
    'what now',
  ],
  more: ['more', 'details', 'more details', 'more detail', 'tell me more', 'explain'],
  tips: ['tips', 'tip', 'hints', 'hint', 'any tips', 'show tips', 'warnings', 'show warnings'],
  needs: [
    'what do i need',
    'what do i need for this step',
    'needs',
    'materials',
    'tools',
    'resources',
    'show resources',
    'show materials',
    'show tools',
    'list materials',
    'list tools',
    'what materials do i need',
    'what tools do i need',
    'what tools do i need for this step',
    'what materials do i need for this step',
  ],
  time: [
    'how long',
    'how long still',
    'how much longer',
    'how much time',
    'how much time is left',
    'time',
    'time left',
    'time remaining',
  ],
  progress: ['progress', 'status', 'how far', 'how far am i', 'how much progress have i made', 'show progress'],
  history: ['history', 'log', 'what did i do', 'what have i done', 'show history'],
  where: ['where am i', 'where', 'where am i now', 'which step is this'],
  steps: ['steps', 'show steps', 'list steps', 'all steps', 'path', 'map', 'overview', 'outline'],
  help: ['help', 'h', 'commands', 'what can i do', 'what can i say', 'how does this work'],
  quit: ['quit', 'exit', 'q', 'bye', 'leave', 'stop'],
  yes: ['yes', 'y', 'yes please', 'sure', 'ok', 'okay', 'yep', 'do it'],
  no: ['no', 'n', 'nope', 'no thanks', 'never mind', "don't"],
} as const satisfies Record<string, readonly string[]>
export type Verb = keyof typeof vocabulary

const verbs = new Map<string, Verb>(
  Object.entries(vocabulary).flatMap(([verb, phrases]) => phrases.map(phrase => [phrase, verb as Verb] as const)),
)

/** The verb that a whole phrase says; phrases are compared as `plainWords` gives them. */
export function verbOf(phrase: string): Verb | null {
  return verbs.get(phrase) ?? null
}

/** What a person typed, as phrases are compared: lower case, single spaces, no marks at the end, no courtesies. */
export function plainWords(text: string): string {
  return text
    .slice(0, 300)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[?!.,;:]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:please|now|and|ok,?|okay,?) (?=\S)/, '')
    .replace(/ (?:please|now)$/, '')
}
