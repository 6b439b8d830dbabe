import type { SetupProgress } from '@hidesync/contract/identity/setup.schemas'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorPage } from '../../app/ErrorState.tsx'
import { interfaceLanguages } from '../../app/i18n.ts'
import { LoadingRegion } from '../../app/LoadingRegion.tsx'
import { paths } from '../../app/paths.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AccountQuestion, WorkshopQuestion } from './AccountQuestions.tsx'
import { LanguageQuestion, LookQuestion, SamplesQuestion, UnitsQuestion, type QuestionProps } from './Questions.tsx'
import { setupPages, type SetupPageName } from './setup-pages.ts'
import styles from './setup.module.css'
import { useFirstRun } from './use-first-run.ts'
import { useSetupProgress, useSetupSave } from './use-setup.ts'

const route = getRouteApi('/inside/setup')

const questions: Readonly<Record<SetupPageName, ComponentType<QuestionProps>>> = {
  account: AccountQuestion,
  workshop: WorkshopQuestion,
  language: LanguageQuestion,
  units: UnitsQuestion,
  look: LookQuestion,
  samples: SamplesQuestion,
}

/** Where there is one language, nobody is asked which. */
const asked = setupPages.filter(page => page !== 'language' || interfaceLanguages.length > 1)

/** The first run: whoever set the server up makes it theirs. */
export function SetupPage() {
  const product = useTranslations('common')('product')
  const setup = useSetupProgress()
  const retry = () => void setup.refetch()
  if (setup.data && !setup.data.needed) return <Navigate to={paths.home} replace />
  return (
    <main id="main" tabIndex={-1} className={styles['page']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          {product}
        </p>
        {setup.isPending ? (
          <LoadingRegion onRetry={retry}>
            <Skeleton shape="row" count={3} />
          </LoadingRegion>
        ) : null}
        {setup.isError ? <ErrorPage error={setup.error} onRetry={retry} /> : null}
        {setup.data ? <Asked progress={setup.data} /> : null}
      </div>
    </main>
  )
}

function Asked({ progress }: { readonly progress: SetupProgress }) {
  const t = useTranslations('setup')
  const { page = asked[0] ?? 'account' } = route.useSearch()
  const navigate = route.useNavigate()
  const beginFirstRun = useFirstRun()
  const at = asked.indexOf(page)
  const next = asked[at + 1]
  const save = useSetupSave(async () => {
    if (next === undefined) await beginFirstRun()
    else await navigate({ search: { page: next } })
  })
  const Question = questions[page]
  return (
    <>
      <p className={styles['count']}>{t('count', { at: at + 1, total: asked.length })}</p>
      <Question key={page} progress={progress} save={save} />
    </>
  )
}
