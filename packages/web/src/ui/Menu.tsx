import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import styles from './menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly isSelected?: boolean
  readonly isDanger?: boolean
  readonly run: () => void
}

interface MenuProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactNode
  /** Groups are parted by a line. */
  readonly groups: readonly (readonly MenuEntry[])[]
}

export function Menu({ label, trigger, groups }: MenuProps) {
  const entries = groups.flat()
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement="bottom end" className={styles['popover'] ?? ''}>
        <AriaMenu
          aria-label={label}
          className={styles['menu'] ?? ''}
          onAction={key => entries.find(entry => entry.id === key)?.run()}
        >
          {groups.flatMap((group, index) => [
            ...(index > 0 ? [<Separator key={`line-${group[0]?.id}`} className={styles['line'] ?? ''} />] : []),
            ...group.map(entry => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                {...(entry.isDanger ? { 'data-danger': '' } : {})}
                {...(entry.isSelected ? { 'data-current': '' } : {})}
                className={styles['item'] ?? ''}
              >
                {entry.icon}
                <span>{entry.label}</span>
              </MenuItem>
            )),
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
