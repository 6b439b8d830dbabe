import { cx } from './cx.ts'
import styles from './skeleton.module.css'

/** A grey shape where content will be; it appears only after a moment, so that quick answers do not flicker. */
export function Skeleton({
  shape = 'line',
  count = 1,
}: {
  readonly shape?: 'line' | 'title' | 'card' | 'row'
  readonly count?: number
}) {
  return Array.from({ length: count }, (_, i) => (
    <div key={i} aria-hidden className={cx(styles['skeleton'], styles[shape])} />
  ))
}
