/** `#` and six hex digits. */
export type Hex = `#${string}`

export const isHex = (value: unknown): value is Hex => typeof value === 'string' && /^#[\da-f]{6}$/i.test(value)

type Triple = readonly [number, number, number]

const toLinear = (x: number): number => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
const toGamma = (x: number): number => (x <= 0.0031308 ? 12.92 * x : 1.055 * Math.max(x, 0) ** (1 / 2.4) - 0.055)

const channel = (hex: string, at: number): number => toLinear(parseInt(hex.slice(at, at + 2), 16) / 255)
const linear = (hex: string): Triple => [channel(hex, 1), channel(hex, 3), channel(hex, 5)]

/** How light a colour is, from 0 to 1, as WCAG 2 counts it. */
export function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast of two colours, from 1 to 21, as WCAG 2 counts it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** A colour as people see it: lightness 0 to 1, chroma, hue in degrees (OKLCH). */
export interface Oklch {
  readonly lightness: number
  readonly chroma: number
  readonly hue: number
}

export function toOklch(hex: string): Oklch {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  return { lightness, chroma: Math.hypot(x, y), hue: (Math.atan2(y, x) * 180) / Math.PI }
}

function channels({ lightness, chroma, hue }: Oklch): Triple {
  const angle = (hue * Math.PI) / 180
  const [x, y] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3
  const m = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3
  const s = (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3
  return [
    toGamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toGamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toGamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const digits = (value: number): string =>
  Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, '0')

/** The colour for a screen; one that no screen shows gets less chroma until one does. */
export function fromOklch(color: Oklch): Hex {
  for (let chroma = color.chroma; ; chroma -= 0.004) {
    const shown = channels({ ...color, chroma: Math.max(chroma, 0) })
    if (chroma <= 0 || shown.every(value => value >= -0.002 && value <= 1.002)) return `#${shown.map(digits).join('')}`
  }
}
