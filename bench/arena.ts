import type { Contestant } from './contestants.ts'
import type { Engine, Size } from './options.ts'
import type { People } from './seed/seed-people.ts'
import type { Seeded } from './seed/seed.ts'

/** Everything that a measurement needs of one engine: two servers on the same data, and what is in it. */
export interface Arena {
  readonly engine: Engine
  readonly size: Size
  readonly product: Contestant
  readonly bare: Contestant
  readonly people: People
  readonly seeded: Seeded
  /** Tells whoever waits what is being measured. */
  readonly say: (what: string) => void
}
