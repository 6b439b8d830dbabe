import type { Texts } from '../texts.ts'
import { statuses, stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration } = words

const doing = {
  start: 'begin',
  navigate: 'go to another step',
  complete: 'complete a step',
  decide: 'choose',
  skip: 'skip a step',
  fail: 'report that a step went wrong',
  undo: 'take anything back',
  pause: 'pause',
  resume: 'go on',
  cancel: 'cancel it',
  time_out: 'time it out',
  set_variables: 'change anything',
  select_outcome: 'pick an outcome',
  note: 'add a note',
  start_timer: 'start a timer',
  pause_timer: 'pause a timer',
  resume_timer: 'resume a timer',
  extend_timer: 'change a timer',
  stop_timer: 'stop a timer',
}

export const refusing: Pick<Texts, 'refusals' | 'errors'> = {
  refusals: {
    not_begun: () => 'The run has not begun yet: start it first.',
    begun_already: () => 'The run has begun already.',
    no_steps: () => 'This workflow has no steps yet, so there is nothing to start.',
    is_paused: ({ command }) => `The run is paused. Say “resume” first, then you can ${doing[command]}.`,
    is_timed_out: ({ command }) =>
      `The run has gone past its time limit. Say “resume” first, then you can ${doing[command]}.`,
    under_way: () => 'The run is under way already, so just carry on. “Where am I?” tells you which step you are at.',
    wrong_status: ({ command, status }) => `The run is ${statuses[status]}, so you can’t ${doing[command]} any more.`,
    no_such_step: () => 'This workflow has no such step.',
    step_closed: ({ step_id, status, waits_for, one_of, named_by, open }, { step }) => {
      const name = q(step(step_id))
      const instead = open.length > 0 ? ` Open now: ${names(open.map(step))}.` : ''
      if (status === 'pending') {
        const why =
          waits_for.length > 0
            ? one_of
              ? `First comes ${names(waits_for.map(step), 'or')}, whichever you choose.`
              : `First comes ${names(waits_for.map(step))}.`
            : `Only a choice at ${names(named_by.map(step), 'or')} leads there.`
        return `${name} isn’t open yet. ${why}`
      }
      if (status === 'dead') return `${name} is not on your way any more, because of what you chose.${instead}`
      return `${name} ${status === 'failed' ? 'has gone wrong' : `is ${stepStatuses[status]}`} already.${instead}`
    },
    lag_runs: ({ step_id, minutes }, { step }) => `${q(step(step_id))} has to wait for ${duration(minutes)} more.`,
    time_runs: ({ step_id, minutes }, { step }) => `${q(step(step_id))} needs ${duration(minutes)} more.`,
    choose_first: ({ step_id }, { step, options }) =>
      `${q(step(step_id))} asks you to choose: ${names(options(step_id), 'or')}.`,
    verdict_first: ({ step_id }, { step }) => `${q(step(step_id))} is a check: say whether it passed or not.`,
    cannot_skip: ({ step_id, is_check }, { step, options }) =>
      is_check
        ? `The check ${q(step(step_id))} can’t be skipped: say whether it passed or not.`
        : `${q(step(step_id))} can’t be skipped: choose ${names(options(step_id), 'or')}.`,
    nothing_to_decide: ({ step_id }, { step }) =>
      `There is nothing to choose at ${q(step(step_id))}: complete it instead.`,
    no_such_option: ({ step_id }, { step, options }) =>
      `${q(step(step_id))} has no such choice. You can take ${names(options(step_id), 'or')}.`,
    no_such_choice: () => 'This workflow has no such choice.',
    no_such_outcome: () => 'This workflow has no such goal.',
    way_used_up: ({ step_id, target_id, limit }, { step }) =>
      `You can’t go back from ${q(step(step_id))} to ${q(step(target_id))} any more: ${counted(limit, ['round', 'rounds'])} ${limit === 1 ? 'is' : 'are'} all there ${limit === 1 ? 'is' : 'are'}. Choose something else.`,
    target_done: ({ target_id }, { step }) =>
      `${q(step(target_id))} is done already, so that choice leads nowhere. Choose something else.`,
    ruled_out: ({ step_id }, { step }) => `${q(step(step_id))} is not on your way any more, because of what you chose.`,
    no_way_there: ({ step_id }, { step }) => `No way that is still open leads to ${q(step(step_id))}.`,
    way_unknown: ({ step_id, at_step_id }, { step }) =>
      `I can’t tell yet where ${q(step(at_step_id))} leads, so go to ${q(step(step_id))} step by step.`,
    would_skip: ({ step_id, skipped }, { step }) =>
      `Going to ${q(step(step_id))} would skip ${names(skipped.map(step))}.`,
    nothing_to_undo: () => 'There is nothing to take back: nothing has been done since the start.',
    not_the_last: () => 'Something else has been done since. Only what was done last can be taken back.',
    undo_of_nothing: () => 'What was to be taken back was not done, so there is nothing to take back.',
    undo_out_of_reach: () =>
      'What was done before this device left the network can be taken back once it is connected again.',
    no_such_timer: () => 'There is no such timer; perhaps somebody has stopped it.',
    timer_id_taken: ({ label }) => `There is a timer ${q(label)} already: give the new one another name.`,
    too_many_timers: ({ most }) => `There are ${number(most)} timers already: stop one first.`,
    timer_too_long: ({ most }) => `A timer runs from one second to ${duration(most)}.`,
    timer_not_running: ({ label, is_over }) =>
      `The timer ${q(label)} ${is_over ? 'has run out' : 'is paused'}, so there is nothing to pause.`,
    timer_not_paused: ({ label, is_over }) =>
      `The timer ${q(label)} ${is_over ? 'has run out' : 'is running'} already.`,
  },
  errors: {
    notFound: id => `There is no execution ${id} that you may see.`,
    busy: 'Others are changing this run at the same moment. Try again.',
    possibleNow: what => `Possible now: ${words.list(what)}.`,
  },
}
