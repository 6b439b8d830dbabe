import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { Button } from '../ui/Button.tsx'
import { OptionList } from '../ui/OptionList.tsx'
import { durationOf, facetKeys, without, type FacetKey, type GallerySearch } from './gallery-search.ts'
import styles from './gallery.module.css'
import { useFacetLabel } from './use-facet-label.ts'
import { useFacets } from './use-gallery.ts'

type Facets = RouteOutput<Routes['workflows']['facets']>
interface Counted {
  readonly value: string
  readonly count: number
}

/** So many are shown before one asks for the others. */
const few = 6

function countsOf(facets: Facets, key: FacetKey): readonly Counted[] {
  if (key === 'difficulty') return facets.difficulty_level
  if (key !== 'duration') return facets[key]
  return facets.duration
    .filter(({ count }) => count > 0)
    .map(({ min, max, count }) => ({ value: durationOf(min, max), count }))
}

interface FacetPanelProps {
  readonly search: GallerySearch
  readonly onChange: (search: GallerySearch) => void
}

/** What the templates found can be narrowed down by, each value with how many it would leave. */
export const FacetPanel = ({ search, onChange }: FacetPanelProps) => (
  <div className={styles['facets']}>
    {facetKeys.map(facet => (
      <Facet key={facet} {...{ facet, search, onChange }} />
    ))}
  </div>
)

function Facet({ facet, search, onChange }: FacetPanelProps & { readonly facet: FacetKey }) {
  const t = useTranslations('gallery')
  const labelOf = useFacetLabel()
  const format = useFormatter()
  // Counted without the facet itself: its other values stay to be chosen.
  const facets = useFacets(without(search, facet))
  const [isWhole, setWhole] = useState(false)
  const chosen = search[facet] ?? null
  const counts = facets.data ? countsOf(facets.data, facet) : []
  if (counts.length === 0 && chosen === null) return null
  const known = counts.some(({ value }) => value === chosen) || chosen === null
  const all = known ? counts : [{ value: chosen, count: 0 }, ...counts]
  const shown = all.filter(({ value }, at) => isWhole || at < few || value === chosen)
  return (
    <div className={styles['facet']}>
      <OptionList
        label={t(`facet_${facet}`)}
        all={t('any')}
        options={shown.map(({ value, count }) => ({
          value,
          label: labelOf(facet, value),
          count: facets.data?.total_is_minimum ? t('facet_least', { count }) : format.number(count),
        }))}
        value={chosen}
        onChange={value => onChange({ ...without(search, facet), ...(value === null ? {} : { [facet]: value }) })}
      />
      {all.length > shown.length ? (
        <Button variant="quiet" onPress={() => setWhole(true)}>
          {t('more_values', { count: all.length - shown.length })}
        </Button>
      ) : null}
    </div>
  )
}
