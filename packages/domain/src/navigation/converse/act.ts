import type { Run } from '../run.ts'
import type { AnswerData, Asked, Part, Talk } from './answer.ts'
import { joined } from './parts.ts'
import { told } from './told.ts'

/** What a command is told with, where it is not what it does. */
interface Telling {
  readonly said?: string
  readonly data?: (run: Run) => AnswerData
}

/** Has one command done and tells what came of it. */
export function* act(run: Run, asked: Asked, { said, data }: Telling = {}): Talk<Part> {
  const came = yield asked
  if (!came.ok) return { success: false, message: came.message, code: came.code, run }
  const { did, next } = said === undefined ? told(run, asked.command, came) : { did: said, next: '' }
  return { success: true, message: joined(did, next), did, data: data?.(came.run) ?? {}, run: came.run }
}

/** Has commands done in their order; the first that is refused stops it, and what was done until then is said, too. */
export function* actAll(run: Run, commands: readonly Asked[]): Talk<Part> {
  let now = run
  const messages: string[] = []
  const done: string[] = []
  for (const asked of commands) {
    const part = yield* act(now, asked)
    // Whoever takes back more than there is has taken back all of it.
    const isEnough = part.code === 'execution.nothing_to_undo' && messages.length > 0
    messages.push(part.message)
    done.push(part.did ?? part.message)
    if (!part.success) return { ...part, success: isEnough, message: joined(...messages) }
    now = part.run
  }
  return { success: true, message: joined(...new Set(messages)), did: joined(...new Set(done)), run: now }
}
