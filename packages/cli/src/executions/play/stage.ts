import { closeSync, openSync, writeSync } from 'node:fs'
import { usageError } from '../../command-line/cli-error.ts'
import { cleanText } from '../../terminal/clean-text.ts'
import { plainStyle } from '../../terminal/style.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** A terminal that is also told what a person said. */
export interface Stage extends Terminal {
  /** Shows a line that was piped in, and keeps what was said. */
  readonly heard: (line: string) => void
  readonly close: () => void
}

export interface StageOptions {
  /** The standard output holds a document: what is played goes to the standard error. */
  readonly json: boolean
  /** Whether somebody looks at a screen. */
  readonly onScreen: boolean
  /** A file that keeps everything that is shown and said. */
  readonly transcript: string | undefined
}

function openFile(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw usageError(`The transcript can't be written to “${path}”: ${why}. Give a path in a folder that there is.`)
  }
}

/** Where a play takes place: without a screen it is told in plain text. */
export function openStage(terminal: Terminal, { json, onScreen, transcript }: StageOptions): Stage {
  const file = transcript === undefined ? null : openFile(transcript)
  const keep = (text: string): void => {
    if (file !== null) writeSync(file, `${cleanText(text)}\n`)
  }
  const isPlain = terminal.plain || json || !onScreen
  const interactive = terminal.interactive && !json
  const show = json ? terminal.err : terminal.out
  const out = (text: string): void => {
    show(text)
    keep(text)
  }
  return {
    get width() {
      return terminal.width
    },
    get height() {
      return interactive ? terminal.height : null
    },
    style: isPlain ? plainStyle : terminal.style,
    interactive,
    plain: isPlain,
    out,
    err: terminal.err,
    redraw: terminal.redraw,
    ring: () => void (interactive && terminal.ring()),
    heard: line => (interactive ? keep(`> ${line}`) : out(`> ${line}`)),
    close: () => void (file !== null && closeSync(file)),
  }
}
