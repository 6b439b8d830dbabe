import { useTranslations } from 'use-intl'
import { NumberField } from '../../../ui/NumberField.tsx'
import { RadioRow } from '../../../ui/RadioRow.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { StepForm } from '../use-step-form.ts'
import { valueText } from '../value-text.ts'
import type { FormField } from './form-fields.ts'
import styles from './forms.module.css'

interface TypeFormProps {
  readonly title: string
  readonly fields: readonly FormField[]
  readonly form: StepForm
}

/** What a step type of the installation asks for, drawn from its schema. */
export function TypeForm({ title, fields, form }: TypeFormProps) {
  return (
    <section aria-label={title} data-blocker="form" className={styles['form']}>
      {fields.map(field => (
        <Field key={field.name} field={field} form={form} />
      ))}
    </section>
  )
}

function Field({ field, form }: { readonly field: FormField; readonly form: StepForm }) {
  const t = useTranslations('player_forms')
  const { name, title, help, kind, isRequired, choices, min, max } = field
  const value = form.values[name] ?? null
  const label = isRequired ? title : t('optional', { title })
  switch (kind) {
    case 'yes_no':
      return (
        <RadioRow
          label={label}
          help={help}
          choices={[
            { value: 'yes', text: t('yes') },
            { value: 'no', text: t('no') },
          ]}
          value={value === null ? null : value === true ? 'yes' : 'no'}
          onChange={next => form.fill(name, next === 'yes')}
        />
      )
    case 'choice':
      return (
        <RadioRow
          label={label}
          help={help}
          choices={choices.map(choice => ({ value: choice, text: choice }))}
          value={value === null ? null : valueText(value)}
          onChange={next => form.fill(name, next)}
        />
      )
    case 'number':
      return (
        <NumberField
          label={label}
          help={help}
          value={typeof value === 'number' ? value : null}
          onChange={next => form.fill(name, next)}
          {...(min === null ? {} : { min })}
          {...(max === null ? {} : { max })}
        />
      )
    case 'text':
      return (
        <TextField
          label={label}
          help={help}
          rows={2}
          maxLength={5000}
          value={typeof value === 'string' ? value : ''}
          onChange={next => form.fill(name, next === '' ? null : next)}
        />
      )
  }
}
