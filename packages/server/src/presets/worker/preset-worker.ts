import { parentPort } from 'node:worker_threads'
import { AppError } from '../../http/app-error.ts'
import { doJob } from './jobs.ts'
import type { WorkerAnswer, WorkerRequest } from './messages.ts'

/** A parser that ran out of stack was given something nested beyond all measure; else a text or list grew beyond what there can be. */
const beyond = ({ message }: RangeError): string =>
  /call stack/.test(message)
    ? 'The file is nested too deeply to be read.'
    : 'What the file says becomes too large to be handled. Split it, or make it smaller.'

const answerOf = async ({ id, job }: WorkerRequest): Promise<WorkerAnswer> => {
  try {
    return { id, ok: true, result: await doJob(job) }
  } catch (error) {
    if (error instanceof AppError) {
      const { code, detail, reason, errors } = error
      return { id, ok: false, code, detail, ...(reason && { reason }), ...(errors && { errors }) }
    }
    if (error instanceof RangeError)
      return { id, ok: false, code: 'preset.unreadable', detail: beyond(error), reason: 'too_much_work' }
    return {
      id,
      ok: false,
      code: null,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

const port = parentPort
if (port === null) throw new Error('This is the entry of a thread, not of a process.')
const answer = (message: WorkerAnswer) => port.postMessage(message)

port.on('message', (request: WorkerRequest) => {
  void answerOf(request).then(answer)
})
