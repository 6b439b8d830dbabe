import { fileURLToPath } from 'node:url'
import { openApiDocument } from './openapi.ts'

const path = fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url))

/** The checked-in document, as absolute path and content. */
export async function generateOpenApi(): Promise<{ path: string; content: string }[]> {
  return [{ path, content: `${JSON.stringify(openApiDocument(), null, 2)}\n` }]
}
