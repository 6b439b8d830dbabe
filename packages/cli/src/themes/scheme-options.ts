import type { Theme } from '@hidesync/contract/themes/theme.schemas'
import { InvalidArgumentError } from 'commander'

type Scheme = Theme['color_scheme']
type Colours = Readonly<Record<string, string>>

export interface SchemeOptions {
  readonly primary?: string
  readonly accent?: string
  readonly step?: Colours
}

const none = 'none'

/** `--step tool=#4A5568`, gathered. */
export function stepColour(text: string, before: Colours = {}): Colours {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Give type=colour, such as tool=#4A5568.')
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
}

/** The colours as they are to be: what was there, changed as stated. The server says what is no colour. */
export function schemeFrom({ primary, accent, step = {} }: SchemeOptions, before: Scheme | null) {
  const steps = Object.entries({ ...before?.step_types, ...step }).filter(([, colour]) => colour !== none)
  return {
    version: 1,
    primary: primary ?? before?.primary ?? '',
    accent: accent === undefined ? (before?.accent ?? null) : accent === none ? null : accent,
    step_types: Object.fromEntries(steps),
  }
}
