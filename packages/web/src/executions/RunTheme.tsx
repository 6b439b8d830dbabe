import type { ReactNode } from 'react'
import { WorkflowTheme } from '../ui/WorkflowTheme.tsx'
import { useSchemeOf } from '../workflows/use-scheme.ts'
import styles from './stand-in.module.css'

/** A run in the colours of its workflow. */
export const RunTheme = ({ workflowId, children }: { readonly workflowId: number; readonly children: ReactNode }) => (
  <WorkflowTheme scheme={useSchemeOf(workflowId)} className={styles['themed']}>
    {children}
  </WorkflowTheme>
)
