import { Link } from '@tanstack/react-router'
import { Bookmark, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/Button.tsx'
import { FilterTags } from '../ui/FilterTags.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { facetKeys, without, type GallerySearch } from './gallery-search.ts'
import styles from './gallery.module.css'
import { useFacetLabel } from './use-facet-label.ts'
import { savedFilters, useSavedFilters } from './use-saved-filters.ts'

const SaveFilters = lazy(async () => ({ default: (await import('./SaveFilters.tsx')).SaveFilters }))

interface FilterRowProps {
  readonly search: GallerySearch
  readonly onChange: (search: GallerySearch) => void
}

/** What is being filtered by, each to be taken away; and filters that were kept under a name. */
export function FilterRow({ search, onChange }: FilterRowProps) {
  const t = useTranslations('gallery')
  const labelOf = useFacetLabel()
  const saved = useSavedFilters()
  const [isNaming, setNaming] = useState(false)
  const active = facetKeys.flatMap(key => {
    const value = search[key]
    return value === undefined ? [] : [{ key, label: labelOf(key, value) }]
  })
  const isFiltered = active.length > 0 || search.search !== undefined
  if (!isFiltered && saved.length === 0) return null
  return (
    <div className={styles['row']}>
      <FilterTags
        label={t('active_filters')}
        tags={active.map(({ key, label }) => ({
          id: key,
          text: label,
          removeLabel: t('remove_filter', { name: label }),
        }))}
        onRemove={id => onChange(without(search, ...facetKeys.filter(key => key === id)))}
      />
      {isFiltered ? (
        <Button variant="quiet" onPress={() => setNaming(true)}>
          <Bookmark aria-hidden size={18} />
          {t('save_filters')}
        </Button>
      ) : (
        <ul aria-label={t('saved_filters')} className={styles['chips']}>
          {saved.map(({ name, search: kept }) => (
            <li key={name} className={styles['saved']}>
              <Link to={paths.templates} search={kept}>
                <Bookmark aria-hidden size={16} />
                {name}
              </Link>
              <IconButton label={t('forget_filters', { name })} onPress={() => savedFilters.remove(name)}>
                <X aria-hidden size={16} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {isNaming ? (
        <Suspense>
          <SaveFilters
            suggestion={[search.search, ...active.map(({ label }) => label)].filter(Boolean).join(', ')}
            onClose={() => setNaming(false)}
            search={search}
          />
        </Suspense>
      ) : null}
    </div>
  )
}
