import type { ColorScheme } from './color-scheme.ts'

const schemes = {
  leather: { version: 1, primary: '#8A4B16', accent: '#1F5FA8', step_types: {} },
  wood: { version: 1, primary: '#6B4F1D', accent: '#2F6B3C', step_types: {} },
  metal: { version: 1, primary: '#4A5568', accent: '#B4451B', step_types: {} },
  fibre: { version: 1, primary: '#8C3B6E', accent: '#1E7A72', step_types: {} },
  other: { version: 1, primary: '#1F5FA8', accent: '#8A4B16', step_types: {} },
} as const satisfies Record<string, ColorScheme>

export type Craft = keyof typeof schemes

/** By parts of what people call a category. */
const signs: readonly (readonly [Craft, RegExp])[] = [
  ['leather', /leather|leder|cuir|cuero/i],
  ['wood', /wood|holz|bois|madera|carpent|joiner/i],
  ['metal', /metal|forg|smith|schmied|acero|herrer/i],
  ['fibre', /fib[re]{2}|textil|wool|yarn|knit|weav|sew|faser|tejid/i],
]

/** The craft that a category names, as far as it can be told. */
export const craftOf = (category: string | null): Craft =>
  signs.find(([, sign]) => sign.test(category ?? ''))?.[0] ?? 'other'

/** The colours of a workflow that has no theme: those of its craft. */
export const craftScheme = (category: string | null): ColorScheme => schemes[craftOf(category)]
