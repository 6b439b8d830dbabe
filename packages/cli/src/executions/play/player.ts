import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import {
  type Answer,
  type Asked,
  type Came,
  type Question,
  questionLapses,
} from '@hidesync/domain/navigation/converse/answer'
import { movedOn } from '@hidesync/domain/executions/moved-on'
import { converse } from '@hidesync/domain/navigation/converse/converse'
import { hearing } from '@hidesync/domain/navigation/converse/hearing'
import { vocabularyOf } from '@hidesync/domain/navigation/converse/vocabulary'
import type { Understanding } from '@hidesync/domain/navigation/language/intent'
import { understand } from '@hidesync/domain/navigation/language/understand'
import { textsFor, type Run } from '@hidesync/domain/navigation/run'
import { cleanLine, cleanText } from '../../terminal/clean-text.ts'
import { wrap, wrapProse } from '../../terminal/wrap.ts'
import { Alarms } from './alarms.ts'
import { countDown } from './count-down.ts'
import type { Exit } from './exits.ts'
import { inventoryLines } from './inventory.ts'
import type { Tongue } from './language.ts'
import type { LineSource } from './line-source.ts'
import { drawMap } from './map/draw-map.ts'
import { listMap } from './map/list-map.ts'
import { folded, numberIn, ownWordIn, saysSame } from './own-words.ts'
import { renderExits, renderScene } from './render-scene.ts'
import type { RunKeeper } from './run-keeper.ts'
import { type Scene, sceneOf } from './scene.ts'
import type { Stage } from './stage.ts'
import type { OwnWord, PlayTexts } from './texts/play-texts.ts'
import { playTexts } from './texts/texts-in.ts'
import { waitsOf } from './waits.ts'

export interface PlayerParts {
  readonly terminal: Stage
  readonly lines: LineSource
  readonly keeper: RunKeeper
  readonly tongue: Tongue
  readonly now: () => number
}

/** An entry of a list that is to be chosen from. */
type Offer = Pick<Exit, 'label' | 'meant'>

const over = new Set<Execution['status']>(['completed', 'failed', 'cancelled'])
/** Whether another scene is to be seen: another step, the same once more, or the same after something was taken back. */
const hasLeft = ({ state }: Run, { state: now }: Run): boolean =>
  state.current_step_id !== now.current_step_id || state.steps !== now.steps

/** A map of no more steps than this is drawn as a whole where nobody looks at a screen. */
const mostMapRows = 120

/** Leads through one run: shows a scene, takes a line, does what it says, and so on until the run is over or left. */
export class Player {
  readonly #parts: PlayerParts
  readonly #texts: PlayTexts
  /** What waits for a yes, and since when. */
  #question: { readonly question: Question; readonly at: number } | null = null
  /** The list that the person sees: a number means this one, whatever time has changed since. */
  #offers: readonly Offer[] = []
  /** What “more” goes on with. */
  #rest: readonly string[] = []
  #meanwhile: readonly string[] = []
  #endIsTold = false

  constructor(parts: PlayerParts) {
    this.#parts = parts
    this.#texts = playTexts(parts.tongue.language)
  }

  get execution(): Execution {
    return this.#parts.keeper.execution
  }

  get isOver(): boolean {
    return over.has(this.execution.status)
  }

  /** Whether the run was ended here, which has been said then. */
  get endIsTold(): boolean {
    return this.#endIsTold
  }

  #scene(said: string): Scene {
    const { keeper, terminal } = this.#parts
    const { execution } = keeper
    const meanwhile = this.#meanwhile
    return sceneOf({ run: keeper.run(), execution, meanwhile, said, clock: terminal.interactive })
  }

  /** What can be said now, for the tab key. */
  sayable(): readonly string[] {
    const run = this.#parts.keeper.run()
    const { steps, options } = vocabularyOf(run)
    const words = Object.values(this.#texts.words).map(([first]) => first)
    const help = textsFor(run).answers.helpLines.map(([say]) => say)
    return [...words, ...help, ...options.map(({ text }) => text), ...steps.map(({ name }) => name)]
  }

  /** Plays on. `over`: the run has ended; `left`: the person quit; `ended`: there was no more input. */
  async play(): Promise<'over' | 'left' | 'ended'> {
    const { terminal, lines, now } = this.#parts
    if (this.isOver) return 'over'
    const alarms = new Alarms(now, ended => {
      lines.aside(() => {
        for (const { name } of ended) this.#say(this.#texts.timeIsUp(name))
        terminal.ring()
      })
    })
    try {
      await this.#showAnew()
      for (;;) {
        // A script waits where it says so, and hears nothing in between.
        if (terminal.interactive) alarms.expect(waitsOf(this.#parts.keeper.run()))
        const line = await lines.next()
        alarms.expect([])
        if (line === null) return 'ended'
        terminal.heard(cleanLine(line))
        if ((await this.#hear(line)) === 'quit') return 'left'
        if (this.isOver) return 'over'
      }
    } finally {
      alarms.stop()
    }
  }

  /** Shows where the person is now, below what there is to say first, unless the run is over. */
  #show(said = ''): void {
    if (this.isOver) return
    const { terminal } = this.#parts
    const scene = this.#scene(said)
    const above = said === '' ? [] : [...this.#wrapped(said), '']
    if (terminal.plain && said === '') above.push('')
    const { lines, rest } = renderScene(terminal, scene, above.length)
    this.#meanwhile = []
    this.#rest = rest
    this.#offers = scene.exits
    terminal.out([...above, ...lines].join('\n'))
  }

  /** Shows where the person is now, with what others did. */
  async #showAnew(said = ''): Promise<void> {
    this.#meanwhile = await this.#parts.keeper.othersDid()
    this.#show(said)
  }

  #wrapped(text: string): string[] {
    return wrapProse(cleanText(text), this.#parts.terminal.width)
  }

  #say(text: string): void {
    this.#parts.terminal.out(this.#wrapped(text).join('\n'))
  }

  async #hear(line: string): Promise<'quit' | void> {
    const { language } = this.#parts.tongue
    const word = ownWordIn(line, language)
    if (word !== null) return this.#word(word)
    if (line.trim() === '') return
    const number = numberIn(line)
    const offer = number === null ? this.#offerSaid(line) : this.#offers[number - 1]
    if (offer !== undefined) return this.#take(offer)
    if (number === null) return this.#sentence(line)
    const count = this.#offers.length
    return this.#say(count === 0 ? this.#texts.nothingToChoose : this.#texts.noSuchNumber(count))
  }

  /** The entry of the list whose very words a line has. */
  #offerSaid(line: string): Offer | undefined {
    return this.#offers.find(({ label }) => folded(label) === folded(line))
  }

  async #take({ meant }: Offer): Promise<'quit' | void> {
    if (meant.type === 'word') return this.#word(meant.word)
    if (meant.type === 'sentence') return this.#sentence(meant.sentence)
    const { intent, slots } = meant
    const readings = [{ intent, slots, confidence: 1, match: 'exact' as const }]
    return this.#answer('', { kind: 'understood', readings })
  }

  async #word(word: OwnWord): Promise<'quit' | void> {
    this.#question = null
    const { keeper } = this.#parts
    switch (word) {
      case 'quit':
        return 'quit'
      case 'look':
        await keeper.reload()
        return this.#showAnew()
      case 'more':
        return this.#more()
      case 'inventory':
        return this.#say(inventoryLines(keeper.run()).join('\n'))
      case 'map':
        return this.#map()
      case 'wait':
        return this.#wait()
    }
  }

  async #sentence(text: string): Promise<void> {
    const run = this.#parts.keeper.run()
    return this.#answer(text, understand(text, hearing(run)))
  }

  #openQuestion(): Question | null {
    const open = this.#question
    this.#question = null
    return open === null || this.#parts.now() - open.at > questionLapses ? null : open.question
  }

  async #answer(text: string, understanding: Understanding): Promise<void> {
    const { keeper, now } = this.#parts
    const readings = understanding.kind === 'unknown' ? [] : understanding.readings
    if (readings.some(({ intent }) => intent === 'history')) await keeper.loadHistory()
    const before = keeper.run()
    const answer = await this.#talk(before, text, understanding)
    if (answer.question !== null) this.#question = { question: answer.question, at: now() }
    this.#endIsTold = answer.changed && this.isOver
    const hasMoved = !answer.changed && movedOn(before.state, keeper.run().state)
    if (!this.isOver && hasMoved) return this.#showAnew(answer.message)
    if (!this.isOver && answer.changed && hasLeft(before, keeper.run())) return this.#show(answer.did)
    // Whoever comes back from a break sees anew where they are.
    if (answer.success && before.state.status === 'paused' && this.execution.status === 'active')
      return this.#show(answer.did)
    if (answer.commands === undefined) this.#say(answer.message)
    else this.#help(answer.commands)
    this.#offer(answer)
    if (before.state.status !== keeper.run().state.status) this.#showExits()
  }

  #showExits(): void {
    if (this.isOver) return
    const { terminal } = this.#parts
    const scene = this.#scene('')
    this.#offers = scene.exits
    terminal.out(renderExits(terminal, scene).join('\n'))
  }

  async #talk(run: Run, text: string, understanding: Understanding): Promise<Answer> {
    const talk = converse(run, { text, understanding, question: this.#openQuestion() })
    let turn: IteratorResult<Asked, Answer> = talk.next()
    while (turn.done !== true) {
      const came: Came = await this.#parts.keeper.give(turn.value)
      turn = talk.next(came)
    }
    return turn.value
  }

  /** What may have been meant, as a list to choose from. */
  #offer({ did_you_mean = [], question }: Answer): void {
    // A single one is asked for, and a yes takes it.
    if (did_you_mean.length === 0 || question !== null) return
    const { terminal } = this.#parts
    this.#offers = did_you_mean.map(({ label, command }) => ({
      label,
      meant: { type: 'sentence', sentence: command },
    }))
    const lines = did_you_mean.flatMap(({ label, command }, index) =>
      wrap(saysSame(label, command) ? label : this.#texts.sayWith(label, command), terminal.width, ` ${index + 1}. `),
    )
    terminal.out(lines.join('\n'))
  }

  /** What can be said of a run, and what the terminal understands beside. */
  #help(commands: readonly string[]): void {
    const { words, helpLines } = this.#texts
    const first = Object.fromEntries(Object.entries(words).map(([word, [said]]) => [word, said])) as Readonly<
      Record<OwnWord, string>
    >
    const own = helpLines(first).map(([say, does]) => `${say} - ${does}`)
    const { help } = textsFor(this.#parts.tongue).answers
    this.#say([help, ...commands, ...own].join('\n'))
  }

  /** As much as fits on the screen. */
  #more(): void {
    const { terminal } = this.#parts
    if (this.#rest.length === 0) return this.#say(this.#texts.nothingMore)
    const room = terminal.height === null ? Infinity : Math.max(3, terminal.height - 2)
    const shown = this.#rest.length <= room ? this.#rest.length : room - 1
    terminal.out(this.#rest.slice(0, shown).join('\n'))
    this.#rest = this.#rest.slice(shown)
    if (this.#rest.length > 0) this.#say(this.#texts.readOn(this.#texts.words.more[0]))
  }

  #map(): void {
    const { terminal, keeper } = this.#parts
    const room = terminal.height === null ? mostMapRows : Math.max(5, terminal.height - 6)
    const run = keeper.run()
    terminal.out((terminal.plain ? listMap(terminal, run, room) : drawMap(terminal, run, room)).join('\n'))
  }

  async #wait(): Promise<void> {
    const { terminal, lines, now, keeper, tongue } = this.#parts
    const shown = keeper.run()
    await keeper.reload()
    if (this.isOver) return
    const run = keeper.run()
    if (movedOn(shown.state, run.state)) await this.#showAnew()
    if (run.state.status !== 'active') return this.#say(this.#texts.clockStands)
    const waits = waitsOf(run)
    const wait = waits[0]
    if (wait === undefined) return this.#say(this.#texts.nothingToWaitFor)
    if (!(await countDown({ terminal, lines, now, language: tongue.language, wait }))) return
    terminal.ring()
    await keeper.reload()
    this.#show(this.#texts.timeIsUp(wait.name))
  }
}
