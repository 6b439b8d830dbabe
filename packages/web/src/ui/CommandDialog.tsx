import { Search } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
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
  /** The commands are those of the text as it stands, not of the one before the last letter. */
  readonly isCurrent: boolean
  /** How many there are, or that there are none: read out while one types. */
  readonly status: string
  readonly foot?: ReactNode
  readonly onRun: (id: string) => void
  readonly onClose: () => void
}

/**
 * What Enter in the field does. The first command is run unless another was chosen since the last letter; who types
 * faster than the list follows gets the first one of what was typed, once it is there, and never one of an older list.
 */
function useEnter({ text, commands, isCurrent, onRun }: CommandDialogProps) {
  const chosenFor = useRef<string>(undefined)
  const awaitedFor = useRef<string>(undefined)
  const first = isCurrent ? commands[0]?.id : undefined
  useEffect(() => {
    const isAwaited = awaitedFor.current === text
    if (isAwaited && first === undefined) return
    awaitedFor.current = undefined
    if (isAwaited && first !== undefined) onRun(first)
  }, [text, first, onRun])
  const choose = () => {
    chosenFor.current = text
  }
  return {
    choose,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') choose()
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
      if (chosenFor.current === text || text.trim() === '') return
      event.preventDefault()
      event.stopPropagation()
      if (first === undefined) awaitedFor.current = text
      else onRun(first)
    },
  }
}

/** One field from which everything can be reached: the arrows choose while the caret stays in the text. */
export function CommandDialog(props: CommandDialogProps) {
  const { label, commands } = props
  const enter = useEnter(props)
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={() => props.onClose()} className={styles['overlay'] ?? ''}>
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''}>
          <Autocomplete inputValue={props.text} onInputChange={props.onText}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened in order to type */}
            <TextField aria-label={label} autoFocus className={styles['field'] ?? ''}>
              <Search aria-hidden size={20} />
              <Input
                placeholder={props.placeholder}
                maxLength={200}
                onKeyDownCapture={enter.onKeyDown}
                className={styles['input'] ?? ''}
              />
            </TextField>
            <Menu
              aria-label={label}
              items={commands}
              onAction={key => props.onRun(String(key))}
              onPointerMove={({ movementX, movementY }) => {
                // A list that grows under a resting pointer says that it moved, too.
                if (movementX !== 0 || movementY !== 0) enter.choose()
              }}
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
