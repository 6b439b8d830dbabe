/** What the exit code of every command means. */
export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  notSignedIn: 3,
  notFound: 4,
  refused: 5,
  unreachable: 6,
  interrupted: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeHelp = `Exit codes:
  0    done
  1    something failed
  2    wrong usage: an unknown option, an unclear name, a value out of range
  3    not signed in, or the session has ended
  4    there is no such thing, or you may not see it
  5    refused, because of how things stand now
  6    the server could not be reached
  130  interrupted with Ctrl-C`
