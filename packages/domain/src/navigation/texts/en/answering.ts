import type { Texts } from '../texts.ts'
import { stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration, about } = words

export const answering: Pick<Texts, 'answers' | 'readings'> = {
  answers: {
    help: 'Available commands:',
    helpLines: [
      ['help', 'Show this help'],
      ['status', 'Show current progress'],
      ['next', 'Say what comes next, or go to another open step'],
      ['back', 'Look at the step before'],
      ['complete', 'Mark current step as complete'],
      ['skip this step', 'Go on without it'],
      ['go to step 3', 'Go to a step, by number or name'],
      ['show steps', 'List all steps'],
      ['show resources', 'Show required resources'],
      ['instructions', 'Say how the step is done'],
      ['tips', 'Show tips for the step'],
      ['how long will it take?', 'Show the time left'],
      ['note: …', 'Write something down for the step'],
      ['undo', 'Take back the last thing you did'],
      ['pause', 'Take a break'],
    ],
    status: ({ workflow, done, total, percent }) =>
      `Workflow: ${workflow}. ${number(done)} of at most ${counted(total, ['step', 'steps'])} ${done === 1 ? 'is' : 'are'} done, ${number(percent)} percent.`,
    youAreAt: (step, n) => `You are at step ${number(n)}, ${q(step)}.`,
    stepIs: (step, status) =>
      `${q(step)} is ${status === 'failed' ? 'recorded as having gone wrong' : stepStatuses[status]}.`,
    nowhere: 'No step is in view right now.',
    left: minutes => `${about(minutes)} left.`.replace(/^./, first => first.toUpperCase()),
    leftAtMost: (minutes, most) =>
      `${about(minutes)} left, ${duration(most)} at most.`.replace(/^./, first => first.toUpperCase()),
    leftWithWaits: (work, until) =>
      `${about(work)} of work left, ${about(until)} with the waiting in between.`.replace(/^./, first =>
        first.toUpperCase(),
      ),
    waitLeft: (step, minutes) => `${q(step)} needs ${duration(minutes)} more.`,
    nothingLeft: 'Nothing is left to do.',
    elapsed: minutes => `You have been at it for ${about(minutes)}.`,
    after: (step, next) => `After ${q(step)} ${next.length === 1 ? 'comes' : 'come'} ${names(next)}.`,
    afterDecision: step => `What comes after ${q(step)} is for you to choose.`,
    nothingAfter: step => `Nothing comes after ${q(step)}.`,
    finishFirst: step => `Say “done” once ${q(step)} is finished.`,
    nothingBefore: 'There is no step before this one.',
    steps: (workflow, count) => `${workflow} has ${counted(count, ['step', 'steps'])}:`,
    materials: step => `Materials for ${q(step)}:`,
    tools: step => `Tools for ${q(step)}:`,
    resources: step => `What you need for ${q(step)}:`,
    noMaterials: step => `You need no materials for ${q(step)}.`,
    noTools: step => `You need no tools for ${q(step)}.`,
    noResources: step => `Nothing is listed for ${q(step)}. What it takes is in its instructions.`,
    optional: 'optional',
    youNeed: things => `You need: ${things}.`,
    needsIn: (step, thing) => `${thing} for ${q(step)}`,
    needsNot: (step, thing) => `You do not need this for ${q(step)}: ${thing}.`,
    needsNoMore: thing => `You do not need this for what is left: ${thing}.`,
    noInstructions: step => `There are no instructions for ${q(step)}.`,
    tips: step => `Tips for ${q(step)}:`,
    noTips: step => `There are no tips for ${q(step)}.`,
    warnings: step => `Take care with ${q(step)}:`,
    noWarnings: step => `There is nothing special to watch out for with ${q(step)}.`,
    suggests: message => message,
    historyEmpty: 'Nothing has been done yet.',
    history: 'What was done last:',
    options: (step, options) => `${q(step)}: choose ${names(options, 'or')}.`,
    noDecision: 'There is nothing to choose right now.',
    noCheck: 'There is nothing to check right now. Say “done” for the step you are at.',
    option: ({ option, next, minutes, outcome }) =>
      [
        next === null ? `${q(option)} would end the work.` : `${q(option)} goes on with ${q(next)}.`,
        next === null
          ? ''
          : `From there it takes ${about(minutes)}${outcome === null ? '' : `, and you get ${q(outcome)}`}.`,
      ]
        .join(' ')
        .trim(),
    path: ({ outcome, count, minutes }) =>
      `The best way${outcome === null ? ' to the end' : ` to ${q(outcome)}`} has ${counted(count, ['step', 'steps'])} and takes ${about(minutes)}.`,
    pathSteps: steps => `It goes through ${names(steps)}.`,
    pathChoose: (step, option) => `At ${q(step)}, choose ${q(option)}.`,
    noPath: outcome =>
      outcome === null ? 'No way leads on from here.' : `No way that is still open leads to ${q(outcome)}.`,
    whichOutcome: outcomes => `Which goal do you mean: ${names(outcomes, 'or')}?`,
    noOutcomes: 'This workflow has only one goal.',
    whatNote: 'What shall I write down? Say “note” and then your words.',
    noteTooLong: (count, most) =>
      `A note has at most ${number(most)} characters, and this one has ${number(count)}. Nothing was written down: say it in several notes.`,
    whatUsed: 'How much of what did you use? Say it like “used 2 pieces of leather”.',
    whatMissing: 'What is missing? Say it like “missing thread”.',
    noteNowhere: 'Go to a step first, so that I know where to write it down.',
    didYouMean: labels =>
      labels.length === 1 ? `Did you mean: ${labels.join('')}?` : `Did you mean one of these? ${labels.join(', ')}`,
    unknown: 'I did not understand that. You can say one of these:',
    unknownAloud: sentences => `I did not understand that. You can say ${words.list(sentences, 'or')}.`,
    tooLong: 'That was a bit much at once. Please say it in one short sentence.',
    empty: 'I didn’t hear anything. What would you like to do?',
    noSuchStep: (n, total) => `There is no step ${number(n)}; the steps go from 1 to ${number(total)}.`,
    noStepNamed: name => `I can’t find a step called ${q(name)}. Say “show steps” to see them all.`,
    notYet: 'That is not possible here.',
    stepsOpen: steps => `Open now: ${names(steps)}.`,
  },
  readings: {
    help: () => ['Show what you can say', 'help'],
    status: () => ['Show how far you are', 'status'],
    where_am_i: () => ['Say where you are', 'where am I?'],
    next: () => ['Go to the next step', 'next'],
    previous: () => ['Go back a step', 'back'],
    complete: step =>
      step === null ? ['Complete this step', 'complete'] : [`Complete ${q(step)}`, `complete ${step}`],
    skip: step => (step === null ? ['Skip this step', 'skip this step'] : [`Skip ${q(step)}`, `skip ${step}`]),
    fail: step =>
      step === null
        ? ['Say that this step went wrong', 'this step failed']
        : [`Say that ${q(step)} went wrong`, `${step} failed`],
    goto: step => (step === null ? ['Go to another step', 'show steps'] : [`Go to ${q(step)}`, `go to ${step}`]),
    list_steps: () => ['List all steps', 'show steps'],
    overview: () => ['Show the overview', 'overview'],
    list_materials: () => ['Show the materials', 'what materials do I need?'],
    list_tools: () => ['Show the tools', 'what tools do I need?'],
    list_resources: () => ['Show what you need', 'what do I need?'],
    instructions: () => ['Say how it is done', 'instructions'],
    tips: () => ['Show tips', 'tips'],
    warnings: () => ['Show warnings', 'warnings'],
    time_remaining: () => ['Say how much time is left', 'how long will it take?'],
    suggest: () => ['Suggest what to do', 'what should I do?'],
    path: outcome =>
      outcome === null ? ['Show the best way', 'best path'] : [`Show the way to ${q(outcome)}`, `path to ${outcome}`],
    what_if: option => (option === null ? null : [`Show where ${q(option)} leads`, `what if I choose ${option}?`]),
    decide: option => (option === null ? null : [`Choose ${q(option)}`, `choose ${option}`]),
    select_outcome: outcome => (outcome === null ? null : [`Make ${q(outcome)} the goal`, `I want ${outcome}`]),
    start_timer: (name, amount) =>
      !amount
        ? ['Start a timer', 'start timer']
        : name === null
          ? [`Start a timer for ${amount}`, `timer ${amount}`]
          : [`Start a timer for ${amount}: ${q(name)}`, `timer for ${amount} called ${name}`],
    pause_timer: name =>
      name === null ? ['Pause the timer', 'pause timer'] : [`Pause the timer ${q(name)}`, `pause the timer ${name}`],
    resume_timer: name =>
      name === null
        ? ['Let the timer go on', 'resume timer']
        : [`Let the timer ${q(name)} go on`, `resume the timer ${name}`],
    extend_timer: (name, amount) => {
      const more = amount ?? '5 minutes'
      return name === null
        ? [`Add ${more} to the timer`, `add ${more}`]
        : [`Add ${more} to the timer ${q(name)}`, `add ${more} to the timer ${name}`]
    },
    stop_timer: name =>
      name === null ? ['Stop the timer', 'stop timer'] : [`Stop the timer ${q(name)}`, `stop the timer ${name}`],
    list_timers: () => ['Show the timers', 'show timers'],
    add_note: text => (text === null ? ['Write a note', 'note'] : [`Write down ${q(text)}`, `note: ${text}`]),
    record_usage: (thing, amount) =>
      thing === null || !amount ? null : [`Note that you used ${amount} of ${q(thing)}`, `used ${amount} of ${thing}`],
    report_shortage: thing => (thing === null ? null : [`Say that ${q(thing)} is missing`, `missing ${thing}`]),
    history: () => ['Show what was done', 'history'],
    undo: () => ['Take back the last thing', 'undo'],
    pause: () => ['Pause', 'pause'],
    resume: () => ['Go on', 'resume'],
    cancel: () => ['Cancel the run', 'cancel workflow'],
    repeat: () => ['Say it again', 'repeat'],
    yes: () => ['Yes', 'yes'],
    no: () => ['No', 'no'],
  },
}
