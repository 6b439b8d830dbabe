/** What is done before the test looks: a step completed (with its data), or an option chosen. */
export type Deed =
  string | { readonly step: string; readonly data: Record<string, unknown> } | { readonly choose: string }

// How far a run of the project with every kind of step has come.
export const begun: readonly Deed[] = ['Read the plan']
export const laidOut: readonly Deed[] = [...begun, 'Lay out the leather']
export const byHand: readonly Deed[] = [...laidOut, { choose: 'By hand' }, 'Sew by hand']
export const joined: readonly Deed[] = [...byHand, 'Let the glue dry', 'Cut the straps', 'Join all parts']

export const failed: Deed = { step: 'Check the seam', data: { verdict: 'fail' } }
export const passed: Deed = { step: 'Check the seam', data: { verdict: 'pass' } }
