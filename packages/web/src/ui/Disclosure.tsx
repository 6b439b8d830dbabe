import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'
import styles from './disclosure.module.css'

interface DisclosureProps {
  readonly title: ReactNode
  readonly isOpenAtFirst?: boolean
  readonly level?: 2 | 3
  readonly children: ReactNode
}

export function Disclosure({ title, isOpenAtFirst = false, level = 2, children }: DisclosureProps) {
  return (
    <AriaDisclosure defaultExpanded={isOpenAtFirst} className={styles['disclosure'] ?? ''}>
      <Heading level={level} className={styles['heading'] ?? ''}>
        <Button slot="trigger" className={styles['trigger'] ?? ''}>
          <ChevronRight aria-hidden size={20} className={styles['chevron']} />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={styles['panel'] ?? ''}>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
