export interface Point {
  readonly x: number
  readonly y: number
}

export interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

const cell = 200
const step = 30
const margin = 8

/** Ways to move aside, the shortest first. */
const asides: readonly Point[] = Array.from({ length: 31 * 31 }, (_, index) => ({
  x: ((index % 31) - 15) * step,
  y: (Math.floor(index / 31) - 15) * step,
})).toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))

/** The keys of all cells that an area touches. */
export function cellsOf({ x, y, width, height }: Bounds): readonly string[] {
  const keys: string[] = []
  for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column += 1)
    for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row += 1) keys.push(`${column} ${row}`)
  return keys
}

/** Whether two areas share more than their borders. */
export const overlap = (a: Bounds, b: Bounds): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** A drawing that fills up. Each shape gets the free place next to the one that is wanted for it. */
export class FreePlaces {
  readonly #cells = new Map<string, Bounds[]>()
  #bottom = 0

  /** `wanted`: its centre. */
  take(wanted: Point, { width, height }: Pick<Bounds, 'width' | 'height'>): Bounds {
    const at = ({ x, y }: Point): Bounds => ({
      x: wanted.x + x - width / 2,
      y: wanted.y + y - height / 2,
      width,
      height,
    })
    const aside = asides.find(one => this.#isFree(at(one)))
    const bounds = aside === undefined ? { ...at({ x: 0, y: 0 }), y: this.#bottom + margin } : at(aside)
    this.#bottom = Math.max(this.#bottom, bounds.y + height)
    for (const key of cellsOf(bounds)) {
      const known = this.#cells.get(key)
      if (known === undefined) this.#cells.set(key, [bounds])
      else known.push(bounds)
    }
    return bounds
  }

  #isFree({ x, y, width, height }: Bounds): boolean {
    const area = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
    return cellsOf(area).every(key => !(this.#cells.get(key) ?? []).some(other => overlap(area, other)))
  }
}
