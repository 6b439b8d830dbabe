import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './sheet.module.css'

interface SheetProps {
  readonly title: string
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly children: ReactNode
  /** What stays in view at its foot; a button in the slot `close` closes it. */
  readonly foot: ReactNode
}

/** A panel that comes up from the lower edge, for what stands beside the content where there is room. */
export const Sheet = ({ title, trigger, children, foot }: SheetProps) => (
  <DialogTrigger>
    {trigger}
    <ModalOverlay isDismissable className={styles['overlay'] ?? ''}>
      <Modal className={styles['modal'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <div className={styles['body']}>{children}</div>
          <div className={styles['foot']}>{foot}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  </DialogTrigger>
)
