import type { Client } from '@hidesync/contract/client'
import type { Command } from 'commander'
import type { CredentialsFile } from '../identity/credentials-file.ts'
import { printableJson } from '../terminal/clean-text.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** What the process offers: taken once, in `main.ts`, so that nothing else reads the environment. */
export interface Host {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

/** What every command works with. */
export interface CliContext {
  readonly host: Host
  readonly terminal: Terminal
  readonly json: boolean
  /** Address of the server, without a slash at its end. */
  readonly server: string
  readonly credentials: CredentialsFile
  /** Calls as the person signed in. Its answers are fit for a terminal, but with `--json` they are what the server sent. */
  readonly client: Client
  /** The same with answers exactly as the server sent them: for what is written to files. */
  readonly exactClient: Client
  /** The server's clock, epoch milliseconds. */
  readonly now: () => number
}

/** Adds one command to its parent; `open` makes the context once the options are known. */
export type Register = (parent: Command, open: (command: Command) => Promise<CliContext>) => void

/** The result of a command: the document with `--json`, else what `render` says. */
export function show<T>({ terminal, json }: CliContext, value: T, render: (value: T) => string): void {
  terminal.out(json ? printableJson(value) : render(value))
}

/** A remark beside the result; silent with `--json`. */
export function remark({ terminal, json }: CliContext, text: string): void {
  if (!json) terminal.err(text)
}

/** The examples at the foot of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map(line => `  $ hidesync ${line}`).join('\n')}`
}
