import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { buttonClass, type ButtonLook } from './button-class.ts'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'isPending'> &
  ButtonLook & {
    /** What it does is under way: it keeps the focus and its size, and pressing it again does nothing. */
    readonly isPending?: boolean
  }

/**
 * A button that does something; what leads somewhere is a link. While it is pending its caller changes the text: the library's
 * own announcement names a spinner that this button does not have.
 */
export function Button({ variant, size, block, isPending = false, onPress, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      {...(isPending ? { 'data-pending': '' } : {})}
      {...(onPress && !isPending ? { onPress } : {})}
      className={buttonClass({ variant, size, block })}
    />
  )
}
