import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../ui/IconButton.tsx'
import { AnswerBody } from './AnswerBody.tsx'
import styles from './answer.module.css'
import type { Exchange, Saying } from './exchange.ts'

interface AnswerCardProps {
  readonly exchange: Exchange
  /** Null: the run has moved on, and what could be pressed would be done to another step. */
  readonly onSay: ((saying: Saying) => void) | null
  readonly onClose: () => void
}

/** The last answer, over the line that it answers. */
export function AnswerCard({ exchange, onSay, onClose }: AnswerCardProps) {
  const t = useTranslations('command')
  return (
    <div className={styles['card']}>
      <div className={styles['head']}>
        <p className={styles['said']}>{exchange.said}</p>
        <IconButton label={t('close_answer')} onPress={onClose}>
          <X aria-hidden size={18} />
        </IconButton>
      </div>
      <output className={styles['answer']}>
        <AnswerBody exchange={exchange} {...(onSay === null ? {} : { onSay })} />
      </output>
    </div>
  )
}
