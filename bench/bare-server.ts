// The least that could answer: routes with one prepared statement for the reads, a transaction of the fewest statements for a command.
// No accounts, no checks, no headers, no log. Settings: HOST, PORT, DATABASE_URL or DATA_DIR, BENCH_READER.
import fastify from 'fastify'
import { openBareDatabase } from './bare/bare-database.ts'
import { completeStep, details, list, lockExecution } from './bare/statements.ts'

const database = await openBareDatabase(process.env)
const reader = Number(process.env['BENCH_READER'])
const app = fastify()

type ById = { Params: { id: string } }
interface Execution {
  readonly id: number
  readonly workflow_id: number
  readonly version: number
  readonly state: { readonly sequence: number }
}

/** As much as the product records of a step that is completed and the next that opens. */
const snapshot = { status: 'active', iteration: 1, ready_at: Date.now(), started_at: Date.now() }
const settled = { ...snapshot, status: 'completed', completed_at: Date.now(), actual_duration: 0.5, notes: null }
const events = JSON.stringify([
  { type: 'step_changed', step_id: 1, from: snapshot, to: settled },
  { type: 'connection_changed', connection_id: 1, from: 'unresolved', to: 'live' },
  { type: 'step_changed', step_id: 2, from: { status: 'pending', iteration: 1 }, to: snapshot },
  { type: 'moved', from: 1, to: 2 },
])

app.get('/readyz', async () => ({ status: 'ok' }))

app.get('/workflows', async () => ({ items: await database.query(list, [reader]) }))

app.get<ById>('/workflows/:id', async ({ params }, reply) => {
  const [found] = await database.query<{ content: string }>(details, [Number(params.id)])
  if (found === undefined) throw new Error('There is no such workflow.')
  const { content, ...row } = found
  reply.type('application/json')
  return `${JSON.stringify(row).slice(0, -1)},${content.slice(1)}`
})

app.post<ById>('/executions/:id/complete', ({ params }) =>
  database.transaction(async query => {
    const [found] = await query<Execution>(lockExecution, [Number(params.id)])
    if (found === undefined) throw new Error('There is no such execution.')
    const { id, workflow_id } = found
    const version = found.version + 1
    const state = { ...found.state, sequence: version }
    const data = JSON.stringify({ workflow_id, execution_id: id, step_id: 1 })
    await query(completeStep, [id, version, JSON.stringify(state), events, data])
    return { id, workflow_id, version, state }
  }),
)

process.once('SIGTERM', () => {
  void app
    .close()
    .then(() => database.close())
    .then(() => process.exit(0))
})
await app.listen({ host: process.env['HOST'] ?? '127.0.0.1', port: Number(process.env['PORT']) })
