import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import styles from './popover-button.module.css'

interface PopoverButtonProps {
  readonly label: string
  readonly trigger: ReactNode
  readonly children: ReactNode
}

/** A button that opens a small panel beside itself. */
export function PopoverButton({ label, trigger, children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      {trigger}
      <Popover placement="bottom end" className={styles['popover'] ?? ''}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
