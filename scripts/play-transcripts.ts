// Plays presets of the library from beginning to end, in each language, and keeps what was shown and said:
//   npx tsx scripts/play-transcripts.ts <folder> [preset or language …]
// With HIDESYNC_SERVER and HIDESYNC_TOKEN on that server, else on one of its own, which it takes down again.
// A choice in a play depends on nothing but the preset and the language, so that it can be compared with an earlier one.
import { createClient } from '@hidesync/contract/client'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { compile } from '@hidesync/domain/workflows/compile'
import type { CompiledStep } from '@hidesync/domain/workflows/compiled'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { type Language, languages } from '@hidesync/domain/text/language'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const password = 'a password for transcripts'

/** What somebody says who wants to see everything. */
interface Spoken {
  readonly begin: readonly string[]
  /** Asked on the way, one a step. */
  readonly asks: readonly string[]
  readonly done: string
  readonly yes: string
  readonly passed: string
  readonly failed: string
  readonly choose: (option: string) => string
}

const spoken: Readonly<Record<Language, Spoken>> = {
  en: {
    begin: ['help', 'map', 'inventory', 'how long will it take?'],
    asks: [
      'what do I need?',
      'tips',
      'more',
      'next',
      'where am I?',
      'note the light is better in the morning',
      'how far am I?',
      'start a 20 minute timer',
      'history',
      'show timers',
      'what should I do?',
      'undo',
      'take a break',
      'the moon is made of cheese',
    ],
    done: 'done',
    yes: 'yes',
    passed: 'it passed',
    failed: 'it did not pass',
    choose: option => `choose ${option}`,
  },
  de: {
    begin: ['Hilfe', 'Karte', 'Inventar', 'wie lange dauert das?'],
    asks: [
      'was brauche ich?',
      'Tipps',
      'mehr',
      'weiter',
      'wo bin ich?',
      'Notiz: morgens ist das Licht besser',
      'wie weit bin ich?',
      'stell einen Timer auf 20 Minuten',
      'Verlauf',
      'zeig die Timer',
      'was soll ich tun?',
      'rückgängig',
      'Pause',
      'der Mond ist aus Käse',
    ],
    done: 'fertig',
    yes: 'ja',
    passed: 'bestanden',
    failed: 'nicht bestanden',
    choose: option => `wähle ${option}`,
  },
  fr: {
    begin: ['aide', 'carte', 'inventaire', 'combien de temps encore ?'],
    asks: [
      'de quoi ai-je besoin ?',
      'conseils',
      'plus',
      'suivant',
      'où suis-je ?',
      'note : la lumière est meilleure le matin',
      'où en suis-je ?',
      'lance un minuteur de 20 minutes',
      'historique',
      'montre les minuteurs',
      'que dois-je faire ?',
      'annuler',
      'pause',
      'la lune est un fromage',
    ],
    done: 'terminé',
    yes: 'oui',
    passed: 'c’est bon',
    failed: 'ce n’est pas bon',
    choose: option => `choisis ${option}`,
  },
  es: {
    begin: ['ayuda', 'mapa', 'inventario', '¿cuánto falta?'],
    asks: [
      '¿qué necesito?',
      'consejos',
      'más',
      'siguiente',
      '¿dónde estoy?',
      'nota: la luz es mejor por la mañana',
      '¿cuánto llevo?',
      'pon un temporizador de 20 minutos',
      'historial',
      'muestra los temporizadores',
      '¿qué hago ahora?',
      'deshacer',
      'pausa',
      'la luna es de queso',
    ],
    done: 'listo',
    yes: 'sí',
    passed: 'está bien',
    failed: 'no está bien',
    choose: option => `elige ${option}`,
  },
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** The real server with a database of its own, gone when it is closed. */
async function openServer() {
  const folder = mkdtempSync(join(tmpdir(), 'hidesync-transcripts-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'packages/server/src/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      PORT: String(port),
      ADMIN_EMAIL: 'writer@example.test',
      ADMIN_PASSWORD: password,
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => text.toString().includes('is ready at') && resolve())
    child.on('exit', code => reject(new Error(`The server ended (${code}).`)))
  })
  const close = async (): Promise<void> => {
    child.removeAllListeners('exit')
    const ended = new Promise(resolve => child.on('exit', resolve))
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}`, close }
}

/** A terminal client that is spoken to through a pipe. */
function openPlay(args: readonly string[], environment: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [join(root, 'packages/cli/bin/hidesync.mjs'), 'play', ...args], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let text = ''
  let isOver = false
  let heard = (): void => undefined
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
    heard()
  })
  child.stdin.on('error', () => undefined)
  child.on('close', () => {
    isOver = true
    heard()
  })
  const until = (holds: () => boolean): Promise<void> =>
    new Promise(resolve => {
      heard = () => (holds() || isOver) && resolve()
      heard()
    })
  let asked = 0
  const echoes = (): number => text.split('\n> \n').length - 1
  return {
    /** Says something and waits until it is answered: the empty line after it is echoed only then. */
    say: async (line: string): Promise<void> => {
      asked += 1
      child.stdin.write(`${line}\n\n`)
      await until(() => echoes() >= asked)
    },
    end: async (): Promise<string> => {
      child.stdin.end()
      await until(() => isOver)
      return text.replaceAll('\n> \n', '\n')
    },
  }
}

interface Server {
  readonly url: string
  readonly token: string
  readonly close: () => Promise<void>
}

async function reachServer(): Promise<Server> {
  const { HIDESYNC_SERVER: url, HIDESYNC_TOKEN: token } = process.env
  if (url !== undefined && token !== undefined) return { url, token, close: () => Promise.resolve() }
  const own = await openServer()
  const body = { email: 'writer@example.test', password }
  const { access_token } = await createClient({ baseUrl: own.url }).auth.token({ body })
  return { ...own, token: access_token }
}

async function transcribe({ url, token }: Server, asked: { name: string; language: Language }) {
  const { language } = asked
  const client = createClient({ baseUrl: url, token: () => token })
  const words = spoken[language]
  // The library is there from the beginning.
  const { items } = await client.workflows.list({ query: { search: asked.name } })
  const workflow = items.find(({ name }) => name === asked.name)
  if (workflow === undefined) throw new Error(`There is no workflow “${asked.name}” on this server.`)
  const { id } = await client.executions.start({ params: { id: workflow.id } })
  const params = { id }
  const definition = await client.executions.definition({ params }, { locale: language })
  const compiled = compile(definition as unknown as WorkflowDefinition)
  const play = openPlay([String(id), '--lang', language], {
    ...process.env,
    HIDESYNC_SERVER: url,
    HIDESYNC_TOKEN: token,
    TZ: 'UTC',
  })
  const get = (): Promise<Execution> => client.executions.get({ params })
  const failedOnce = new Set<number>()
  const finish = (step: CompiledStep): readonly string[] => {
    const [option] = step.options
    if (option !== undefined) return [words.choose(option.definition.option_text)]
    if (step.kind === 'time') return [words.done, words.yes]
    if (step.kind !== 'quality_check') return [words.done]
    if (failedOnce.size > 0) return [words.passed]
    failedOnce.add(step.id)
    return [words.failed]
  }
  for (const line of words.begin) await play.say(line)
  for (let turn = 0; turn < 80; turn += 1) {
    const ask = words.asks[turn]
    if (ask !== undefined) await play.say(ask)
    let execution = await get()
    if (execution.status === 'paused') {
      await play.say('1')
      execution = await get()
    }
    if (execution.status !== 'active') break
    const open = execution.available_steps
    const here = execution.current_step_id
    const step = compiled.compiledStep(here !== null && open.includes(here) ? here : null)
    // What is not open waits for something to dry: nobody who writes transcripts does.
    const waiting = compiled.compiledStep(here)
    const lines =
      step !== undefined
        ? finish(step)
        : waiting === undefined
          ? [words.done, words.yes]
          : [...finish(waiting), words.yes]
    for (const line of lines) await play.say(line)
    const after = await get()
    if (after.status !== 'active') break
    // What was said did not do it: the first way on that is no waiting.
    if (after.version === execution.version) await play.say(words.yes)
  }
  const transcript = await play.end()
  const { status } = await get()
  return { transcript, status }
}

const [folder = 'transcripts', ...wanted] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const presets = readdirSync(join(root, 'presets')).filter(name => name.endsWith('.json'))
const isLanguage = (text: string): text is Language => languages.some(language => language === text)
const chosenLanguages = wanted.filter(isLanguage)
const chosenPresets = wanted.filter(text => !isLanguage(text))

const server = await reachServer()
try {
  for (const preset of presets) {
    if (chosenPresets.length > 0 && !chosenPresets.some(text => preset.startsWith(text))) continue
    const { workflow } = JSON.parse(readFileSync(join(root, 'presets', preset), 'utf8')) as {
      readonly workflow: { readonly name: string }
    }
    for (const language of chosenLanguages.length > 0 ? chosenLanguages : languages) {
      const { transcript, status } = await transcribe(server, { name: workflow.name, language })
      const file = join(folder, `${preset.replace('.json', '')}.${language}.txt`)
      writeFileSync(file, transcript)
      console.log(`${file}: ${status}, ${transcript.split('\n').length} lines`)
    }
  }
} finally {
  await server.close()
}
