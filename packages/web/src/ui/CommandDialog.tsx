import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, TextField } from 'react-aria-components'
import styles from './command-dialog.module.css'

export interface Command {
  readonly id: string
  readonly name: string
  /** What kind of thing it is, beside the name. */
  readonly kind: string
  readonly icon: ReactNode
}

interface CommandDialogProps {
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What fits the text, the best first. */
  readonly commands: readonly Command[]
  /** How many there are, or that there are none: read out while one types. */
  readonly status: string
  readonly foot?: ReactNode
  readonly onRun: (id: string) => void
  readonly onClose: () => void
}

/** One field from which everything can be reached: the arrows choose while the caret stays in the text. */
export function CommandDialog({ label, placeholder, text, onText, commands, ...props }: CommandDialogProps) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={() => props.onClose()} className={styles['overlay'] ?? ''}>
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''}>
          <Autocomplete inputValue={text} onInputChange={onText}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened in order to type */}
            <TextField aria-label={label} autoFocus className={styles['field'] ?? ''}>
              <Search aria-hidden size={20} />
              <Input placeholder={placeholder} maxLength={200} className={styles['input'] ?? ''} />
            </TextField>
            <Menu
              aria-label={label}
              items={commands}
              onAction={key => props.onRun(String(key))}
              className={styles['list'] ?? ''}
            >
              {command => (
                <MenuItem textValue={command.name} className={styles['item'] ?? ''}>
                  {command.icon}
                  <span className={styles['name']}>{command.name}</span>
                  <span className={styles['kind']}>{command.kind}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
          <output className={commands.length > 0 ? 'visually-hidden' : styles['status']}>{props.status}</output>
          {props.foot ? <div className={styles['foot']}>{props.foot}</div> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
