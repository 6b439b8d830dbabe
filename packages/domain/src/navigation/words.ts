/** What `navigation_options` offers: the commands of a player. */
export const navigationActions = [
  'complete_step',
  'make_decision',
  'navigate_to_step',
  'skip_step',
  'pause',
  'resume',
  'undo',
  'cancel',
] as const
export type NavigationAction = (typeof navigationActions)[number]

/** What can be suggested: an option, or to wait, to begin anew, or nothing. */
export const suggestedActions = [
  'complete_step',
  'make_decision',
  'navigate_to_step',
  'resume',
  'undo',
  'wait',
  'start_again',
  'none',
] as const
export type SuggestedAction = (typeof suggestedActions)[number]

/**
 * How guidance sounds, for whoever speaks or colours it: `supportive` while working, `encouraging` at the beginning, at a milestone
 * and on the last stretch, `careful` where something can go wrong (the author's warnings, a check, a deadline), `thoughtful` at a
 * decision, `patient` while something has to wait, `calm` while paused or out of time, `celebratory` at an outcome and once it is
 * completed, `consoling` when the run failed, `neutral` when it was cancelled.
 */
export const tones = [
  'supportive',
  'encouraging',
  'careful',
  'thoughtful',
  'patient',
  'calm',
  'celebratory',
  'consoling',
  'neutral',
] as const
export type Tone = (typeof tones)[number]

/** Gestures of a touch screen, and what each stands for. */
export const gestureCommand = {
  swipe_right: 'next_step',
  swipe_left: 'previous_step',
  tap_hold: 'complete_step',
  double_tap: 'show_guidance',
  pinch_in: 'show_overview',
  pinch_out: 'show_details',
} as const
export type Gesture = keyof typeof gestureCommand
export type GestureCommand = (typeof gestureCommand)[Gesture]
export const gestures = Object.keys(gestureCommand) as readonly Gesture[]
export const gestureCommands = Object.values(gestureCommand) as readonly GestureCommand[]
