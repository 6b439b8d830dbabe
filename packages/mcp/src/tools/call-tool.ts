import { ApiError, type Client } from '@hidesync/contract/client'
import { fieldName } from '@hidesync/contract/http/field-name'
import { SchemaCheck } from '@hidesync/contract/http/schema-check'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { ToolRefusal, type Tool } from './tool.ts'

/** So much text an assistant gets of one tool: about a fifth of what the usual ones can hold. */
const mostText = 100_000

const checks = new WeakMap<Tool, SchemaCheck>()

function checkOf(tool: Tool): SchemaCheck {
  const known = checks.get(tool)
  if (known !== undefined) return known
  const made = new SchemaCheck(tool.input)
  checks.set(tool, made)
  return made
}

/** What was wrong, for an assistant to tell or to mend. */
function refusalText(error: unknown): string | null {
  if (error instanceof ToolRefusal) return error.message
  if (!(error instanceof ApiError)) return null
  const { detail, code, errors = [] } = error.body
  const faults = errors.map(({ message }) => message).filter(message => message !== detail)
  return [detail, ...faults.slice(0, 20).map(message => `- ${message}`), `(${code})`].join('\n')
}

const refused = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] })

interface Calling {
  readonly client: Client
  readonly signal: AbortSignal
  /** Gets what is a fault of ours. */
  readonly onError: (error: unknown) => void
}

interface Everywhere {
  readonly locale?: string
  readonly idempotency_key?: string
}

/** Checks the arguments and does what the tool does; whatever goes wrong is a result that says so, never a stack. */
export async function callTool(
  tool: Tool,
  args: unknown,
  { client, signal, onError }: Calling,
): Promise<CallToolResult> {
  const check = checkOf(tool)
  if (!check.fits(args)) {
    const faults = check.faults(args, fieldName).map(({ message }) => message)
    return refused([`${tool.name} can not be called like this.`, ...faults].join('\n'))
  }
  const { locale, idempotency_key, ...own } = args as Everywhere
  const key = tool.effect === 'reads' ? undefined : (idempotency_key ?? crypto.randomUUID())
  const options = {
    signal,
    ...(locale === undefined ? {} : { locale }),
    ...(key === undefined ? {} : { idempotencyKey: key }),
  }
  try {
    const answer = await tool.run(own, { client, options })
    const text = JSON.stringify(answer)
    // What was done is told in any case.
    if (tool.effect === 'reads' && text.length > mostText)
      return refused(`The answer would be ${text.length} characters long, and at most ${mostText} fit. Ask for less.`)
    return { content: [{ type: 'text', text }], structuredContent: { ...answer } }
  } catch (error) {
    signal.throwIfAborted()
    const told = refusalText(error)
    if (told !== null) return refused(told)
    onError(error)
    return refused('Something went wrong on our side. Look with get_run at what was done before you try again.')
  }
}
