import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'

/** A workflow as a link shows it. */
export type SharedWorkflow = RouteOutput<Routes['links']['read']>
