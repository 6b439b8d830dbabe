import type { Workshop } from '@hidesync/contract/identity/identity.schemas'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { LoadingRegion } from '../LoadingRegion.tsx'
import { useManaged } from './use-managed.ts'

interface ManagedWorkshopProps {
  /** What is said to whoever looks after none. */
  readonly none: string
  readonly children: (workshop: Workshop) => ReactNode
}

/** A workshop that one looks after, chosen where there are several. */
export function ManagedWorkshop({ none, children }: ManagedWorkshopProps) {
  const t = useTranslations('people')
  const { workshops, isPending, error, retry } = useManaged()
  const [chosen, choose] = useState<number | null>(null)
  const workshop = workshops.find(({ id }) => id === chosen) ?? workshops[0]
  if (workshop === undefined) {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />
    if (!isPending) return <p>{none}</p>
    return (
      <LoadingRegion onRetry={retry}>
        <Skeleton shape="row" />
      </LoadingRegion>
    )
  }
  return (
    <>
      {workshops.length > 1 ? (
        <Select
          label={t('workshop')}
          options={workshops.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(workshop.id)}
          onChange={value => choose(Number(value))}
        />
      ) : null}
      {children(workshop)}
    </>
  )
}
