import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeading } from '../../../app/PageHeading.tsx'
import { FilterChips } from '../../../ui/FilterChips.tsx'
import { Button } from '../../../ui/Button.tsx'
import { PathList } from '../PathList.tsx'
import { useMedia } from '../../../ui/use-media.ts'
import type { ViewProps } from '../view-props.ts'
import styles from './map.module.css'

const MapGraph = lazy(async () => ({ default: (await import('./MapGraph.tsx')).MapGraph }))

const canBeGoneTo: readonly string[] = ['pending', 'ready', 'active']

/** The whole run: as a list, which is all that a phone has room for at first, or drawn. Any step can be looked at or gone to. */
export function MapView({ player, place }: ViewProps) {
  const t = useTranslations('map')
  const isPhone = useMedia('(max-width: 47.99rem)')
  const [chosen, setChosen] = useState<'outline' | 'graph' | null>(null)
  const [pickedId, setPicked] = useState<number | null>(null)
  const { path, state } = player.view
  const shape = chosen ?? (isPhone ? 'outline' : 'graph')
  const picked = path.find(({ id }) => id === pickedId)
  const goTo = (stepId: number) => {
    place.back()
    player.goTo(stepId)
  }
  return (
    <div className={styles['map']}>
      <PageHeading title={t('title')} />
      <FilterChips
        label={t('shown_as')}
        all={t('outline')}
        options={[{ value: 'graph', label: t('graph') }]}
        value={shape === 'graph' ? 'graph' : null}
        onChange={value => setChosen(value === 'graph' ? 'graph' : 'outline')}
      />
      {shape === 'outline' ? (
        <PathList path={path} shownId={pickedId ?? place.stayId} onLook={setPicked} />
      ) : (
        <Suspense fallback={<p>{t('loading')}</p>}>
          <MapGraph workflow={player.workflow} path={path} pickedId={pickedId} onPick={setPicked} />
        </Suspense>
      )}
      <output className={styles['picked']}>
        {picked === undefined ? null : (
          <span className={styles['pickedStep']}>
            <strong>{t('chosen', { number: picked.number, name: picked.name })}</strong>
            <Button onPress={() => place.look(picked.id)}>{t('look')}</Button>
            {canBeGoneTo.includes(picked.look) && state.status === 'active' ? (
              <Button variant="primary" onPress={() => goTo(picked.id)}>
                {t('go')}
              </Button>
            ) : null}
          </span>
        )}
      </output>
    </div>
  )
}
