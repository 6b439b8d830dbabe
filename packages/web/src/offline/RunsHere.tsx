import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { paths } from '../app/paths.ts'
import styles from './notices.module.css'

/** What can be opened without a connection: the runs that this device keeps. */
export function RunsHere() {
  const t = useTranslations('offline')
  return (
    <section aria-labelledby="here" className={styles['here']}>
      <p>{t('needs_connection')}</p>
      <h2 id="here">{t('on_this_device')}</h2>
      <RunList />
    </section>
  )
}

/** The runs that this device keeps, each with the way to it. */
export function RunList() {
  const t = useTranslations('offline')
  const { runs } = useApi()
  const packed = useSyncExternalStore(runs.packed.subscribe, runs.packed.get)
  if (packed.length === 0) return <p>{t('none_here')}</p>
  return (
    <ul>
      {packed.map(({ id, answer }) => (
        <li key={id}>
          <Link to={paths.run} params={{ id }}>
            {t('run_here', { name: answer.workflow_name, id })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
