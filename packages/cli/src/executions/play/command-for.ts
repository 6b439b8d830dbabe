import type { Intent } from './phrase.ts'
import type { Scene } from './scene.ts'
import type { PlayCommand } from './send-command.ts'
import type { Verb } from './vocabulary.ts'

/** What an intent comes to: a command, a command that needs a yes first, or something to say instead. */
export type Reaction =
  | { readonly kind: 'command'; readonly command: PlayCommand }
  | { readonly kind: 'confirm'; readonly command: PlayCommand; readonly question: string }
  | { readonly kind: 'ask_note'; readonly step_id: number }
  | { readonly kind: 'answer'; readonly text: string }

type Moving = Extract<Intent, { kind: 'verb' | 'skip' | 'fail' | 'note' | 'choose' | 'goto' }>

const answer = (text: string): Reaction => ({ kind: 'answer', text })
const run = (command: PlayCommand): Reaction => ({ kind: 'command', command })
const noStep = answer('No step is in view. Say “steps”, then “goto” and a number.')

/** “next”: the next open step; where this one is the only one, nothing moves: finishing it is what leads on. */
function onward({ steps, step }: Scene): Reaction {
  const open = steps.filter(({ status }) => status === 'ready' || status === 'active')
  const after = open.find(({ number }) => number > (step?.number ?? 0)) ?? open.find(({ id }) => id !== step?.id)
  if (after !== undefined && after.id !== step?.id) return run({ type: 'navigate', step_id: after.id })
  if (open.length === 0) return answer('Nothing else is open just now.')
  const how = step?.compiled.kind === 'decision' ? 'Choose an option to go on.' : 'Say “done” when it is finished.'
  return answer(`You are still at “${step?.name ?? ''}”. ${how}`)
}

/** “back”: looks at the nearest step before this one that was reached; it changes nothing but the view. */
function backward({ steps, step }: Scene): Reaction {
  const before = steps.filter(
    ({ number, status }) => number < (step?.number ?? Infinity) && status !== 'pending' && status !== 'dead',
  )
  const last = before.at(-1)
  if (last === undefined) return answer('There is nothing before this step. “undo” takes back the last thing.')
  return run({ type: 'navigate', step_id: last.id })
}

const cancelling: Reaction = {
  kind: 'confirm',
  command: { type: 'cancel' },
  question: 'Cancel the run for good? It cannot go on afterwards, and this cannot be taken back.',
}

function passing({ step }: Scene): Reaction {
  if (step === null) return noStep
  if (step.compiled.kind === 'quality_check')
    return run({ type: 'complete', step_id: step.id, data: { verdict: 'pass' } })
  return answer('There is nothing to check here. Say “done” to finish the step.')
}

const verbReactions: Partial<Record<Verb, (scene: Scene) => Reaction>> = {
  complete: ({ step }) => (step === null ? noStep : run({ type: 'complete', step_id: step.id })),
  pass: passing,
  start: ({ step }) => {
    if (step === null) return noStep
    if (step.status === 'active') return answer(`You are at “${step.name}” already.`)
    return run({ type: 'navigate', step_id: step.id })
  },
  next: onward,
  back: backward,
  undo: () => run({ type: 'undo' }),
  pause: () => run({ type: 'pause' }),
  resume: () => run({ type: 'resume' }),
  cancel: () => cancelling,
}

/** What to do about an intent that is to change something; null: it only asks for something to read. */
export function commandFor(intent: Moving, scene: Scene): Reaction | null {
  const { step } = scene
  switch (intent.kind) {
    case 'verb':
      return verbReactions[intent.verb]?.(scene) ?? null
    case 'goto':
      return intent.step_id === step?.id && step.status !== 'ready' && step.status !== 'pending'
        ? answer(`You are at “${step.name}” already.`)
        : run({ type: 'navigate', step_id: intent.step_id })
    case 'choose':
      return step === null ? noStep : run({ type: 'decide', step_id: step.id, option_id: intent.option_id })
    case 'note':
      if (step === null) return noStep
      if (intent.text === null) return { kind: 'ask_note', step_id: step.id }
      return run({ type: 'note', step_id: step.id, text: intent.text })
    case 'fail':
      if (step?.compiled.kind === 'quality_check')
        return run({ type: 'complete', step_id: step.id, data: { verdict: 'fail' }, notes: intent.text })
      return step === null ? noStep : run({ type: 'fail', step_id: step.id, reason: intent.text })
    case 'skip':
      return step === null ? noStep : run({ type: 'skip', step_id: step.id, reason: intent.text })
  }
}

/** What was done, in words, once the server has confirmed it. */
export function sayDone(command: PlayCommand, before: Scene): string {
  const step = 'step_id' in command ? before.steps.find(({ id }) => id === command.step_id) : undefined
  const name = step === undefined ? '' : `“${step.name}”`
  switch (command.type) {
    case 'complete':
      if (step?.compiled.kind !== 'quality_check') return `Done: ${name}.`
      return command.data?.['verdict'] === 'fail' ? `${name} did not pass.` : `${name} passed.`
    case 'decide': {
      const option = step?.compiled.options.find(({ definition }) => definition.id === command.option_id)
      return `You chose “${option?.definition.option_text ?? ''}”.`
    }
    case 'skip':
      return `Skipped ${name}.`
    case 'fail':
      return `Recorded that ${name} went wrong.`
    case 'note':
      return 'Noted.'
    case 'navigate':
      return `You go to ${name}.`
    case 'undo':
      return 'Taken back.'
    case 'pause':
      return 'Paused. The clock stands still.'
    case 'resume':
      return 'Resumed.'
    case 'cancel':
      return 'Cancelled.'
  }
}
