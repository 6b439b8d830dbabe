import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { cx } from './cx.ts'

export type ChipTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info' | 'brand'

/** A short state or kind: always with words, the colour only helps. */
export function Chip({ tone = 'neutral', children }: { readonly tone?: ChipTone; readonly children: ReactNode }) {
  return <span className={cx(styles['chip'], styles[tone])}>{children}</span>
}
