import { makeWords } from '../words.ts'

export const words = makeWords({
  language: 'en',
  quotes: ['“', '”'],
  more: count => `${count} more`,
  time: {
    underMinute: 'less than a minute',
    justNow: 'just now',
    second: ['a second', 'seconds'],
    minute: ['a minute', 'minutes'],
    halfHour: 'half an hour',
    hour: ['an hour', 'hours'],
    andHalf: hours => (hours === 1 ? 'an hour and a half' : `${hours} and a half hours`),
    day: ['a day', 'days'],
    joined: (larger, smaller) => `${larger} and ${smaller}`,
    about: duration => `about ${duration}`,
  },
})

export const statuses = {
  active: 'under way',
  paused: 'paused',
  completed: 'finished',
  failed: 'failed',
  cancelled: 'cancelled',
  timeout: 'out of time',
}

export const stepStatuses = {
  pending: 'still to come',
  ready: 'ready to start',
  active: 'in progress',
  completed: 'done',
  skipped: 'skipped',
  failed: 'went wrong',
  dead: 'not on your way',
}
