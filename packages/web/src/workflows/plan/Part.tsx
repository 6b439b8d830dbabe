import type { ReactNode } from 'react'
import styles from './plan.module.css'

interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** One part of the plan. */
export const Part = ({ id, title, children }: PartProps) => (
  <section aria-labelledby={id} className={styles['part']}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)
