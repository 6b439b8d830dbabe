import { AppError } from '../../http/app-error.ts'
import type { Job } from './messages.ts'

/** Seconds after which it is worth trying again. */
const later = (seconds: number) => ({ headers: { 'retry-after': String(seconds) } })

/** What is worked on, as people call it. */
const nouns: Readonly<Record<Job['kind'], string>> = {
  read: 'files',
  prepare: 'files',
  match: 'files',
  write: 'files',
  graph: 'large graphs',
  save: 'large graphs',
}

export const busy = (kind: Job['kind']): AppError =>
  new AppError('server.unavailable', `Many ${nouns[kind]} wait for their turn. Try again in a few seconds.`, later(5))

export const busyWithYours = (kind: Job['kind']): AppError =>
  new AppError(
    'request.rate_limited',
    `Several of your ${nouns[kind]} wait for their turn already. Wait until one of them is done, and send this one again.`,
    later(5),
  )

export const closing = (): AppError =>
  new AppError('server.unavailable', 'The server is shutting down. Try again in a minute.', later(60))

/** The thread ended by itself: nothing of the file is stored. */
export const cutShort = (): AppError =>
  new AppError(
    'server.unavailable',
    'The work on what you sent was cut short. Nothing was stored: send it again.',
    later(1),
  )

/** Nobody hears of it: whoever asked has gone. */
export const nobodyWaits = (): AppError =>
  new AppError('request.timeout', 'The request was given up before it was answered.')

function gaveUp(kind: Job['kind'], what: string): AppError {
  switch (kind) {
    case 'write':
      return new AppError(
        'request.too_large',
        `Writing the workflow in this form ${what}, so it was given up. Take it as JSON.`,
      )
    case 'graph':
    case 'save':
      return new AppError('workflow.invalid', `Saving the graph ${what}, so it was given up. Split the workflow.`)
    default:
      return new AppError(
        'preset.unreadable',
        `Reading the file ${what}, so it was given up. Split it, or make it smaller.`,
        { reason: 'too_much_work' },
      )
  }
}

export const tookTooLong = (kind: Job['kind']): AppError => gaveUp(kind, 'takes too long')
export const tookTooMuch = (kind: Job['kind']): AppError => gaveUp(kind, 'needs too much memory')
