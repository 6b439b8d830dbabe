import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { buttonClass, type ButtonLook } from './button-class.ts'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & ButtonLook

/** A button that does something; what leads somewhere is a link. */
export function Button({ variant, size, block, ...props }: ButtonProps) {
  return <AriaButton {...props} className={buttonClass({ variant, size, block })} />
}
