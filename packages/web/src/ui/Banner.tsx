import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { cx } from './cx.ts'

interface BannerProps {
  readonly tone: 'info' | 'warning' | 'danger' | 'success'
  readonly icon?: ReactNode
  /** How it reaches those who do not see it: as a remark, at once, or when there is a pause. */
  readonly announce?: 'note' | 'alert' | 'status'
  readonly label?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Banner({ tone, icon, announce, label, actions, children }: BannerProps) {
  const Box = announce === 'status' ? 'output' : 'div'
  return (
    <Box
      {...(announce && announce !== 'status' ? { role: announce } : {})}
      aria-label={label}
      className={cx(styles['banner'], styles[tone])}
    >
      {icon ? <span className={styles['icon']}>{icon}</span> : null}
      <span className={styles['text']}>{children}</span>
      {actions ? <span className={styles['actions']}>{actions}</span> : null}
    </Box>
  )
}
