import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { useQuantityText } from '../../../workflows/use-quantity-text.ts'
import styles from './answer.module.css'
import type { Exchange, Saying, ShownAnswer } from './exchange.ts'

interface AnswerBodyProps {
  readonly exchange: Exchange
  /** Absent: it is over, and nothing can be pressed any more. */
  readonly onSay?: (saying: Saying) => void
}

/** What was answered: the words, and what they speak of as one sees it elsewhere in the app. */
export function AnswerBody({ exchange: { answer }, onSay }: AnswerBodyProps) {
  const { message, resources = [], steps = [], progress, commands = [] } = answer
  const quantityText = useQuantityText()
  // What is listed below need not be read twice.
  const isListed = resources.length > 0 || steps.length > 0 || commands.length > 0
  return (
    <div lang={answer.language} dir="auto" className={styles['body']}>
      <p className={styles['message']}>{isListed ? message.split('\n')[0] : message}</p>
      {progress ? <Progress progress={progress} /> : null}
      {resources.length > 0 ? (
        <ul className={styles['rows']}>
          {resources.map(({ id, name, quantity, unit, notes }) => (
            <li key={id}>
              <span>{name}</span>
              <span className={styles['amount']}>{quantityText(quantity, unit)}</span>
              {notes ? <span className={styles['note']}>{notes}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {steps.length > 0 ? <Steps steps={steps} /> : null}
      {commands.length > 0 ? (
        <ul className={styles['rows']}>
          {commands.map(command => (
            <li key={command}>{command}</li>
          ))}
        </ul>
      ) : null}
      {onSay ? <Replies answer={answer} onSay={onSay} /> : null}
    </div>
  )
}

function Progress({ progress }: { readonly progress: NonNullable<ShownAnswer['progress']> }) {
  const t = useTranslations('command')
  const words = useTranslations('runs')
  const { completed_steps: done, total_steps: total, progress_percentage: percent } = progress
  return (
    <ProgressBar
      label={t('progress')}
      value={percent}
      text={words('progress', { done, ahead: total - done, percent: Math.round(percent) })}
    />
  )
}

function Steps({ steps }: { readonly steps: NonNullable<ShownAnswer['steps']> }) {
  const t = useTranslations('player')
  return (
    <ol className={styles['rows']}>
      {steps.map(({ step_id, name, status, is_current }) => (
        <li key={step_id} aria-current={is_current ? 'step' : undefined}>
          <span>{name}</span>
          <span className={styles['amount']}>{is_current ? t('state_current') : t(`state_${status}`)}</span>
        </li>
      ))}
    </ol>
  )
}

/** What one can press instead of answering in words: what may have been meant, what can be chosen, yes and no. */
function Replies({ answer, onSay }: { readonly answer: ShownAnswer; readonly onSay: (saying: Saying) => void }) {
  const t = useTranslations('command')
  const { question, did_you_mean = [], decision_options = [], changed } = answer
  const isDanger = question?.type === 'commands' && question.intent === 'cancel'
  const yesNo = question !== null && question.type !== 'changed'
  const choices = changed || yesNo || did_you_mean.length > 0 ? [] : decision_options
  if (!yesNo && did_you_mean.length === 0 && choices.length === 0) return null
  return (
    <fieldset aria-label={t('replies')} className={styles['replies']}>
      {did_you_mean.map(({ label, command }) => (
        <Button key={label} onPress={() => onSay({ type: 'words', text: command })}>
          {label}
        </Button>
      ))}
      {choices.map(({ id, text }) => (
        <Button key={id} onPress={() => onSay({ type: 'meant', text, intent: 'decide', slots: { option_id: id } })}>
          {text}
        </Button>
      ))}
      {yesNo && did_you_mean.length === 0 ? (
        <>
          <Button onPress={() => onSay({ type: 'meant', text: t('no'), intent: 'no', slots: {} })}>{t('no')}</Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            onPress={() => onSay({ type: 'meant', text: t('yes'), intent: 'yes', slots: {} })}
          >
            {t('yes')}
          </Button>
        </>
      ) : null}
    </fieldset>
  )
}
