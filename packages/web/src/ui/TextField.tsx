import type { ReactNode, Ref } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import styles from './field.module.css'

type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | null
  /** Lines; absent: a single line. */
  readonly rows?: number
  readonly inputRef?: Ref<HTMLInputElement>
  readonly areaRef?: Ref<HTMLTextAreaElement>
}

export function TextField({ label, help, error, rows, inputRef, areaRef, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className={styles['field'] ?? ''}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {rows === undefined ? (
        <Input ref={inputRef ?? null} className={styles['input'] ?? ''} />
      ) : (
        <TextArea ref={areaRef ?? null} rows={rows} className={styles['input'] ?? ''} />
      )}
      {help ? (
        <Text slot="description" className={styles['help'] ?? ''}>
          {help}
        </Text>
      ) : null}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  )
}
