import { useTranslations } from 'use-intl'
import { Focus, Map, ScrollText } from 'lucide-react'
import styles from './player-bar.module.css'
import type { PlayerViewName } from './view-names.ts'
import { offeredViews } from './views.ts'

const icons = { focus: Focus, story: ScrollText, map: Map } as const

interface ViewSwitchProps {
  readonly viewName: PlayerViewName
  readonly onView: (view: PlayerViewName) => void
}

/** Which view of the run one is in; shown as soon as there is a choice. */
export function ViewSwitch({ viewName, onView }: ViewSwitchProps) {
  const t = useTranslations('player_views')
  if (offeredViews.length < 2) return null
  return (
    <fieldset aria-label={t('label')} className={styles['views']}>
      {offeredViews.map(name => {
        const Icon = icons[name]
        return (
          <button
            key={name}
            type="button"
            aria-pressed={name === viewName}
            className={styles['view']}
            onClick={() => onView(name)}
          >
            <Icon aria-hidden size={18} />
            <span className={styles['viewName']}>{t(name)}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
