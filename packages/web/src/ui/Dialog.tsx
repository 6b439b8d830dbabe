import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './dialog.module.css'

interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** `alertdialog`: something would be lost, or has happened; only its buttons close it, and Escape. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

/** A modal dialog: focus goes in, stays in, and returns to where it was. */
export function Dialog({ isOpen, onClose, title, role = 'dialog', children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      isDismissable={role === 'dialog'}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface DialogActionsProps {
  /** Something would be lost: the focus starts on the first button, which has to be the safe one. */
  readonly startsSafe?: boolean
  readonly children: ReactNode
}

/** The row of buttons that closes a dialog, the safe one first. */
export function DialogActions({ startsSafe = false, children }: DialogActionsProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (startsSafe) row.current?.querySelector('button')?.focus()
  }, [startsSafe])
  return (
    <div ref={row} className={styles['actions']}>
      {children}
    </div>
  )
}
