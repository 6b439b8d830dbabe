import type { importFormatNames } from '@hidesync/contract/presets/preset.routes'
import type { PresetFinding } from '@hidesync/domain/presets/preset'
import type { errorReasons } from '@hidesync/contract/http/errors'
import { AppError } from '../../http/app-error.ts'

export type ImportFormat = (typeof importFormatNames)[number]

/** What a file holds, as a preset that has still to be checked. */
export interface ReadSource {
  readonly value: unknown
  /** What had no place in a preset. */
  readonly warnings: readonly PresetFinding[]
}

/** A file that is not what it says, or that holds what no file may: nothing of it is taken. */
export const unreadable = (sentence: string, reason: (typeof errorReasons)['preset.unreadable'][number]): AppError =>
  new AppError('preset.unreadable', sentence, { reason })

/** Many of one kind say no more than a few. */
const mostWarnings = 200

/** Collects what a file holds and a workflow has no place for. */
export class LeftOut {
  readonly #warnings: PresetFinding[] = []

  /** `message` names the thing and says what became of it. */
  add(path: string, message: string): void {
    if (this.#warnings.length < mostWarnings) this.#warnings.push({ path, code: 'preset.left_out', message })
  }

  list(): readonly PresetFinding[] {
    return this.#warnings
  }
}

/** The beginning of a text, of no more than so many characters; no character is halved. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(most - 1))
  return text.slice(0, isHalf ? most - 1 : most)
}

/** A text as a name: one line, and not too long. */
export function asName(text: string, otherwise: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line === '') return otherwise
  return line.length <= 200 ? line : `${clipped(line, 199)}…`
}

/** A chain of steps, one after the other. */
export const chain = (steps: readonly { readonly id: number }[]) =>
  steps.slice(1).map((step, index) => ({ source_step: steps[index]?.id ?? 0, target_step: step.id }))
