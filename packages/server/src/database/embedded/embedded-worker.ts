// The thread of the embedded engine: answers one statement after another, in the order in which they were asked.
import { parentPort, workerData } from 'node:worker_threads'
import { checkMajor, DataFolderError, initialiseOnce } from './data-folder.ts'
import { DurableNodeFS } from './durable-node-fs.ts'
import { EmbeddedEngine } from './embedded-engine.ts'
import type { WorkerAnswer, WorkerRequest, WorkerSettings } from './messages.ts'

const port = parentPort
if (port === null) throw new Error('The embedded database runs in a worker thread; it is started by openDatabase.')

const { folder } = workerData as WorkerSettings
const answer = (message: WorkerAnswer) => port.postMessage(message)
const describe = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function open() {
  await initialiseOnce(folder, async unfinished => {
    const engine = await EmbeddedEngine.open(new DurableNodeFS(unfinished))
    await engine.close()
  })
  checkMajor(folder)
  const files = new DurableNodeFS(folder)
  const engine = await EmbeddedEngine.open(files)
  return { files, engine }
}

try {
  const { files, engine } = await open()
  const handle = async (request: WorkerRequest) => {
    const { id } = request
    switch (request.type) {
      case 'run': {
        const outcome = await engine.run(request.sql, request.parameters)
        answer(
          outcome.ok ? { type: 'result', id, result: outcome.result } : { type: 'error', id, fields: outcome.fields },
        )
        return
      }
      case 'count_syncs':
        answer({ type: 'syncs', id, count: files.syncs })
        return
      case 'close':
        await engine.close()
        answer({ type: 'closed', id })
        port.close()
    }
  }
  let last = Promise.resolve()
  port.on('message', (request: WorkerRequest) => {
    last = last
      .then(() => handle(request))
      .catch((error: unknown) => {
        answer({ type: 'lost', message: describe(error) })
        // Nothing that is still in the queue may touch the broken engine.
        port.close()
        process.exit(1)
      })
  })
  answer({ type: 'ready' })
} catch (error) {
  const message = describe(error)
  answer({
    type: 'refused',
    message:
      error instanceof DataFolderError ? message : `The embedded database in ${folder} could not be opened: ${message}`,
  })
  port.close()
}
