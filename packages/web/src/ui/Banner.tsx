import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { cx } from './cx.ts'

interface BannerProps {
  readonly tone: 'info' | 'warning' | 'danger' | 'success'
  readonly icon?: ReactNode
  readonly role?: 'note' | 'alert' | 'status'
  readonly label?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Banner({ tone, icon, role, label, actions, children }: BannerProps) {
  return (
    <div role={role} aria-label={label} className={cx(styles['banner'], styles[tone])}>
      {icon ? <span className={styles['icon']}>{icon}</span> : null}
      <div className={styles['text']}>{children}</div>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  )
}
