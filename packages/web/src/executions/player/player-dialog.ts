import { isSamePass } from '@hidesync/domain/executions/step-pass'
import type { StepPass } from '@hidesync/domain/executions/step-row-changes'
import type { Question } from './completing.ts'

/** What is asked about a step. */
export type StepQuestion =
  { readonly type: 'skip' } | { readonly type: 'fail' } | { readonly type: 'problem' } | Question

/** A question with the pass of the step that it was asked about: what comes of it concerns no other. */
export type StepDialog = StepQuestion & { readonly about: StepPass }

/** Which question stands over the player. */
export type PlayerDialog =
  | { readonly type: 'cancel' }
  | { readonly type: 'keys' }
  | { readonly type: 'jump'; readonly step_id: number; readonly skipped: readonly number[] }
  | StepDialog

/** Whether a question has no answer once this is the pass in view. A problem is one of its step, whatever became of that. */
export const lapses = ({ type, about }: StepDialog, inView: StepPass | null): boolean =>
  type !== 'problem' && !isSamePass(about, inView)

/** What somebody wrote into the dialog, and into those that led to it. */
export function wordsOf(dialog: StepDialog, words: string): string {
  const before = 'answers' in dialog ? [dialog.answers.early?.reason, dialog.answers.accepted] : []
  return [...before, words.trim()].filter(Boolean).join('\n')
}

export const aboutOf = (dialog: PlayerDialog | null): StepPass | null =>
  dialog !== null && 'about' in dialog ? dialog.about : null
