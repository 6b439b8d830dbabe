import { interrupted, usageError } from '../command-line/cli-error.ts'
import type { Terminal } from './terminal.ts'

/** Asks a person; where there is none, refuses with what to give instead. */
async function ask<T>(terminal: Terminal, instead: string, prompt: () => Promise<T>): Promise<T> {
  if (!terminal.interactive) throw usageError(`There is no terminal to ask on. ${instead}`)
  try {
    return await prompt()
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError')
      throw interrupted('Interrupted; nothing was changed.')
    throw error
  }
}

export async function askText(terminal: Terminal, message: string, instead: string): Promise<string> {
  return ask(terminal, instead, async () => (await import('@inquirer/prompts')).input({ message, required: true }))
}

export async function askPassword(terminal: Terminal, message: string, instead: string): Promise<string> {
  return ask(terminal, instead, async () => (await import('@inquirer/prompts')).password({ message, mask: true }))
}

export async function askYes(terminal: Terminal, message: string, instead: string): Promise<boolean> {
  return ask(terminal, instead, async () => (await import('@inquirer/prompts')).confirm({ message, default: false }))
}

export interface Choice<T> {
  readonly name: string
  readonly value: T
}

export async function askChoice<T>(
  terminal: Terminal,
  message: string,
  choices: readonly Choice<T>[],
  instead: string,
): Promise<T> {
  return ask(terminal, instead, async () =>
    (await import('@inquirer/prompts')).select<T>({ message, choices: [...choices] }),
  )
}
