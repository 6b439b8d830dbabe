import type { Route } from '@hidesync/contract/http/route'
import { apiPrefix } from '@hidesync/contract/routes'
import { readFileSync } from 'node:fs'

interface Operation {
  readonly responses: Readonly<Record<string, object>>
}

const { paths } = JSON.parse(readFileSync(new URL('../../../../../docs/openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** The statuses that the API document, as it is checked in, gives for the route; none where it does not have it. */
export function documentedStatuses({ method, path }: Route): readonly number[] {
  const operation = paths[`${apiPrefix}${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()]
  return Object.keys(operation?.responses ?? {}).map(Number)
}
