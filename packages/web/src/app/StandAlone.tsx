import type { ReactNode } from 'react'
import styles from './stand-alone.module.css'

/** The frame of a page that has no room around it. */
export const StandAlone = ({ children }: { readonly children: ReactNode }) => (
  <main id="main" tabIndex={-1} className={styles['alone']}>
    {children}
  </main>
)
