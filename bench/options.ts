import { parseArgs } from 'node:util'

export const engines = ['embedded', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** How much is stored, asked and repeated. */
export interface Size {
  readonly workflows: number
  /** So many there are where the cost of lists is compared with that among 1,000. */
  readonly many: number
  /** Each measures product and bare minimum once; the median counts. */
  readonly rounds: number
  readonly connections: number
  /** Seconds of reading in one round. */
  readonly seconds: number
  /** Executions that each connection walks to their end in one round. */
  readonly walks: number
  /** How often a server is started on the data. */
  readonly starts: number
  /** Lists and details are read once before it counts: what is compiled by then is not measured. */
  readonly warmUp: boolean
  /** Of so many imports of a file the one that disturbs least counts: whatever else the machine does can only add to it. */
  readonly imports: number
}

const sizes = {
  full: {
    workflows: 10_000,
    many: 100_000,
    rounds: 5,
    connections: 16,
    seconds: 3,
    walks: 10,
    starts: 5,
    warmUp: true,
    imports: 3,
  },
  quick: {
    workflows: 1_000,
    many: 5_000,
    rounds: 1,
    connections: 4,
    seconds: 1,
    walks: 1,
    starts: 1,
    warmUp: false,
    imports: 1,
  },
} satisfies Record<string, Size>

export interface Options {
  readonly size: Size
  readonly engines: readonly Engine[]
  readonly json: boolean
}

export const usage = `npm run bench -- [--quick] [--json] [--engine embedded|postgres]
  --quick   a small run: does it work, not how fast is it
  --json    the result as JSON on the standard output
  --engine  one of the two alone
  BENCH_DATABASE_URL names a PostgreSQL in which databases may be made; without it one is started for the run.`

/** Reads the arguments; throws with a sentence about the one that is wrong. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      engine: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const chosen = engines.filter(engine => values.engine === undefined || engine === values.engine)
  if (chosen.length === 0) throw new Error(`There is no engine “${values.engine}”: take ${engines.join(' or ')}.`)
  return { size: values.quick ? sizes.quick : sizes.full, engines: chosen, json: values.json }
}
