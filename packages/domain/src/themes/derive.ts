import { contrast, fromOklch, toOklch, type Hex } from './color.ts'

export type Mode = 'light' | 'dark'

/** What is made of one colour of a theme, so that it can be read in a mode. */
export interface DerivedColor {
  /** Behind text of the colour itself. */
  readonly tint: Hex
  /** Text and icons, on the tint and on every surface. */
  readonly fg: Hex
  /** A filled control. */
  readonly solid: Hex
  /** Text on it. */
  readonly on_solid: Hex
}

/** The surfaces of the web app, on which text of a theme's colour may stand. */
const surfaces: Record<Mode, readonly Hex[]> = {
  light: ['#FFFFFF', '#F3EFEA', '#F9F6F2'],
  dark: ['#1F1B18', '#292420', '#15120F'],
}
const onSolid: Record<Mode, Hex> = { light: '#FFFFFF', dark: '#15120F' }

/** A little more than the 4.5 that WCAG asks for, so that rounding can't fall below. */
const least = 4.6
const mostChroma = 0.15

const between = (low: number, value: number, high: number): number => Math.min(Math.max(value, low), high)

interface Search {
  readonly hue: number
  readonly chroma: number
  readonly from: number
  readonly step: number
  readonly on: readonly Hex[]
}

/** The first colour, going darker or lighter, that can be read on all that it may stand on. */
function readable({ hue, chroma, from, step, on }: Search): Hex {
  for (let lightness = from; lightness > 0 && lightness < 1; lightness += step) {
    const color = fromOklch({ lightness, chroma, hue })
    if (on.every(surface => contrast(color, surface) >= least)) return color
  }
  return step < 0 ? '#000000' : '#FFFFFF'
}

/** The colours to show for a theme's colour: its hue and most of its chroma, as light or dark as it takes to be read. */
export function derive(hex: Hex, mode: Mode): DerivedColor {
  const { lightness, chroma: stated, hue } = toOklch(hex)
  const chroma = Math.min(stated, mostChroma)
  const on_solid = onSolid[mode]
  if (mode === 'light') {
    const tint = fromOklch({ lightness: 0.955, chroma: Math.min(chroma * 0.22, 0.03), hue })
    const darker = { hue, chroma, step: -0.005 }
    return {
      tint,
      fg: readable({ ...darker, from: between(0.3, lightness, 0.62), on: [tint, ...surfaces.light] }),
      solid: readable({ ...darker, from: between(0.3, lightness, 0.66), on: [on_solid] }),
      on_solid,
    }
  }
  const tint = fromOklch({ lightness: 0.285, chroma: Math.min(chroma * 0.3, 0.045), hue })
  const lighter = { hue, chroma: Math.min(chroma, 0.12), from: between(0.6, lightness, 0.95), step: 0.005 }
  return {
    tint,
    fg: readable({ ...lighter, on: [tint, ...surfaces.dark] }),
    solid: readable({ ...lighter, on: [on_solid] }),
    on_solid,
  }
}

/** The worst contrast of text in the derived colours, in that mode. */
export const worstContrast = ({ tint, fg, solid, on_solid }: DerivedColor, mode: Mode): number =>
  Math.min(contrast(solid, on_solid), ...[tint, ...surfaces[mode]].map(surface => contrast(fg, surface)))
