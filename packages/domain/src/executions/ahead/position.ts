import type { CompiledWorkflow } from '../../workflows/compiled.ts'
import type { JsonObject } from '../../workflows/definition.ts'

/** Where a walk stands, on arrays that are quick to copy. */
export class Position {
  readonly status: Uint8Array
  readonly ways: Uint8Array
  /** Minutes from now: when an open step may begin, when another one was over or ruled out. */
  readonly time: Float64Array
  /** Positions of the open steps, the first first. */
  open: number[] = []
  /** Among other steps, all pending ones that something has arrived at. */
  half: number[] = []
  /** Among other steps, all that are over or dead though later ones are open; kept where the plan asks for it. */
  ahead: number[] = []
  variables: JsonObject = {}
  /** How often each loop has returned. */
  readonly returned: Int32Array
  reached: number | null = null
  named: number | null = null
  /** When the last step so far is done. */
  latest = 0
  /** Minutes of all steps done. */
  work = 0
  points = 0
  /** How often an option that leads back was chosen. */
  returns = 0
  /** How often each decision has been visited of which something is assumed. */
  visited: readonly number[] = []

  constructor({ steps, connections, loops }: CompiledWorkflow) {
    this.status = new Uint8Array(steps.length)
    this.ways = new Uint8Array(connections.length)
    this.time = new Float64Array(steps.length)
    this.returned = new Int32Array(loops.length)
  }

  /** Stands where another walk does; for as long as that one is not moved they are the same. */
  follow(other: Position): this {
    this.status.set(other.status)
    this.ways.set(other.ways)
    this.time.set(other.time)
    this.returned.set(other.returned)
    this.open = other.open.slice()
    this.half = other.half.slice()
    this.ahead = other.ahead.slice()
    this.variables = other.variables
    this.reached = other.reached
    this.named = other.named
    this.latest = other.latest
    this.work = other.work
    this.points = other.points
    this.returns = other.returns
    this.visited = other.visited
    return this
  }
}
