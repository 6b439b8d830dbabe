import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './progress-bar.module.css'

interface ProgressBarProps {
  readonly label: string
  /** 0 to 100. */
  readonly value: number
  /** What it says in words; shown beside the bar unless hidden, and read out. */
  readonly text: string
  readonly isTextHidden?: boolean
}

export function ProgressBar({ label, value, text, isTextHidden = false }: ProgressBarProps) {
  return (
    <AriaProgressBar aria-label={label} value={value} valueLabel={text} className={styles['progress'] ?? ''}>
      <div className={styles['track']}>
        <div className={styles['fill']} style={{ inlineSize: `${value}%` }} />
      </div>
      <span className={cx(styles['text'], isTextHidden && 'visually-hidden')}>{text}</span>
    </AriaProgressBar>
  )
}
