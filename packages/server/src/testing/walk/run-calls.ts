import { RawBody } from '@hidesync/contract/http/raw-body'
import type { Call, Calls, Ready } from './call.ts'
import { everybody, fellows, type Rule } from './rule.ts'
import type { Piece } from './piece.ts'
import type { Stage } from './stage.ts'

/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const timer_id = 'glue'
const firstStep = ({ steps }: Piece): number => steps[0] ?? 0

type Prepare = (stage: Stage, at: { readonly id: number; readonly step_id: number }) => Promise<object>

/** A run of the owner's that is new, or was led to where the call makes sense. */
const withRun =
  (prepare: Prepare = () => Promise.resolve({})): Ready =>
  async (stage, piece) => {
    const { id } = await stage.owner.executions.start({ params: { id: piece.id } })
    const more = await prepare(stage, { id, step_id: firstStep(piece) })
    return { ...piece, run: id, ...more }
  }
const completed: Prepare = ({ owner }, params) => owner.executions.complete({ params })
const paused: Prepare = ({ owner }, { id }) => owner.executions.pause({ params: { id } })
const timing: Prepare = ({ owner }, { id }) => owner.timers.start({ params: { id }, body: { timer_id, minutes: 20 } })
const timingPaused: Prepare = async (stage, at) => {
  await timing(stage, at)
  return stage.owner.timers.pause({ params: { id: at.id, timer_id } })
}
const photographed: Prepare = async ({ owner }, params) => {
  const { id } = await owner.photos.add({ params, body: new RawBody('image/png', pixel) })
  return { photo: id }
}

const params = ({ run = 0 }: Piece) => ({ id: run })
const ofRun = (prepare?: Prepare): Call => ({ about: 'run', may: fellows, ready: withRun(prepare), params })
const ofStep: Call = { ...ofRun(), params: piece => ({ ...params(piece), step_id: firstStep(piece) }) }
const ofTimer = (prepare: Prepare): Call => ({
  ...ofRun(prepare),
  params: piece => ({ ...params(piece), timer_id }),
})
const device_id = '5f0c6c0e-9d1a-4a51-8a5e-0b8c1f6f2a01'
const ofDevice: Call = { ...ofRun(), params: piece => ({ ...params(piece), device_id }) }
/** A run that is open on the person's device. */
const announced: Ready = async (stage, piece, { token }) => {
  const ready = await withRun()(stage, piece, stage.cast.owner)
  const params = { id: ready.run ?? 0, device_id }
  await stage.app.client(token ?? undefined).presence.announce({ params, body: { device: 'tablet' } })
  return ready
}
/** Who added it, who started the run, or who manages the workshop. */
const maySayWhatStays: Rule = (person, piece) =>
  person.role === 'owner' || fellows(person, piece) !== 'may'
    ? fellows(person, piece)
    : person.role === 'superuser'
      ? 'may'
      : 'may not'

/** Runs of the owner's, which their workshop works on together. */
export const runCalls: Omit<
  Calls<'executions' | 'offline' | 'photos' | 'presence' | 'timers' | 'navigation'>,
  'executions.start'
> = {
  'executions.active': { about: 'installation', may: everybody },
  'executions.list': { about: 'installation', may: everybody },
  'executions.get': ofRun(),
  'executions.definition': ofRun(),
  'executions.progress': ofRun(),
  'executions.nextSteps': ofRun(),
  'executions.history': ofRun(),
  'executions.complete': ofStep,
  'executions.decide': { ...ofRun(completed), body: ({ option }) => ({ decision_option_id: option }) },
  'executions.skip': ofStep,
  'executions.fail': ofStep,
  'executions.note': { ...ofStep, body: () => ({ text: 'Too thin.' }) },
  'executions.navigate': { ...ofRun(completed), body: piece => ({ step_id: firstStep(piece) }) },
  'executions.undo': ofRun(completed),
  'executions.pause': ofRun(),
  'executions.resume': ofRun(paused),
  'executions.cancel': ofRun(),
  'executions.setVariables': { ...ofRun(), body: () => ({ variables: { wood: 'oak' } }) },
  'executions.selectOutcome': { ...ofRun(), body: ({ outcome }) => ({ selected_outcome_id: outcome }) },
  'executions.move': { ...ofRun(), body: ({ revision }) => ({ revision }) },

  'offline.pack': ofRun(),
  'offline.sync': {
    ...ofRun(),
    body: piece => ({
      commands: [{ key: `of run ${piece.run}`.replaceAll(' ', '-'), at: 0, request: { type: 'pause' } }],
    }),
  },

  'photos.list': ofRun(),
  'photos.remove': {
    ...ofRun(photographed),
    may: maySayWhatStays,
    params: piece => ({ ...params(piece), photo_id: piece.photo ?? 0 }),
  },

  'presence.announce': { ...ofDevice, body: () => ({ device: 'tablet' }) },
  'presence.leave': { ...ofDevice, ready: announced },

  'timers.mine': { about: 'installation', may: everybody },
  'timers.list': ofRun(),
  'timers.start': { ...ofRun(), body: () => ({ minutes: 20, label: 'Glue' }) },
  'timers.pause': ofTimer(timing),
  'timers.resume': ofTimer(timingPaused),
  'timers.extend': { ...ofTimer(timing), body: () => ({ minutes: 5 }) },
  'timers.stop': ofTimer(timing),

  'navigation.context': ofRun(),
  'navigation.guidance': ofStep,
  'navigation.suggestion': ofRun(),
  'navigation.path': ofRun(),
  'navigation.command': { ...ofRun(), body: () => ({ command: 'done' }) },
  'navigation.voice': { ...ofRun(), body: () => ({ command: 'done' }) },
  'navigation.gesture': { ...ofRun(), body: () => ({ gesture: 'tap_hold' }) },
}
