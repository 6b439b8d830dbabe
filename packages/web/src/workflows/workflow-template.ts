import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'

/** A workflow as lists show it. */
export type WorkflowTemplate = RouteOutput<Routes['workflows']['templates']>[number]
