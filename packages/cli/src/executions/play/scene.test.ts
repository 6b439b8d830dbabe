import { converse } from '@hidesync/domain/navigation/converse/converse'
import { vocabularyOf } from '@hidesync/domain/navigation/converse/vocabulary'
import { prepareVocabulary } from '@hidesync/domain/navigation/language/prepare'
import { understand } from '@hidesync/domain/navigation/language/understand'
import { checkPreset } from '@hidesync/domain/presets/check-preset'
import { arbitraryWorkflow } from '@hidesync/domain/testing/arbitrary-workflow'
import { aConnection, aDecision, anOutcome, aStep, aWorkflow } from '@hidesync/domain/testing/build-workflow'
import { Play } from '@hidesync/domain/testing/play'
import { textsIn } from '@hidesync/domain/navigation/texts/texts-in'
import { languages, type Language } from '@hidesync/domain/text/language'
import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../terminal/display-width.ts'
import { plainStyle } from '../../terminal/style.ts'
import { progressOfPlay, runOfPlay } from '../../testing/run-of-play.ts'
import { alsoSaid, exitsOf } from './exits.ts'
import { numberIn, ownWordIn, saysSame } from './own-words.ts'
import { renderScene } from './render-scene.ts'
import { sceneOf } from './scene.ts'
import { ownWords } from './texts/play-texts.ts'
import { playTexts } from './texts/texts-in.ts'

const screen = { width: 80, height: 24, style: plainStyle, plain: false }

const sceneIn = (play: Play, language: Language = 'en') =>
  sceneOf({
    run: runOfPlay(play, language),
    execution: { progress: progressOfPlay(play) },
    meanwhile: [],
    clock: false,
    said: '',
  })

const folder = new URL('../../../../../presets/', import.meta.url)
const presets = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => {
    const checked = checkPreset(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
    return { name, definition: checked.definition }
  })

/** Plays a preset by the first exit that leads on, and gives what is seen of each moment. */
function moments(definition: (typeof presets)[number]['definition']): Play[] {
  const play = new Play(definition).start()
  const seen: Play[] = []
  for (let turn = 0; turn < 60 && play.state.status === 'active'; turn += 1) {
    const copy = new Play(play.workflow)
    copy.states.push(play.state)
    copy.at = play.at
    seen.push(copy)
    play.wait(45 * 24 * 60)
    const exit = exitsOf(runOfPlay(play)).find(({ meant }) => meant.type === 'reading')
    if (exit?.meant.type !== 'reading') break
    const { intent, slots } = exit.meant
    const talk = converse(runOfPlay(play), {
      text: '',
      understanding: { kind: 'understood', readings: [{ intent, slots, confidence: 1, match: 'exact' }] },
      question: null,
    })
    for (let turn = talk.next(); turn.done !== true;) {
      play.do(turn.value.command)
      turn = talk.next({ ok: true, run: runOfPlay(play), skipped_steps: [], undone: null })
    }
  }
  return seen
}

describe('the ways on', () => {
  it('hold nothing that the engine would refuse, wherever a run has got to', () => {
    let offered = 0
    const turn = fc.record({ pick: fc.nat(), minutes: fc.integer({ min: 0, max: 90 }) })
    fc.assert(
      fc.property(arbitraryWorkflow, fc.array(turn, { maxLength: 25 }), (workflow, turns) => {
        const play = new Play(workflow).start()
        for (const { pick, minutes } of turns) {
          play.wait(minutes)
          const readings = exitsOf(runOfPlay(play)).flatMap(({ meant }) => (meant.type === 'reading' ? [meant] : []))
          for (const [index, { intent, slots }] of readings.entries()) {
            offered += 1
            const understanding = {
              kind: 'understood',
              readings: [{ intent, slots, confidence: 1, match: 'exact' }],
            } as const
            const asked = converse(runOfPlay(play), { text: '', understanding, question: null }).next()
            const { value } = asked
            const isTaken =
              asked.done === true
                ? asked.value.question !== null
                : 'command' in value && (value.command.type === 'undo' || play.decide(value.command).ok)
            expect(isTaken, `${intent} ${JSON.stringify(slots)}`).toBe(true)
            if (asked.done !== true && 'command' in value && value.command.type !== 'undo') {
              if (index === pick % readings.length) {
                play.do(value.command)
                break
              }
            }
          }
        }
      }),
      { numRuns: 250 },
    )
    expect(offered).toBeGreaterThan(1000)
  })
})

it('a check that still has to wait can be judged all the same, after a question', () => {
  const workflow = aWorkflow([aStep(1), aStep(2, { step_type: 'quality_check' })], [aConnection(1, 2, { min_lag: 60 })])
  const play = new Play(workflow).start().complete(1)
  const { exit } = playTexts('en')
  const exits = exitsOf(runOfPlay(play))
  expect(exits.slice(0, 3).map(({ label }) => label)).toEqual([exit.wait(60), exit.pass, exit.fail])
  expect(exits.filter(({ label }) => label === exit.pass)).toHaveLength(1)
  expect(
    exitsOf(runOfPlay(play.wait(60)))
      .slice(0, 2)
      .map(({ label }) => label),
  ).toEqual([exit.pass, exit.fail])
})

it('a run that is out of time says so, and what to do', () => {
  const play = new Play(aWorkflow([aStep(1)])).start().do({ type: 'time_out' })
  expect(sceneIn(play).advice).toBe('This run has gone past its time limit. If you want to finish it, say “resume”.')
})

it('a proposal is said once where its sentence says the same', () => {
  for (const language of languages) {
    const { readings } = textsIn(language)
    const [label, sentence] = readings.decide('Oil, warm') ?? ['', 'missing']
    expect(saysSame(label, sentence), language).toBe(true)
    const [other, said] = readings.list_resources(null) ?? ['', '']
    expect(saysSame(other, said), language).toBe(false)
  }
})

describe('a scene', () => {
  it('fits 80 columns and 24 rows at every step of the library, and keeps back nothing for good', () => {
    let seen = 0
    for (const { name, definition } of presets)
      for (const play of moments(definition)) {
        const scene = sceneIn(play)
        const { lines, rest } = renderScene(screen, scene)
        seen += 1
        expect(lines.length, `${name}, ${scene.step?.step_name}\n${lines.join('\n')}`).toBeLessThanOrEqual(23)
        const whole = [...lines, ...rest].join(' ').replaceAll(/\s+/g, ' ')
        for (const word of (scene.step?.instructions ?? '').split(/\s+/)) expect(whole).toContain(word)
      }
    expect(seen).toBeGreaterThan(150)
  })

  it('keeps to the width, in every language, laid out and told', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...presets),
        fc.integer({ min: 20, max: 200 }),
        fc.constantFrom(...languages),
        (preset, width, language) => {
          const scene = sceneIn(new Play(preset.definition).start(), language)
          for (const plain of [false, true])
            for (const line of renderScene({ ...screen, width, plain, height: null }, scene).lines)
              expect(displayWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
      { numRuns: 60 },
    )
  })

  const workflow = aWorkflow(
    [
      aStep(1, {
        name: 'Cut boards',
        description: 'Four boards.',
        instructions: '1. Mark.\n2. Saw.',
        is_milestone: true,
        estimated_duration: 50,
        warnings: ['Mind your fingers.'],
        resources: [
          {
            id: 1,
            resource_type: 'material',
            name: 'Pine',
            quantity: 2,
            unit: 'm',
            notes: null,
            is_optional: false,
            dynamic_material_id: null,
            tool_id: null,
            documentation_id: null,
          },
          {
            id: 2,
            resource_type: 'tool',
            name: 'Saw',
            quantity: 1,
            unit: 'piece',
            notes: null,
            is_optional: false,
            dynamic_material_id: null,
            tool_id: null,
            documentation_id: null,
          },
        ],
      }),
      aDecision(2, [{ option_text: 'Nails', is_default: true }, { option_text: 'Glue' }], { name: 'Choose joint' }),
    ],
    [aConnection(1, 2)],
    [anOutcome(1, { is_default: true })],
  )

  it.each([
    [
      'en',
      '“Choose joint”',
      [
        'Cut boards · milestone · about 50 minutes',
        'You see: Pine, 2 metres; Saw',
        'Exits: done, on to “Choose joint” (1), skip this step (2)',
        'Or say: more, inventory, map, pause, help, quit',
      ],
    ],
    [
      'de',
      '„Choose joint“',
      [
        'Cut boards · Meilenstein · etwa 50 Minuten',
        'Du siehst: Pine, 2 Meter; Saw',
        'Ausgänge: fertig, weiter mit „Choose joint“ (1), Schritt überspringen (2)',
        'Oder sag: mehr, Inventar, Karte, Pause, Hilfe, beenden',
      ],
    ],
    [
      'fr',
      '« Choose joint »',
      [
        'Cut boards · étape clé · environ 50 minutes',
        'Il vous faut : Pine, 2 mètres ; Saw',
        'Sorties : terminé, on passe à « Choose joint » (1), sauter cette étape (2)',
        'Ou dites : plus, inventaire, carte, pause, aide, quitter',
      ],
    ],
    [
      'es',
      '«Choose joint»',
      [
        'Cut boards · paso clave · unos 50 minutos',
        'Necesitas: Pine, 2 metros; Saw',
        'Salidas: listo, seguir con «Choose joint» (1), saltar este paso (2)',
        'O di: más, inventario, mapa, pausa, ayuda, salir',
      ],
    ],
  ] as const)('names what one sees and where one can go, in %s', (language, quoted, expected) => {
    const { lines } = renderScene(screen, sceneIn(new Play(workflow).start(), language))
    const text = lines.join('\n').replaceAll('\u00a0', ' ')
    for (const part of [quoted, '! Mind your fingers.\n', '\n1. Mark.\n2. Saw.\n', ...expected])
      expect(text).toContain(part)
  })

  it('says of a decision what each option leads to, and which is usual', () => {
    const play = new Play(workflow).start().complete(1)
    const text = renderScene(screen, sceneIn(play)).lines.join('\n')
    expect(text).toContain('You choose:\n 1. Nails (usual)\n    This ends the work\n 2. Glue')
  })

  it('has no signs that are only to be seen where it is told', () => {
    for (const language of languages) {
      const lines = renderScene({ ...screen, plain: true }, sceneIn(new Play(workflow).start(), language)).lines
      expect(lines.join('\n')).not.toMatch(/[█░·▶✓│├]/u)
    }
  })
})

describe('what one can say', () => {
  it.each(languages)('is understood in %s: the words that a scene names, and those of the terminal', language => {
    const run = runOfPlay(new Play(workflow4()).start().complete(1), language)
    const prepared = prepareVocabulary(vocabularyOf(run), language)
    const intents = alsoSaid(run).map(word => {
      const own = ownWordIn(word, language)
      if (own !== null) return own
      const understood = understand(word, prepared)
      return understood.kind === 'understood' ? understood.readings[0]?.intent : word
    })
    expect(intents).toEqual(['more', 'inventory', 'map', 'undo', 'pause', 'help', 'quit'])
  })

  it.each(languages)('has no word of the terminal in %s that stands for two things', language => {
    const said = ownWords.flatMap(word => playTexts(language).words[word])
    expect(new Set(said).size).toBe(said.length)
    for (const word of ownWords)
      for (const one of playTexts(language).words[word])
        expect(ownWordIn(`  ${one.toUpperCase()}!`, language)).toBe(word)
  })

  it.each([
    ['3', 3],
    [' #12 ', 12],
    ['2.', 2],
    ['three', null],
    ['3 minutes', null],
  ])('takes %j as the number %j', (text, number) => expect(numberIn(text)).toBe(number))
})

const workflow4 = () => aWorkflow([aStep(1), aStep(2), aStep(3)], [aConnection(1, 2), aConnection(2, 3)])
