import { keepColours } from './clean-text.ts'
import { colourStyle, plainStyle, type Style } from './style.ts'

/** Where a command writes: results to the standard output, everything else to the standard error. */
export interface Terminal {
  /** Columns and rows as they are now: a window can be resized. No rows: nobody looks at a screen. */
  readonly width: number
  readonly height: number | null
  readonly style: Style
  /** A person sits at both ends: prompts are allowed. */
  readonly interactive: boolean
  /** For screen readers: no bars, no colours, no redrawing. */
  readonly plain: boolean
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Writes over the present line; for what changes every second. */
  readonly redraw: (text: string) => void
  /** Sounds the terminal's bell where a person sits. */
  readonly ring: () => void
}

const narrowest = 20
/** Longer lines are hard to read. */
const widest = 100

/** `NO_COLOR` and `FORCE_COLOR` as https://no-color.org and https://force-color.org have them; otherwise colours are for screens. */
function hasColours(environment: TerminalOptions['environment'], onScreen: boolean): boolean {
  if (environment['NO_COLOR']) return false
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return onScreen && environment['TERM'] !== 'dumb'
}

export interface TerminalOptions {
  readonly plain: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

export function openTerminal(options: TerminalOptions): Terminal {
  const { stdin, stdout, stderr, environment, plain } = options
  const onScreen = stdout.isTTY
  const interactive = stdin.isTTY && onScreen
  return {
    get width() {
      const columns = (onScreen ? stdout.columns : Number(environment['COLUMNS'])) || 80
      return Math.min(widest, Math.max(narrowest, columns))
    },
    get height() {
      return interactive && stdout.rows > 0 ? stdout.rows : null
    },
    style: !plain && hasColours(environment, onScreen) ? colourStyle : plainStyle,
    interactive,
    plain,
    out: text => void stdout.write(`${keepColours(text)}\n`),
    err: text => void stderr.write(`${keepColours(text)}\n`),
    redraw: text => void (interactive && stdout.write(`\r\u001b[K${keepColours(text)}`)),
    ring: () => void (interactive && stdout.write('\u0007')),
  }
}
