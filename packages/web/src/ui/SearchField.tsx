import { Search, X } from 'lucide-react'
import { Button, Input, Label, SearchField as AriaSearchField } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './field.module.css'

interface SearchFieldProps {
  readonly label: string
  readonly clearLabel: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function SearchField({ label, clearLabel, placeholder, value, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField value={value} onChange={onChange} maxLength={200} className={styles['search'] ?? ''}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div className={styles['searchBox']}>
        <Search aria-hidden size={18} className={styles['searchIcon']} />
        <Input
          {...(placeholder === undefined ? {} : { placeholder })}
          className={cx(styles['input'], styles['searchInput'])}
        />
        {value === '' ? null : (
          <Button aria-label={clearLabel} className={styles['clear'] ?? ''}>
            <X aria-hidden size={18} />
          </Button>
        )}
      </div>
    </AriaSearchField>
  )
}
