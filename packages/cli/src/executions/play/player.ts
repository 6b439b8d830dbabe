import { ApiError } from '@hidesync/contract/client'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { decide } from '@hidesync/domain/executions/decide'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import { randomUUID } from 'node:crypto'
import type { CliContext } from '../../command-line/context.ts'
import { cleanLine, cleanText } from '../../terminal/clean-text.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { sayMinutes } from '../../terminal/words.ts'
import { wrap } from '../../terminal/wrap.ts'
import { answerHistory, answerTo } from './answers.ts'
import { commandFor, type Reaction, sayDone } from './command-for.ts'
import { countDown } from './count-down.ts'
import type { LineSource } from './line-source.ts'
import { patiently } from './patient.ts'
import { type Nameable, parsePhrase } from './phrase.ts'
import { renderScene } from './render-scene.ts'
import { elsewhere, type Scene, sceneOf } from './scene.ts'
import { type PlayCommand, sendCommand } from './send-command.ts'
import type { Verb } from './vocabulary.ts'

export interface PlayerParts {
  readonly context: CliContext
  /** Where the transcript goes. */
  readonly terminal: Terminal
  readonly lines: LineSource
  readonly workflow: CompiledWorkflow
  readonly execution: Execution
  /** For how long to wait for a server that does not answer, milliseconds. */
  readonly patience: number
}

/** What the next line may be an answer to. */
type Open =
  { readonly kind: 'yes_no'; readonly command: PlayCommand } | { readonly kind: 'note'; readonly step_id: number }

const over = new Set<Execution['status']>(['completed', 'failed', 'cancelled'])
/** Refusals that another try, confirmed by the person, would get past. */
const overridable = new Set(['execution.time_not_elapsed', 'execution.lag_not_elapsed'])

/** Leads through one run: shows a scene, takes a line, does what it says, and so on until the run is over or left. */
export class Player {
  readonly #parts: PlayerParts
  #execution: Execution
  #open: Open | null = null
  /** The list that the person sees: a number means this one, whatever time has changed since. */
  #shown: Scene['actions'] = []

  constructor(parts: PlayerParts) {
    this.#parts = parts
    this.#execution = parts.execution
  }

  get execution(): Execution {
    return this.#execution
  }

  scene(): Scene {
    return sceneOf(this.#parts.workflow, this.#execution, this.#parts.context.now())
  }

  /** Plays on. `over`: the run has ended; `left`: the person quit; `ended`: there was no more input. */
  async play(): Promise<'over' | 'left' | 'ended'> {
    const { lines, terminal } = this.#parts
    if (over.has(this.#execution.status)) return 'over'
    this.#show()
    for (;;) {
      const line = await lines.next()
      if (line === null) return 'ended'
      if (!terminal.interactive) terminal.out(`> ${cleanLine(line)}`)
      if ((await this.#hear(line)) === 'quit') return 'left'
      if (over.has(this.#execution.status)) return 'over'
    }
  }

  /** Shows where the person is now, unless the run is over. */
  #show(): void {
    if (over.has(this.#execution.status)) return
    const { terminal } = this.#parts
    const scene = this.scene()
    this.#shown = scene.actions
    terminal.out(renderScene(terminal, scene))
  }

  #say(text: string): void {
    const { terminal } = this.#parts
    terminal.out(wrap(cleanText(text), terminal.width).join('\n'))
  }

  async #hear(line: string): Promise<'quit' | void> {
    const open = this.#open
    this.#open = null
    const scene = this.scene()
    if (open?.kind === 'note') {
      if (line.trim() === '') return this.#say('Nothing was noted.')
      return this.#do({ type: 'note', step_id: open.step_id, text: line.trim() }, scene)
    }
    const intent = parsePhrase(line, nameable({ ...scene, actions: this.#shown }))
    if (intent.kind === 'verb' && open !== null && (intent.verb === 'yes' || intent.verb === 'no'))
      return intent.verb === 'yes' ? this.#do(open.command, scene) : this.#say('Left as it is.')
    if (open !== null && intent.kind !== 'nothing') this.#say('Left as it is.')
    if (intent.kind === 'nothing') return
    if (intent.kind === 'unclear') {
      this.#say(intent.message)
      if (intent.suggestions.length > 0) this.#say(`Did you mean: ${intent.suggestions.join(', ')}?`)
      return
    }
    const meant = intent.kind === 'action' ? this.#shown[intent.index] : intent
    if (meant === undefined) return
    if (meant.kind === 'verb') return this.#verb(meant.verb, scene)
    return this.#react(commandFor(meant, scene), scene)
  }

  async #verb(verb: Verb, scene: Scene): Promise<'quit' | void> {
    const { terminal } = this.#parts
    if (verb === 'quit') return 'quit'
    if (verb === 'wait') return this.#wait(scene)
    const intent =
      verb === 'note' || verb === 'skip' || verb === 'fail'
        ? ({ kind: verb, text: null } as const)
        : ({ kind: 'verb', verb } as const)
    const reaction = commandFor(intent, scene)
    if (reaction !== null) return this.#react(reaction, scene)
    if (verb === 'history') return terminal.out(answerHistory(terminal, await this.#history()))
    if (verb === 'look' || verb === 'time' || verb === 'progress') await this.#reload()
    if (verb === 'look') return this.#show()
    terminal.out(answerTo(verb, terminal, this.scene()))
  }

  async #react(reaction: Reaction | null, scene: Scene): Promise<void> {
    switch (reaction?.kind) {
      case undefined:
        return
      case 'answer':
        return this.#say(reaction.text)
      case 'ask_note':
        this.#open = { kind: 'note', step_id: reaction.step_id }
        return this.#say('What shall I note?')
      case 'confirm':
        return this.#ask(reaction.command, reaction.question)
      case 'command':
        return this.#do(reaction.command, scene)
    }
  }

  #ask(command: PlayCommand, question: string): void {
    this.#open = { kind: 'yes_no', command }
    this.#say(`${question} (yes or no)`)
  }

  /** Gives a command: through a lost connection if need be, and once only. */
  async #do(command: PlayCommand, scene: Scene): Promise<void> {
    const { context, terminal, patience } = this.#parts
    const options = { idempotencyKey: randomUUID(), ifMatch: `"${this.#execution.version}"`, minimal: true }
    try {
      this.#execution = await patiently({ terminal, patience }, () =>
        sendCommand(context.client, this.#execution.id, command, options),
      )
    } catch (error) {
      return this.#refused(error, command)
    }
    const { undone, skipped_steps = [] } = this.#execution
    this.#say(undone?.message ?? sayDone(command, scene))
    const names = skipped_steps.map(id => this.#parts.workflow.step(id)?.name ?? '')
    if (names.length > 0) this.#say(`Skipped on the way: ${names.join(', ')}.`)
    if (command.type !== 'note') this.#show()
  }

  async #refused(error: unknown, command: PlayCommand): Promise<void> {
    if (!(error instanceof ApiError) || ![400, 403, 409, 412, 422].includes(error.status)) throw error
    if (overridable.has(error.code) && (command.type === 'complete' || command.type === 'navigate'))
      return this.#ask({ ...command, override: true }, this.#early(command.step_id))
    if (error.code === 'execution.jump_not_confirmed' && command.type === 'navigate') return this.#offerJump(command)
    const before = this.#execution.version
    await this.#reload()
    if (this.#execution.version === before) return this.#say(error.message)
    this.#say('The run has moved on elsewhere, so that this was not done. It stands like this now:')
    this.#show()
  }

  /** The question to somebody who is early; that they were is kept in the history. */
  #early(stepId: number): string {
    const { steps, at } = this.scene()
    const step = steps.find(({ id }) => id === stepId)
    const until = step?.until ?? null
    const left = until === null ? '' : ` another ${sayMinutes((until - at) / 60_000)}`
    const what = step?.status === 'pending' ? `has to wait${left}` : `takes${left === '' ? ' longer' : left}`
    return `“${step?.name ?? ''}” ${what}. Go on all the same? The history will say that it was early.`
  }

  /** A jump asks first, naming what it would pass over; the engine here knows as well as the server's. */
  #offerJump(command: Extract<PlayCommand, { type: 'navigate' }>): void {
    const { workflow, context } = this.#parts
    const jump = { ...command, skip: true }
    const decision = decide(workflow, this.#execution.state, { ...jump, at: context.now(), actor_id: null })
    if (!decision.ok && !overridable.has(decision.refusal.code)) return this.#say(decision.refusal.message)
    const names = decision.ok ? decision.skipped_steps.map(id => `“${workflow.step(id)?.name ?? id}”`) : []
    const target = workflow.step(command.step_id)?.name ?? ''
    this.#ask(jump, `Jump to “${target}”?${names.length > 0 ? ` This skips ${names.join(', ')}.` : ''}`)
  }

  async #reload(): Promise<void> {
    const { context, terminal, patience } = this.#parts
    const { id } = this.#execution
    this.#execution = await patiently({ terminal, patience }, () => context.client.executions.get({ params: { id } }))
  }

  #history() {
    const { context, terminal, patience } = this.#parts
    const { id } = this.#execution
    return patiently({ terminal, patience }, () => context.client.executions.history({ params: { id } }))
  }

  async #wait(scene: Scene): Promise<void> {
    const { terminal, lines, context } = this.#parts
    if (this.#execution.status !== 'active') return this.#say('The clock stands still. “resume” lets it run again.')
    const here = scene.step === null ? [] : [scene.step]
    const next = [...here, ...elsewhere(scene)].find(({ until }) => until !== null)
    if (next?.until === null || next === undefined) return this.#say('There is nothing to wait for.')
    if (!(await countDown({ terminal, lines, now: context.now, until: next.until }))) return
    this.#say(`The time of “${next.name}” is over.`)
    await this.#reload()
    this.#show()
  }
}

/** What can be named in a phrase at this moment. */
export function nameable({ actions, step, steps }: Scene): Nameable {
  const options = step?.compiled.kind === 'decision' ? step.compiled.options : []
  return {
    actions,
    steps,
    options: options.map(({ definition }) => ({ id: definition.id, name: definition.option_text })),
  }
}
