/** What can be read, and by which address. */
export type ResourceAddress =
  | { readonly about: 'workflow'; readonly id: number }
  | { readonly about: 'run'; readonly id: number }
  | { readonly about: 'step'; readonly id: number; readonly step_id: number }

const workflow = /^hidesync:\/\/workflows\/([1-9]\d{0,15})$/
const run = /^hidesync:\/\/runs\/([1-9]\d{0,15})(?:\/steps\/([1-9]\d{0,15}))?$/

/** What an address names; null: nothing of ours. */
export function readAddress(uri: string): ResourceAddress | null {
  const ofWorkflow = workflow.exec(uri)?.[1]
  if (ofWorkflow !== undefined) return { about: 'workflow', id: Number(ofWorkflow) }
  const [, id, step_id] = run.exec(uri) ?? []
  if (id === undefined) return null
  return step_id === undefined
    ? { about: 'run', id: Number(id) }
    : { about: 'step', id: Number(id), step_id: Number(step_id) }
}

export const runAddress = (id: number): string => `hidesync://runs/${id}`
