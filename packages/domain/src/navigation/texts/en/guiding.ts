import type { Texts } from '../texts.ts'
import { words } from './words.ts'

const { quoted: q, names, duration, about } = words

export const guiding: Pick<Texts, 'options' | 'situations' | 'gestures'> = {
  options: {
    complete: step => ({ label: `Complete: ${step}`, description: 'Mark this step as completed' }),
    pass: step => ({ label: `Passed: ${step}`, description: 'It meets the standard' }),
    failCheck: step => ({ label: `Not passed: ${step}`, description: 'It has to be put right' }),
    choose: (option, next, minutes) => ({
      label: `Choose: ${option}`,
      description: next === null ? 'This ends the work' : `Goes on with ${q(next)}; ${about(minutes)} from there`,
    }),
    goTo: (step, isActive) => ({
      label: `Go to: ${step}`,
      description: isActive ? 'Go on with this step' : 'Start this step',
    }),
    lookBack: step => ({ label: `Look back: ${step}`, description: 'Look at this step again; nothing changes' }),
    skip: step => ({ label: `Skip: ${step}`, description: 'Go on without this step' }),
    pause: { label: 'Pause Workflow', description: 'Pause execution to continue later' },
    resume: { label: 'Resume Workflow', description: 'Go on where you stopped' },
    undo: { label: 'Undo', description: 'Take back the last thing you did' },
    cancel: { label: 'Cancel Workflow', description: 'Stop for good; it can’t be resumed' },
  },
  situations: {
    begin: ({ step }) => ({
      primary: `Everything is ready for ${q(step)}.`,
      message: `Ready to begin! Start with ${q(step)}.`,
      reason: 'This is the first step',
    }),
    working: ({ step }) => ({
      primary: `You are working on ${q(step)}.`,
      message: `Take your time with ${q(step)} and mark it complete when you are finished.`,
      reason: 'Step in progress',
    }),
    last: ({ step }) => ({
      primary: `${q(step)} is the last step.`,
      message: `Almost there: finish ${q(step)}, and you are done.`,
      reason: 'Last step',
    }),
    goal: ({ step }) => ({
      primary: `You have made it to ${q(step)}.`,
      message: `Look your work over, then complete ${q(step)}.`,
      reason: 'The goal is reached',
    }),
    milestone: ({ step }) => ({
      primary: `${q(step)} is a milestone.`,
      message: `Take your time with ${q(step)}: once it is done, a good part of the work is behind you.`,
      reason: 'Milestone in progress',
    }),
    decision: ({ step, options }) => ({
      primary: `${q(step)}: now it’s up to you.`,
      message: `A decision is needed at ${q(step)}: choose ${names(options, 'or')}.`,
      reason: 'Decision required',
    }),
    check: ({ step }) => ({
      primary: `Time to look closely: ${q(step)}.`,
      message: `Go through ${q(step)} carefully, then say whether it passed.`,
      reason: 'Quality check in progress',
    }),
    waiting: ({ step, left, other }) => ({
      primary: `${q(step)} needs ${duration(left)} more.`,
      message:
        other === null
          ? `${q(step)} takes its time. If it does not keep you busy, have a break.`
          : `While ${q(step)} takes its time, you can go on with ${q(other)}.`,
      reason: 'Waiting time is running',
    }),
    wait_over: ({ step }) => ({
      primary: `The wait for ${q(step)} is over.`,
      message: `See whether it is ready, then mark ${q(step)} complete.`,
      reason: 'Waiting time is over',
    }),
    deadline: ({ step, left }) => ({
      primary:
        left === null
          ? `The time to begin ${q(step)} has passed.`
          : `${q(step)} has to be started within ${duration(left)}.`,
      message:
        left === null
          ? `See whether ${q(step)} still works, and write down what you find.`
          : `Begin ${q(step)} before the time is up.`,
      reason: left === null ? 'Deadline missed' : 'Deadline is near',
    }),
    looking_back: ({ step, open }) => ({
      primary: `You are looking back at ${q(step)}.`,
      message: `To go on, return to ${names(open, 'or')}.`,
      reason: 'This step is done already',
    }),
    ready: ({ step }) => ({
      primary: `${q(step)} is ready.`,
      message: `Go on with ${q(step)}.`,
      reason: 'Next step is ready',
    }),
    lag: ({ step, left }) => ({
      primary: `${q(step)} can start in ${duration(left)}.`,
      message: `Have a break until ${q(step)} can start.`,
      reason: 'Waiting time is running',
    }),
    stuck: () => ({
      primary: 'There is nothing to do right now.',
      message: 'Have a look at the list of steps to see where you stand.',
      reason: 'No step is open',
    }),
    paused: ({ step }) => ({
      primary: 'You are taking a break.',
      message: step === null ? 'Say “resume” to go on.' : `Say “resume” to go on with ${q(step)}.`,
      reason: 'Workflow is paused',
    }),
    timeout: () => ({
      primary: 'This run has gone past its time limit.',
      message: 'If you want to finish it, say “resume”.',
      reason: 'Time ran out',
    }),
    completed: ({ outcome }) => ({
      primary: outcome === null ? 'Well done, you are finished!' : `Well done: you have made ${q(outcome)}!`,
      message: 'Write down what you would do differently, and start again whenever you like.',
      reason: 'Workflow is completed',
    }),
    failed: () => ({
      primary: 'This time it didn’t work out.',
      message: 'You can take back the last thing you did and try another way.',
      reason: 'No outcome was reached',
    }),
    cancelled: () => ({
      primary: 'This run was cancelled.',
      message: 'Nothing is left to do here. You can start it again any time.',
      reason: 'Workflow was cancelled',
    }),
  },
  gestures: {
    unknown: (gesture, known) => `I don’t know the gesture ${q(gesture)}. I know ${words.list(known)}.`,
    guidance: step => `Here is how ${q(step)} is done.`,
  },
}
