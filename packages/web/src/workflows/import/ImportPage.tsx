import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../app/ErrorState.tsx'
import { LoadingRegion } from '../../app/LoadingRegion.tsx'
import { PageHeading } from '../../app/PageHeading.tsx'
import { paths } from '../../app/paths.ts'
import { useAskingPlace } from '../../app/use-asking-place.ts'
import { useMe } from '../../identity/use-me.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { Findings } from './Findings.tsx'
import type { ImportSource } from './import-file.ts'
import styles from './import.module.css'
import { ImportForm } from './ImportForm.tsx'
import { Preview } from './Preview.tsx'
import { useImport, type ImportChoice } from './use-import.ts'

/** A file comes in: choose it, see what is wrong with it and what it holds, and import it whole or not at all. */
export function ImportPage() {
  const t = useTranslations('import')
  const me = useMe().data
  const toast = useToast()
  const navigate = useNavigate()
  const place = useAskingPlace()
  const { check, bring } = useImport()
  const choose = (source: ImportSource) => {
    bring.reset()
    check.mutate(source)
  }
  const checked = check.data
  const bringIn = async (choice: ImportChoice) => {
    if (checked === undefined) return
    place.ask()
    const { name, id } = await bring.mutateAsync({ source: checked.source, ...choice })
    toast({ text: t('done', { name }) })
    if (!place.isLeft()) await navigate({ to: paths.workflow, params: { id } })
  }
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <ChooseFile onChoose={choose} chosen={check.variables?.file ?? null} />
      {me?.is_superuser === false ? <p>{t('who')}</p> : null}
      {check.isPending ? (
        <LoadingRegion>
          <Skeleton shape="row" count={2} />
        </LoadingRegion>
      ) : null}
      {check.isError ? (
        <ErrorState error={check.error} onRetry={() => check.variables && check.mutate(check.variables)} />
      ) : null}
      {checked ? (
        <>
          <Findings report={checked.report} />
          {checked.report.preview ? <Preview preview={checked.report.preview} /> : null}
          {checked.verdict === null ? null : (
            <ImportForm
              source={checked.source}
              report={checked.report}
              verdict={checked.verdict}
              isPending={bring.isPending}
              // What went wrong is told beside the button.
              onImport={choice => void bringIn(choice).catch(() => undefined)}
              error={bring.error}
            />
          )}
        </>
      ) : null}
    </div>
  )
}
