import type { ReactNode } from 'react'
import styles from '../runs.module.css'

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** A part of the bench under its heading. */
export const Section = ({ id, title, more, children }: SectionProps) => (
  <section aria-labelledby={id} className={styles['section']}>
    <div className={styles['sectionHead']}>
      <h2 id={id}>{title}</h2>
      {more}
    </div>
    {children}
  </section>
)
