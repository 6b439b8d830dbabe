import { keepColours } from './clean-text.ts'
import { colourStyle, plainStyle, type Style } from './style.ts'

/** Where a command writes: results to the standard output, everything else to the standard error. */
export interface Terminal {
  readonly width: number
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
const widest = 100

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
  const colours = onScreen && !plain && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb'
  const columns = (onScreen ? stdout.columns : Number(environment['COLUMNS'])) || 80
  const interactive = stdin.isTTY && onScreen
  return {
    width: Math.min(widest, Math.max(narrowest, columns)),
    style: colours ? colourStyle : plainStyle,
    interactive,
    plain,
    out: text => void stdout.write(`${keepColours(text)}\n`),
    err: text => void stderr.write(`${keepColours(text)}\n`),
    redraw: text => void (interactive && stdout.write(`\r\u001b[K${keepColours(text)}`)),
    ring: () => void (interactive && stdout.write('\u0007')),
  }
}
