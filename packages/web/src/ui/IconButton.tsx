import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './icon-button.module.css'

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** What it does, for those who do not see the icon. */
  readonly label: string
  readonly children: ReactNode
}

export function IconButton({ label, children, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className={styles['iconButton'] ?? ''}>
      {children}
    </AriaButton>
  )
}
