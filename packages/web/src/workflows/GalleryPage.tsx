import { getRouteApi, Link } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { amended } from '../app/amended.ts'
import { FilterSheet } from '../app/FilterSheet.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { buttonClass } from '../ui/button-class.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { Select } from '../ui/Select.tsx'
import { useMedia } from '../ui/use-media.ts'
import { FacetPanel } from './FacetPanel.tsx'
import { FilterRow } from './FilterRow.tsx'
import { GalleryResults } from './GalleryResults.tsx'
import { facetKeys, gallerySorts, without, type GallerySearch } from './gallery-search.ts'
import styles from './gallery.module.css'
import { useSearchText } from './use-search-text.ts'

const route = getRouteApi('/inside/shell/templates')
const asServed = 'served'

/** All templates one may use. What is searched for stands in the address: it can be linked to, and Back undoes it. */
export function GalleryPage() {
  const t = useTranslations('gallery')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isWide = useMedia('(width >= 64rem)')
  const go = useCallback(
    (next: GallerySearch) => void navigate({ search: amended(search, next), resetScroll: false }),
    [navigate, search],
  )
  const [typed, type] = useSearchText(search.search ?? '', text => {
    // Letters of one search are one entry of the browser's history.
    const replace = search.search !== undefined
    const said = text === '' ? {} : { search: text }
    void navigate({ search: now => ({ ...without(now, 'search'), ...said }), replace, resetScroll: false })
  })
  const clear = () => go(search.sort === undefined ? {} : { sort: search.sort })
  const filters = <FacetPanel search={search} onChange={go} />
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <PageHeading title={t('title')} lead={t('lead')} />
        <Link to={paths.import} className={buttonClass()}>
          <FileUp aria-hidden size={18} />
          {t('import')}
        </Link>
      </div>
      {isWide ? (
        <aside aria-label={t('filters')} className={styles['side']}>
          {filters}
        </aside>
      ) : null}
      <div className={styles['content']}>
        <search className={styles['tools']}>
          <SearchField
            label={t('search')}
            clearLabel={t('clear_search')}
            placeholder={t('search_example')}
            value={typed}
            onChange={type}
          />
          <Select
            label={t('sort')}
            options={[
              { value: asServed, label: t(search.search === undefined ? 'sort_changed' : 'sort_relevance') },
              ...gallerySorts
                .filter(sort => sort !== 'changed' || search.search !== undefined)
                .map(sort => ({ value: sort, label: t(`sort_${sort}`) })),
            ]}
            value={search.sort ?? asServed}
            onChange={value => {
              const sort = gallerySorts.find(known => known === value)
              go({ ...without(search, 'sort'), ...(sort === undefined ? {} : { sort }) })
            }}
          />
          {isWide ? null : (
            <FilterSheet count={facetKeys.filter(key => search[key] !== undefined).length}>{filters}</FilterSheet>
          )}
        </search>
        <FilterRow search={search} onChange={go} />
        <GalleryResults search={search} typed={typed} onClear={clear} />
      </div>
    </div>
  )
}
