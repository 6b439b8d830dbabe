import { useFormatter, useNow } from 'use-intl'

/** How long ago; the exact time when one points at it. A clock that is ahead makes it no future. */
export function When({ at }: { readonly at: string }) {
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const time = new Date(at)
  return (
    <time dateTime={at} title={format.dateTime(time, { dateStyle: 'medium', timeStyle: 'short' })}>
      {format.relativeTime(time > now ? now : time, now)}
    </time>
  )
}
