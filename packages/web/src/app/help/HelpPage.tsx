import { folded } from '@hidesync/domain/text/folded'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { PageHeading } from '../PageHeading.tsx'
import { paths } from '../paths.ts'
import styles from './help.module.css'

/** What is explained, in the order in which one comes to need it. */
const topics = [
  'start',
  'choices',
  'mistakes',
  'bench',
  'timers',
  'offline',
  'address',
  'languages',
  'voice',
  'reading',
  'find',
  'safety',
] as const

/** How the app is used, in short chapters that can be searched. */
export function HelpPage() {
  const t = useTranslations('help')
  const [text, type] = useState('')
  const words = folded(text).split(/\s+/).filter(Boolean)
  const found = topics.filter(topic => {
    const all = folded(`${t(`${topic}_title`)} ${t(`${topic}_text`)}`)
    return words.every(word => all.includes(word))
  })
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <SearchField label={t('search')} clearLabel={t('clear')} value={text} onChange={type} />
      <output className={styles['count']}>{t('count', { count: found.length })}</output>
      <p>
        <Link to={paths.helpShortcuts}>{t('to_keys')}</Link>
      </p>
      {found.length === 0 ? <Button onPress={() => type('')}>{t('clear')}</Button> : null}
      {found.map(topic => (
        <section key={topic} aria-labelledby={topic} className={styles['topic']}>
          <h2 id={topic}>{t(`${topic}_title`)}</h2>
          {t(`${topic}_text`)
            .split('\n')
            .map(paragraph => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </section>
      ))}
    </div>
  )
}
