import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useTimerTitle } from '../executions/timers/use-timer-title.ts'
import { navigations } from './navigations.ts'
import { pageTitle } from './page-title.ts'
import styles from './page-heading.module.css'

interface PageHeadingProps {
  /** Also the title of the document. */
  readonly title: string
  readonly lead?: ReactNode
  readonly isHidden?: boolean
}

/** The document's title: the page, the product, and before them the timer that ends next. */
export function useDocumentTitle(title: string): void {
  const product = useTranslations('common')('product')
  const timer = useTimerTitle()
  useEffect(() => pageTitle.set(title), [title])
  useEffect(() => {
    document.title = `${timer}${title} · ${product}`
  }, [title, product, timer])
}

/** The page's one h1. After a navigation it takes the focus, so that a screen reader says where one is. */
export function PageHeading({ title, lead, isHidden = false }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useDocumentTitle(title)
  useEffect(() => {
    // Not on the first page: there the browser's own start is right, with the skip link first.
    if (navigations.count > 0) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={isHidden ? 'visually-hidden' : styles['heading']}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead ? <p className={styles['lead']}>{lead}</p> : null}
    </div>
  )
}
