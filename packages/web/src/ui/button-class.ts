import styles from './button.module.css'
import { cx } from './cx.ts'

export interface ButtonLook {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined
  /** `large`: what one hits with gloves on. */
  readonly size?: 'medium' | 'large' | undefined
  /** As wide as its container. */
  readonly block?: boolean | undefined
}

/** The look of a button, also for links that look like one. */
export const buttonClass = ({ variant = 'secondary', size = 'medium', block = false }: ButtonLook = {}): string =>
  cx(styles['button'], styles[variant], styles[size], block && styles['block'])
