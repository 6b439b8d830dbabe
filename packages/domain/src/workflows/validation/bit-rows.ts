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

  /** Joins what lies in a row of the same width, at or above the bit `first`, into one of these; whether anything was new. */
  joinRow(row: number, from: BitRows, fromRow: number, first = 0): boolean {
    let isNew = false
    for (let word = first >>> 5; word < this.words; word += 1) {
      const mask = word === first >>> 5 ? -1 << (first & 31) : -1
      const at = row * this.words + word
      const old = (this.#bits[at] ?? 0) | 0
      const now = old | (from.word(fromRow, word) & mask)
      if (now === old) continue
      this.#bits[at] = now
      isNew = true
    }
    return isNew
  }

  /** The same for a set. */
  joinSet(row: number, set: Uint32Array, first = 0): boolean {
    let isNew = false
    for (let word = first >>> 5; word < this.words; word += 1) {
      const mask = word === first >>> 5 ? -1 << (first & 31) : -1
      const at = row * this.words + word
      const old = (this.#bits[at] ?? 0) | 0
      const now = old | ((set[word] ?? 0) & mask)
      if (now === old) continue
      this.#bits[at] = now
      isNew = true
    }
    return isNew
  }

  /** The bits of a row in ascending order, from `first` on, before `end`. */
  bitsOf(row: number, first = 0, end = this.size): number[] {
    const bits: number[] = []
    for (let word = first >>> 5; word < this.words && word * 32 < end; word += 1) {
      let left = this.word(row, word)
      while (left !== 0) {
        const bit = word * 32 + (31 - Math.clz32(left & -left))
        if (bit >= first && bit < end) bits.push(bit)
        left &= left - 1
      }
    }
    return bits
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

export const addBit = (set: Uint32Array, bit: number): void => {
  set[bit >>> 5] = (set[bit >>> 5] ?? 0) | (1 << (bit & 31))
}

export const removeBit = (set: Uint32Array, bit: number): void => {
  set[bit >>> 5] = (set[bit >>> 5] ?? 0) & ~(1 << (bit & 31))
}

/** A set of positions below `size`. */
export function bitSet(size: number, bits: Iterable<number>): Uint32Array {
  const set = new Uint32Array((size + 31) >>> 5)
  for (const bit of bits) addBit(set, bit)
  return set
}
