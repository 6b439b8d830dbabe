import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { useLog } from '../log/use-log.ts'
import { useActorText } from '../log/use-actor-text.ts'
import type { Player } from '../use-player.ts'
import styles from './story.module.css'

/** More than this is read in the log. */
const mostTold = 12

/** What was done so far, the newest last, as sentences. */
export function StoryPast({ player }: { readonly player: Player }) {
  const t = useTranslations('story')
  const { entries } = useLog(player, 'newest')
  const actor = useActorText()
  const done = entries.filter(({ type }) => type !== 'said')
  if (done.length === 0) return null
  return (
    <section aria-labelledby="story-done">
      <h2 id="story-done">{t('done')}</h2>
      {done.length > mostTold ? (
        <Button variant="quiet" onPress={() => player.setPanel('log')}>
          {t('all')}
        </Button>
      ) : null}
      <ol className={styles['past']}>
        {done.slice(-mostTold).map(entry => (
          <li key={entry.id}>
            <bdi>
              {entry.text}
              {entry.words === null ? '' : `: ${entry.words}`}
            </bdi>{' '}
            <span className={styles['who']}>· {actor(entry)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
