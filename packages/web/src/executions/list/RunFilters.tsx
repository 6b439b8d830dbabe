import { useTranslations } from 'use-intl'
import styles from '../../app/list-page.module.css'
import { FilterTags } from '../../ui/FilterTags.tsx'
import { Select } from '../../ui/Select.tsx'
import { sinces, type RunsSearch } from './run-filters.ts'
import type { useFilterOptions } from './use-filter-options.ts'

interface RunFiltersProps {
  readonly search: RunsSearch
  readonly options: ReturnType<typeof useFilterOptions>
  readonly onChange: (search: RunsSearch) => void
}

const fields = ['by', 'workflow', 'outcome', 'project'] as const

/** Who, what, to which end and since when; what holds stands below as tags that can be taken away. */
export function RunFilters({ search, options, onChange }: RunFiltersProps) {
  const t = useTranslations('runs')
  const nameOf = (field: (typeof fields)[number]) =>
    options[field].find(({ id }) => id === search[field])?.name ?? String(search[field])
  const without = (field: string): RunsSearch => ({
    ...search,
    // The outcomes are those of the workflow: they go with it.
    ...(field === 'workflow' ? { outcome: undefined } : {}),
    [field]: undefined,
  })
  const set = fields.filter(field => search[field] !== undefined)
  const tags = [
    ...set.map(field => ({ id: field, text: t(`tag_${field}`, { name: nameOf(field) }) })),
    ...(search.since === undefined ? [] : [{ id: 'since', text: t(`since_${search.since}`) }]),
  ]
  return (
    <>
      <div className={styles['selects']}>
        {/* The others come when it is known what they offer: where they stand moves nothing. */}
        <Select
          label={t('filter_since')}
          options={[
            { value: '', label: t('anything') },
            ...sinces.map(value => ({ value, label: t(`since_${value}`) })),
          ]}
          value={search.since ?? ''}
          onChange={value => onChange({ ...search, since: sinces.find(one => one === value) })}
        />
        {fields
          .filter(field => options[field].length > 0)
          .map(field => (
            <Select
              key={field}
              label={t(`filter_${field}`)}
              options={[
                { value: '', label: t('anything') },
                ...options[field].map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
              value={String(search[field] ?? '')}
              onChange={value => onChange(value === '' ? without(field) : { ...search, [field]: Number(value) })}
            />
          ))}
      </div>
      <FilterTags
        label={t('filters')}
        tags={tags.map(tag => ({ ...tag, removeLabel: t('remove_filter', { name: tag.text }) }))}
        onRemove={field => onChange(without(field))}
      />
    </>
  )
}
