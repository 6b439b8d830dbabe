/** A square of bits, a row for each position: sets of positions that are joined and compared thirty-two at a time. */
export class BitRows {
  readonly size: number
  readonly words: number
  readonly #bits: Uint32Array

  constructor(rows: number, size = rows) {
    this.size = size
    this.words = (size + 31) >>> 5
    this.#bits = new Uint32Array(rows * this.words)
  }

  row(row: number): Uint32Array {
    return this.#bits.subarray(row * this.words, (row + 1) * this.words)
  }

  word(row: number, word: number): number {
    return this.#bits[row * this.words + word] ?? 0
  }

  /** Rows that there are not are left out. */
  setWord(row: number, word: number, bits: number): void {
    if (row < this.size) this.#bits[row * this.words + word] = bits
  }

  add(row: number, bit: number): void {
    const at = row * this.words + (bit >>> 5)
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (bit & 31))
  }

  has(row: number, bit: number): boolean {
    return (((this.#bits[row * this.words + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1
  }
}

/** Swaps rows and columns of thirty-two words, halves by halves. */
function transposeBlock(block: Uint32Array): void {
  for (let width = 16, mask = 0xffff; width > 0; width >>>= 1, mask ^= mask << width)
    for (let row = 0; row < 32; row = ((row | width) + 1) & ~width) {
      const swap = (((block[row] ?? 0) >>> width) ^ (block[row | width] ?? 0)) & mask
      block[row] = (block[row] ?? 0) ^ (swap << width)
      block[row | width] = (block[row | width] ?? 0) ^ swap
    }
}

/** The same bits with rows and columns exchanged. */
export function transposed(bits: BitRows): BitRows {
  const { words } = bits
  const result = new BitRows(bits.size)
  const block = new Uint32Array(32)
  for (let across = 0; across < words; across += 1)
    for (let down = 0; down < words; down += 1) {
      let any = 0
      for (let at = 0; at < 32; at += 1) any |= block[at] = bits.word(down * 32 + at, across)
      if (any === 0) continue
      transposeBlock(block)
      for (let at = 0; at < 32; at += 1) result.setWord(across * 32 + at, down, block[at] ?? 0)
    }
  return result
}

/** A set of positions below `size`. */
export function bitSet(size: number, bits: Iterable<number>): Uint32Array {
  const set = new Uint32Array((size + 31) >>> 5)
  for (const bit of bits) set[bit >>> 5] = (set[bit >>> 5] ?? 0) | (1 << (bit & 31))
  return set
}

export const hasBit = (set: Uint32Array, bit: number): boolean => (((set[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1

/** Joins what lies in `from`, at or above the bit `first`, into `into`; whether anything was new. */
export function join(into: Uint32Array, from: Uint32Array, first = 0): boolean {
  let isNew = false
  for (let word = first >>> 5; word < from.length; word += 1) {
    const mask = word === first >>> 5 ? -1 << (first & 31) : -1
    const old = into[word] ?? 0
    const now = old | ((from[word] ?? 0) & mask)
    if (now === (old | 0)) continue
    into[word] = now
    isNew = true
  }
  return isNew
}

/** The bits of a set in ascending order, from `first` on, before `end`. */
export function bitsOf(set: Uint32Array, first = 0, end = set.length * 32): number[] {
  const bits: number[] = []
  for (let word = first >>> 5; word < set.length && word * 32 < end; word += 1) {
    let left = set[word] ?? 0
    while (left !== 0) {
      const bit = word * 32 + (31 - Math.clz32(left & -left))
      if (bit >= first && bit < end) bits.push(bit)
      left &= left - 1
    }
  }
  return bits
}
