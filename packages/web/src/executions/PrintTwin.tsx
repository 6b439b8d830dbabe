import { createPortal, flushSync } from 'react-dom'
import { useEffect, useState } from 'react'
import { PrintSheet } from '../workflows/print/PrintSheet.tsx'
import styles from './stand-in.module.css'
import { useDefinition, useExecution } from './use-execution.ts'
import { usePrintedRun } from './use-printed-run.ts'

/** Whether the page is being printed; told at once, for the browser does not wait. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const media = window.matchMedia('print')
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    const change = () => (media.matches ? begin() : end())
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    media.addEventListener('change', change)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      media.removeEventListener('change', change)
    }
  }, [])
  return isPrinting
}

/** What is printed in place of a player, which is of no use on paper: the sheets of the run. */
export function PrintTwin({ executionId }: { readonly executionId: number }) {
  const isPrinting = usePrinting()
  const printed = usePrintedRun(useExecution(executionId).data, useDefinition(executionId).data)
  if (!isPrinting || printed === null) return null
  return createPortal(
    <div data-print-twin className={styles['twin']}>
      <PrintSheet printed={printed} />
    </div>,
    document.body,
  )
}
