import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { Command, CommandRequest } from '@hidesync/domain/executions/command'
import { decide } from '@hidesync/domain/executions/decide'
import type { CommandRecord } from '@hidesync/domain/executions/event'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { progressAnswer } from '@hidesync/contract/executions/progress-answer'
import { progressOf } from '@hidesync/domain/executions/progress'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import { checkPreset } from '@hidesync/domain/presets/check-preset'
import { compile } from '@hidesync/domain/workflows/compile'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../terminal/display-width.ts'
import { plainStyle } from '../../terminal/style.ts'
import { commandFor } from './command-for.ts'
import { parsePhrase } from './phrase.ts'
import { nameable } from './player.ts'
import { renderScene } from './render-scene.ts'
import { type Scene, sceneOf } from './scene.ts'
import type { SceneAction } from './scene-actions.ts'

const workflowOf = (name: string): CompiledWorkflow => {
  const text = readFileSync(new URL(`../../../../../presets/${name}.json`, import.meta.url), 'utf8')
  const checked = checkPreset(JSON.parse(text))
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
  return compile(checked.definition)
}
const workflows = ['basic_leather_project', 'simple_woodworking'].map(workflowOf)

const silent = (): void => undefined
const terminal = {
  width: 60,
  style: plainStyle,
  interactive: false,
  plain: false,
  out: silent,
  err: silent,
  redraw: silent,
  ring: silent,
}

const sceneAt = (workflow: CompiledWorkflow, state: ExecutionState, at: number): Scene => {
  const progress = progressAnswer(progressOf(workflow, state, at))
  const execution = { id: 1, workflow_name: 'Test', status: state.status, failure_reason: null, progress, state }
  return sceneOf(workflow, execution as Execution, at)
}

/** What the player would send for an entry of the list; those that ask first are sent as confirmed. */
function requestOf(action: SceneAction, scene: Scene): CommandRequest | null {
  const waits = scene.step?.until !== null && scene.step !== null
  if (action.kind === 'verb' && action.verb === 'wait') return null
  const verb = action.kind === 'verb' ? action.verb : null
  const intent =
    action.kind !== 'verb'
      ? action
      : verb === 'note' || verb === 'skip' || verb === 'fail'
        ? ({ kind: verb, text: verb === 'note' ? 'x' : null } as const)
        : ({ kind: 'verb', verb: action.verb as 'complete' } as const)
  const reaction = commandFor(intent, scene)
  if (reaction?.kind !== 'command' && reaction?.kind !== 'confirm') throw new Error(`${action.say} does nothing`)
  const { command } = reaction
  if (command.type === 'undo') return { type: 'undo', last: null }
  return waits && (command.type === 'complete' || command.type === 'navigate')
    ? { ...command, override: true }
    : command
}

/** A run in memory: state, history and clock. */
class Run {
  state: ExecutionState
  at = 0
  readonly #records = new Map<number, CommandRecord>()
  constructor(readonly workflow: CompiledWorkflow) {
    this.state = newExecution(workflow)
    this.give({ type: 'start' })
  }
  refusal(request: CommandRequest): string | null {
    const decision = decide(this.workflow, this.state, this.#command(request))
    return decision.ok ? null : decision.refusal.message
  }
  give(request: CommandRequest): void {
    const command = this.#command(request)
    const decision = decide(this.workflow, this.state, command)
    if (!decision.ok) return
    const { sequence, undo_head } = this.state
    const step_id = 'step_id' in command ? command.step_id : null
    const { events } = decision
    this.#records.set(sequence + 1, {
      sequence: sequence + 1,
      type: command.type,
      step_id,
      undo_previous: undo_head,
      events,
    })
    this.state = evolveAll(this.workflow, this.state, events)
  }
  #command(request: CommandRequest): Command {
    const last = this.#records.get(this.state.undo_head ?? 0) ?? null
    return { ...request, ...(request.type === 'undo' && { last }), at: this.at, actor_id: 1 }
  }
}

const walk = fc.array(fc.record({ pick: fc.nat(), minutes: fc.integer({ min: 0, max: 90 }) }), { maxLength: 40 })

describe('the list of what can be done', () => {
  it('offers nothing that the engine would refuse, wherever a run has got to', () => {
    let offered = 0
    fc.assert(
      fc.property(fc.constantFrom(0, 1), walk, (which, turns) => {
        const workflow = workflows[which]!
        const run = new Run(workflow)
        for (const { pick, minutes } of turns) {
          run.at += minutes * 60_000
          const scene = sceneAt(workflow, run.state, run.at)
          for (const action of scene.actions) {
            const request = requestOf(action, scene)
            if (request === null) continue
            offered += 1
            const refusal = run.refusal(request)
            expect(refusal, `${action.label} at ${scene.step?.name}`).toBeNull()
          }
          const chosen = scene.actions[pick % Math.max(1, scene.actions.length)]
          const request = chosen === undefined ? null : requestOf(chosen, scene)
          if (request !== null && request.type !== 'cancel') run.give(request)
        }
      }),
      { numRuns: 60 },
    )
    expect(offered).toBeGreaterThan(1000)
  })

  it('always has a way on, until the run is over', () => {
    for (const workflow of workflows) {
      const run = new Run(workflow)
      for (let turn = 0; turn < 40 && run.state.status === 'active'; turn += 1) {
        run.at += 90 * 60_000
        const scene = sceneAt(workflow, run.state, run.at)
        run.give(requestOf(scene.actions[0]!, scene)!)
      }
      expect(run.state.status).toBe('completed')
    }
  })

  it('says words for each entry that mean the same as its number', () => {
    for (const workflow of workflows) {
      const scene = sceneAt(workflow, new Run(workflow).state, 0)
      const place = nameable(scene)
      scene.actions.forEach((action, index) => {
        expect(parsePhrase(String(index + 1), place)).toEqual({ kind: 'action', index })
        const said = parsePhrase(action.say, place)
        const meant = action.kind === 'verb' ? [action.verb] : [action.kind]
        expect(meant).toContain(said.kind === 'verb' ? said.verb : said.kind)
      })
    }
  })
})

describe('a scene', () => {
  it('fits the terminal, wherever a run has got to', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1), walk, fc.integer({ min: 40, max: 100 }), (which, turns, width) => {
        const workflow = workflows[which]!
        const run = new Run(workflow)
        for (const { pick } of turns) {
          const scene = sceneAt(workflow, run.state, run.at)
          const chosen = scene.actions[pick % Math.max(1, scene.actions.length)]
          const request = chosen === undefined ? null : requestOf(chosen, scene)
          if (request !== null) run.give(request)
        }
        const text = renderScene({ ...terminal, width }, sceneAt(workflow, run.state, run.at))
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(text).toContain('Progress: ')
      }),
      { numRuns: 60 },
    )
  })
})
