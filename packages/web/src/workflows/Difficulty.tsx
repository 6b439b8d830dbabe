import { difficultyLevels, type DifficultyLevel } from '@hidesync/domain/workflows/definition'
import { useTranslations } from 'use-intl'
import { cx } from '../ui/cx.ts'
import styles from './difficulty.module.css'

/** One to four marks and the word. */
export function Difficulty({ level }: { readonly level: DifficultyLevel }) {
  const t = useTranslations('difficulty')
  const marks = difficultyLevels.indexOf(level)
  return (
    <span className={styles['difficulty']}>
      <span aria-hidden className={styles['marks']}>
        {difficultyLevels.map((known, index) => (
          <span key={known} className={cx(styles['mark'], index <= marks && styles['filled'])} />
        ))}
      </span>
      {t(level)}
    </span>
  )
}
