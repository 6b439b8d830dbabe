import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import styles from './checkbox.module.css'

interface SelectBoxProps {
  /** What is selected by it, for those who do not see beside what it stands. */
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

/** The box at the start of a row that selects the row. */
export function SelectBox({ label, isSelected, onChange }: SelectBoxProps) {
  return (
    <Checkbox aria-label={label} isSelected={isSelected} onChange={onChange} className={styles['alone'] ?? ''}>
      <span aria-hidden className={styles['box']}>
        <Check size={16} strokeWidth={3} />
      </span>
    </Checkbox>
  )
}
