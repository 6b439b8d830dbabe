import type { Texts } from '../texts.ts'
import { words } from './words.ts'

const { counted, quoted: q, names, number, duration, exactly } = words

const undone = {
  complete: (step: string) => `Took that back: ${step} is no longer marked as done.`,
  pass: (step: string) => `Took back the verdict that ${step} passed.`,
  not_pass: (step: string) => `Took back the verdict that ${step} did not pass.`,
  decide: (step: string) => `Took back the choice at ${step}.`,
  skip: (step: string) => `Took that back: ${step} is no longer skipped.`,
  fail: (step: string) => `Took back the report that ${step} went wrong.`,
  navigate: (step: string) => `Took back the jump to ${step}.`,
}

export const doing: Pick<Texts, 'done' | 'questions' | 'timers' | 'happened' | 'when'> = {
  done: {
    completed: step => `${q(step)} is done.`,
    passed: step => `${q(step)} passed.`,
    failedCheck: step => `${q(step)} didn’t pass; that’s noted.`,
    decided: option => `You chose ${q(option)}.`,
    skipped: step => `Skipped ${q(step)}.`,
    failed: step => `Noted: ${q(step)} went wrong.`,
    wentTo: (step, n) => `You are now at step ${number(n)}, ${q(step)}.`,
    lookingAt: (step, n) => `Here is step ${number(n)} again, ${q(step)}.`,
    turned: left => `Turning to another open step; ${q(left)} stays open.`,
    skippedOnTheWay: skipped => `Skipped on the way: ${names(skipped)}.`,
    undone: (deed, step) =>
      step !== null && deed in undone
        ? undone[deed as keyof typeof undone](q(step))
        : 'Took back the last thing you did.',
    notesStay: notes =>
      `Notes stay as they are: ${notes.map(q).join(', ')}. If that is no longer true, add a note that says so.`,
    paused: 'Paused. Take your break; everything stays as it is.',
    resumed: 'Good to have you back.',
    cancelled: 'The run is cancelled.',
    noted: step => `Noted for ${q(step)}.`,
    used: (amount, name) => `Noted: you used ${amount} of ${q(name)}.`,
    usedNote: (amount, name) => `Used: ${name}, ${amount}`,
    missingNote: name => `Missing: ${name}`,
    missing: name => `Noted that ${q(name)} is missing.`,
    outcome: name => `Your goal is now ${q(name)}.`,
    again: steps =>
      steps.length === 1
        ? `${names(steps)} has to be done again.`
        : `${counted(steps.length, ['step', 'steps'])} have to be done again: ${names(steps)}.`,
    next: steps =>
      steps.length > 1
        ? `Next, in ${steps.length === 2 ? 'either' : 'any'} order: ${names(steps)}.`
        : `Next: ${names(steps)}.`,
    nextDecision: (step, options) => `Next comes a choice, ${q(step)}: ${names(options, 'or')}.`,
    nextCheck: step => `Next: ${q(step)}. Go through it carefully, then say whether it passed.`,
    nextWait: (step, minutes, other) =>
      other === null
        ? `Next: ${q(step)}. It takes ${duration(minutes)}.`
        : `Next: ${q(step)}. It needs ${duration(minutes)}; meanwhile you can go on with ${q(other)}.`,
    waitsFor: (step, minutes) => `${q(step)} can start in ${duration(minutes)}.`,
    ended: outcome =>
      outcome === null
        ? 'That was the last step. Well done!'
        : `That was the last step. Well done! ${q(outcome)} is finished.`,
    endedFailed: 'There is no way on from here, so the run has failed. Say “undo” to try another way.',
  },
  questions: {
    cancel: (done, total) =>
      `Really cancel this run for good? You have done ${number(done)} of ${number(total)} steps, and it can’t be resumed. Say yes or no.`,
    skip: step => `Skip ${q(step)}, even though you have begun it? Say yes or no.`,
    fail: step => `Record that ${q(step)} went wrong? Say yes or no.`,
    jump: (step, skipped) => `Going to ${q(step)} would skip ${names(skipped)}. Do it? Say yes or no.`,
    undo: count => `Take back the last ${number(count)} things you did? Say yes or no.`,
    early: (step, minutes) =>
      `${q(step)} has ${duration(minutes)} of waiting left. Go ahead now anyway? Say yes or no.`,
    verdict: step => `Did ${q(step)} pass? Say yes or no.`,
    dropped: 'All right, nothing has changed.',
    nothingAsked: 'I haven’t asked you anything. What would you like to do?',
    changedMeanwhile: 'Something has changed since I asked, so I did nothing. Please say it again.',
  },
  timers: {
    started: minutes => `The timer is set for ${exactly(minutes)}`,
    paused: minutes => `Paused the timer with ${duration(minutes)} left`,
    resumed: minutes => `The timer goes on with ${duration(minutes)} left`,
    extended: minutes => `The timer now has ${duration(minutes)} left`,
    stopped: 'Turned the timer off',
    none: 'No timer is running.',
    which: labels => `Which timer do you mean: ${names(labels, 'or')}?`,
    howLong: 'For how long? Say it like “timer 10 minutes”.',
    running: (label, minutes) => `${q(label)}: ${duration(minutes)} left.`,
    isPaused: (label, minutes) => `${q(label)}: paused with ${duration(minutes)} left.`,
    isOver: (label, minutes) =>
      minutes < 1 ? `${q(label)}: time is up.` : `${q(label)}: time was up ${words.ago(minutes)}.`,
    unnamed: 'timer',
  },
  happened: {
    start: () => 'Started',
    navigate: step => `Went to ${q(step ?? '')}`,
    complete: step => `Completed ${q(step ?? '')}`,
    pass: step => `${q(step ?? '')} passed`,
    not_pass: step => `${q(step ?? '')} did not pass`,
    decide: (step, chosen) => (chosen === null ? `Choice made: ${q(step ?? '')}` : `Chose ${q(chosen)}`),
    skip: step => `Skipped ${q(step ?? '')}`,
    fail: step => `${q(step ?? '')} went wrong`,
    undo: step => (step === null ? 'Took something back' : `Took back ${q(step)}`),
    pause: () => 'Paused',
    resume: () => 'Resumed',
    cancel: () => 'Cancelled',
    time_out: () => 'Time ran out',
    set_variables: () => 'Changed details',
    select_outcome: () => 'Picked a goal',
    note: step => `Added a note to ${q(step ?? '')}`,
    start_timer: () => 'Started a timer',
    pause_timer: () => 'Paused a timer',
    resume_timer: () => 'Resumed a timer',
    extend_timer: () => 'Changed a timer',
    stop_timer: () => 'Stopped a timer',
    move: () => 'Moved to a newer version',
  },
  when: (sentence, ago) => `${sentence}, ${ago}`,
}
