/**
 * Ids taken from a sequence a block at a time, so that a command knows the ids of its rows before it writes them and
 * pays no round trip for them. Ids left over when a process ends are never used.
 */
export class IdPool {
  readonly #reserve: (count: number) => Promise<readonly number[]>
  readonly #block: number
  #ids: number[] = []

  constructor(reserve: (count: number) => Promise<readonly number[]>, block = 64) {
    this.#reserve = reserve
    this.#block = block
  }

  async take(count: number): Promise<readonly number[]> {
    if (this.#ids.length < count) {
      const reserved = await this.#reserve(Math.max(count, this.#block))
      this.#ids.push(...reserved)
    }
    return this.#ids.splice(0, count)
  }
}
