import type { Ref } from 'react'
import { Form as AriaForm, type FormProps as AriaFormProps } from 'react-aria-components'

type FormProps = Pick<AriaFormProps, 'aria-labelledby' | 'children'> & {
  readonly ref?: Ref<HTMLFormElement>
  readonly className?: string | undefined
  readonly onSubmit: () => void
}

/** The one way to send something: a field in which something is wrong says so, and never keeps its form from being sent again. */
export function Form({ className = '', onSubmit, ...props }: FormProps) {
  return (
    <AriaForm
      {...props}
      className={className}
      validationBehavior="aria"
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
    />
  )
}
