import { useTranslations } from 'use-intl'
import { ManagedWorkshop } from '../ManagedWorkshop.tsx'
import { Invitations } from './Invitations.tsx'
import { Members } from './Members.tsx'

/** Who belongs to a workshop that one looks after, and who is invited. */
export function PeopleSettings() {
  const t = useTranslations('people')
  return (
    <ManagedWorkshop none={t('for_managers')}>
      {workshop => (
        <>
          <Members key={`members ${workshop.id}`} workshop={workshop} />
          <Invitations key={`invitations ${workshop.id}`} workshopId={workshop.id} />
        </>
      )}
    </ManagedWorkshop>
  )
}
