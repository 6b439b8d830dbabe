import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import styles from './filter-tags.module.css'

interface FilterTagsProps {
  readonly label: string
  readonly tags: readonly { readonly id: string; readonly text: string; readonly removeLabel: string }[]
  readonly onRemove: (id: string) => void
}

/** The filters that hold, each of which can be taken away by itself. */
export function FilterTags({ label, tags, onRemove }: FilterTagsProps) {
  if (tags.length === 0) return null
  return (
    <ul aria-label={label} className={styles['tags']}>
      {tags.map(({ id, text, removeLabel }) => (
        <li key={id} className={styles['tag']}>
          <span>{text}</span>
          <Button aria-label={removeLabel} onPress={() => onRemove(id)} className={styles['remove'] ?? ''}>
            <X aria-hidden size={16} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
