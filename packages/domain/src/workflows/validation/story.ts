import type { CompiledStep } from '../compiled.ts'
import type { JsonObject, JsonValue } from '../definition.ts'
import { sameJson } from '../json-source.ts'
import { targetsOf, type Exit } from './exits.ts'
import type { FreeRuns } from './free-runs.ts'

const maxPhrases = 12
const maxName = 60

const shortened = (text: string): string => (text.length <= maxName ? text : `${text.slice(0, maxName - 1)}…`)

/** A step's name, for stories. */
export const phraseOf = ({ definition }: CompiledStep): string =>
  definition.name.trim() === '' ? `step ${definition.id}` : shortened(definition.name.trim())

/** What is worth telling of how the step was left; null: it was just done. */
function notable(step: CompiledStep, exit: Exit): string | null {
  if (exit.how === 'failed') return `${phraseOf(step)} fails`
  if (exit.option !== null && exit.how === 'completed')
    return `${phraseOf(step)}: ${shortened(exit.option.definition.option_text)}`
  if (exit.how === 'passed') return `${phraseOf(step)} is left out`
  return exit.limitOf === null ? null : `${phraseOf(step)} for the last time`
}

/** How a step is left where a story ends. */
const leaving = (step: CompiledStep, exit: Exit): string => notable(step, exit) ?? phraseOf(step)

/** The ways by which runs come to steps, each the shortest, so that every finding can tell how one comes there. */
export class Stories {
  readonly #runs: FreeRuns
  readonly #follows: (step: CompiledStep, exit: Exit) => boolean
  readonly #from: (readonly [step: number, exit: Exit] | null | undefined)[]

  /** `follows`: which exits may be told of; all unless stated. */
  constructor(runs: FreeRuns, follows: (step: CompiledStep, exit: Exit) => boolean = () => true) {
    this.#runs = runs
    this.#follows = follows
    const { workflow, exits } = runs
    this.#from = workflow.steps.map(() => undefined)
    const queue = [...workflow.initial]
    for (const index of queue) this.#from[index] = null
    for (const index of queue) {
      const step = workflow.steps[index]
      for (const exit of exits[index] ?? [])
        if (step !== undefined && follows(step, exit))
          for (const target of targetsOf(exit))
            if (this.#from[target] === undefined) {
              this.#from[target] = [index, exit]
              queue.push(target)
            }
    }
  }

  /** Whether any of the ways that may be told of leads to the step. */
  reaches(step: number): boolean {
    return this.#from[step] !== undefined
  }

  /** The exit of the step to the other whose option gives the variables the values that are wanted later on. */
  #suiting(step: CompiledStep, to: number, wanted: Map<string, JsonValue>): Exit | undefined {
    const isOpen = wanted.size === 0 || step.options.length === 0
    if (isOpen) return undefined
    return this.#runs.exits[step.index]?.find(exit => {
      const { set_variable = {} } = exit.option?.action ?? {}
      const touched = [...wanted].filter(([name]) => Object.hasOwn(set_variable, name))
      return (
        touched.length > 0 &&
        touched.every(([name, value]) => sameJson(set_variable[name], value)) &&
        targetsOf(exit).includes(to) &&
        this.#follows(step, exit)
      )
    })
  }

  /** The same up to where the step is left by the exit, with the choices that make it possible. */
  toExit(step: CompiledStep, exit: Exit, ...ending: readonly string[]): readonly string[] {
    return this.#tell(step, exit.given, [leaving(step, exit), ...ending])
  }

  /** Where it begins and what is chosen, passed over and failed on the way to the step; then what is given. */
  to(step: CompiledStep, ...ending: readonly string[]): readonly string[] {
    return this.#tell(step, {}, ending)
  }

  #tell(step: CompiledStep, given: JsonObject, ending: readonly string[]): readonly string[] {
    const { steps } = this.#runs.workflow
    const wanted = new Map(Object.entries(given))
    const phrases: string[] = []
    let at = step.index
    for (let from = this.#from[at]; from !== null && from !== undefined; from = this.#from[at]) {
      const before = steps[from[0]]
      if (before === undefined) break
      const exit = this.#suiting(before, at, wanted) ?? from[1]
      for (const name of Object.keys(exit.option?.action.set_variable ?? {})) wanted.delete(name)
      const phrase = notable(before, exit) ?? (this.#from[from[0]] === null ? phraseOf(before) : null)
      if (phrase !== null) phrases.unshift(phrase)
      at = from[0]
    }
    const told =
      phrases.length <= maxPhrases ? phrases : [...phrases.slice(0, 2), '…', ...phrases.slice(2 - maxPhrases)]
    return [...told, ...ending]
  }
}

/** A story in one sentence's worth of words. */
export const inWords = (story: readonly string[]): string => story.join(', ')
