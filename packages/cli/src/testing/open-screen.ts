import { spawn } from '@lydell/node-pty'
import headless from '@xterm/headless'

/** A terminal with a program in it, as a person sees and uses it. */
export interface Screen {
  /** What stands on the screen now, row by row, without spaces at their ends. */
  readonly rows: () => readonly string[]
  /** Everything that was written so far, what has scrolled away included. */
  readonly all: () => string
  /** The row that the cursor is in, and its column. */
  readonly cursor: () => { readonly row: string; readonly column: number }
  readonly bells: () => number
  /** Every byte that the program has written. */
  readonly raw: () => string
  readonly type: (text: string) => void
  readonly resize: (columns: number, rows: number) => void
  /** Resolves once something holds; rejects with what is on the screen if it does not, or the program ends before. */
  readonly until: (holds: () => boolean) => Promise<void>
  readonly shows: (text: string) => Promise<void>
  /** The exit code, once the program has ended. */
  readonly end: Promise<number>
  readonly close: () => void
}

export interface ScreenOptions {
  readonly columns: number
  readonly rows: number
  readonly environment: Readonly<Record<string, string>>
}

/** For how long something is waited for, milliseconds. */
const patience = 25_000

/** Runs a program in a pseudo-terminal, with an emulator that reads what it draws. */
export function openScreen(args: readonly string[], { columns, rows, environment }: ScreenOptions): Screen {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5000 })
  const child = spawn(process.execPath, [...args], {
    cols: columns,
    rows,
    // The library sets TERM to this, whatever the environment says.
    name: environment['TERM'] ?? 'xterm-256color',
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...environment },
  })
  let raw = ''
  let bells = 0
  let isOver = false
  const waiting = new Set<() => void>()
  const look = (): void => {
    for (const check of waiting) check()
  }
  terminal.onBell(() => (bells += 1))
  child.onData(text => {
    raw += text
    terminal.write(text, look)
  })
  const end = new Promise<number>(resolve =>
    child.onExit(({ exitCode }) => {
      isOver = true
      resolve(exitCode)
      terminal.write('', look)
    }),
  )
  const buffer = () => terminal.buffer.active
  const row = (at: number): string => buffer().getLine(at)?.translateToString(true).trimEnd() ?? ''
  const from = (start: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => row(start + index))
  const all = (): string => from(0, buffer().length).join('\n').trimEnd()
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const found = holds()
        if (!found && !isOver) return
        waiting.delete(check)
        clearTimeout(late)
        if (found) resolve()
        else reject(new Error(`The program ended before that:\n${all()}`))
      }
      const late = setTimeout(() => reject(new Error(`That is not on the screen:\n${all()}`)), patience)
      waiting.add(check)
      check()
    })
  return {
    rows: () => from(buffer().baseY, terminal.rows),
    all,
    cursor: () => ({ row: row(buffer().baseY + buffer().cursorY), column: buffer().cursorX }),
    bells: () => bells,
    raw: () => raw,
    type: text => child.write(text),
    resize: (width, height) => {
      child.resize(width, height)
      terminal.resize(width, height)
    },
    until,
    shows: text => until(() => all().includes(text)),
    end,
    close: () => {
      if (!isOver) child.kill()
      terminal.dispose()
    },
  }
}
