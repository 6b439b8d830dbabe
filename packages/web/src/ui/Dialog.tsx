import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './dialog.module.css'

interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** `alertdialog`: something would be lost, or has happened; only its buttons close it, and Escape. */
  readonly role?: 'dialog' | 'alertdialog'
  /** What Ctrl Enter (⌘ Enter) inside of it does, as its main button. */
  readonly onConfirm?: () => void
  readonly children: ReactNode
}

/** A modal dialog: focus goes in, stays in, and returns to where it was. */
export function Dialog({ isOpen, onClose, title, role = 'dialog', onConfirm, children }: DialogProps) {
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
          {onConfirm ? <ConfirmKey onConfirm={onConfirm} /> : null}
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Listens as long as the dialog is open: what is modal has all keys to itself. */
function ConfirmKey({ onConfirm }: { readonly onConfirm: () => void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
      event.preventDefault()
      event.stopPropagation()
      onConfirm()
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [onConfirm])
  return null
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
