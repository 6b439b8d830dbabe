import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Select } from '../../../ui/Select.tsx'
import { useManaged } from '../use-managed.ts'
import { Invitations } from './Invitations.tsx'
import { Members } from './Members.tsx'

/** Who belongs to a workshop that one looks after, and who is invited. */
export function PeopleSettings() {
  const t = useTranslations('people')
  const managed = useManaged()
  const [chosen, choose] = useState<number | null>(null)
  const workshop = managed.find(({ id }) => id === chosen) ?? managed[0]
  if (workshop === undefined) return <p>{t('for_managers')}</p>
  return (
    <>
      {managed.length > 1 ? (
        <Select
          label={t('workshop')}
          options={managed.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(workshop.id)}
          onChange={value => choose(Number(value))}
        />
      ) : null}
      <Members key={`members ${workshop.id}`} workshop={workshop} />
      <Invitations key={`invitations ${workshop.id}`} workshopId={workshop.id} />
    </>
  )
}
