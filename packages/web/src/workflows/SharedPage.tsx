import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { CopyPlus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { useAskKey } from '../app/ask-key.ts'
import { useContentLanguage } from '../app/content-language.ts'
import { ErrorPage, ErrorState } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { useAskingPlace } from '../app/use-asking-place.ts'
import { StandAlone } from '../app/StandAlone.tsx'
import { isUseless, LinkFrame } from '../identity/LinkFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { ContentLanguage, ContentLanguageChip } from '../ui/ContentLanguage.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { WorkflowTheme } from '../ui/WorkflowTheme.tsx'
import { craftScheme } from '@hidesync/domain/themes/craft-scheme'
import { Cover } from './Cover.tsx'
import { NeedsSection } from './NeedsSection.tsx'
import { OutcomesSection } from './OutcomesSection.tsx'
import { ReadySection } from './ReadySection.tsx'
import { StepsSection } from './StepsSection.tsx'
import type { SharedWorkflow } from './shared-workflow.ts'
import styles from './shared-page.module.css'

const route = getRouteApi('/shared/$token')

/** What somebody shared by a link: to be read by anybody, and copied by whoever signs in. */
export function SharedPage() {
  const t = useTranslations('shared')
  const { client } = useApi()
  const { token } = route.useParams()
  const shared = useQuery({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => client.links.read({ params: { token } }, { signal }),
  })
  const retry = () => void shared.refetch()
  if (isUseless(shared.error)) return <LinkFrame title={t('loading_title')} error={shared.error} onRetry={retry} />
  return (
    <StandAlone>
      {shared.isError ? <ErrorPage error={shared.error} onRetry={retry} /> : null}
      {shared.isPending ? (
        <LoadingRegion onRetry={retry}>
          <PageHeading title={t('loading_title')} isHidden />
          <Skeleton shape="title" />
          <Skeleton count={6} />
        </LoadingRegion>
      ) : null}
      {shared.data ? <Shown workflow={shared.data} token={token} /> : null}
    </StandAlone>
  )
}

function Shown({ workflow, token }: { readonly workflow: SharedWorkflow; readonly token: string }) {
  const product = useTranslations('common')('product')
  const { lang, note } = useContentLanguage(workflow)
  const { id, name, description, category, outcomes } = workflow
  return (
    <WorkflowTheme scheme={craftScheme(category)} className={styles['page']}>
      <Link to={paths.home} className={styles['brand']}>
        <img src="/icon.svg" alt="" width={28} height={28} />
        {product}
      </Link>
      <div className={styles['cover']}>
        <Cover category={category} variant={id} />
      </div>
      <ContentLanguage lang={lang}>
        <PageHeading title={name} {...(description ? { lead: description } : {})} />
      </ContentLanguage>
      <ContentLanguageChip note={note} />
      <CopyButton token={token} />
      <OutcomesSection outcomes={outcomes} />
      <ReadySection workflow={workflow} average={null} />
      <NeedsSection workflow={workflow} />
      <StepsSection workflow={workflow} />
    </WorkflowTheme>
  )
}

/** Copies it into one's own workflows; who is not signed in signs in first. */
function CopyButton({ token }: { readonly token: string }) {
  const t = useTranslations('shared')
  const { client, session } = useApi()
  const navigate = useNavigate()
  const key = useAskKey()
  const place = useAskingPlace()
  const copy = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      place.ask()
      const isIn = session.status.get() === 'signed_in' || (await session.restore())
      return isIn ? await client.links.copy({ params: { token } }, { idempotencyKey: key.of(token) }) : null
    },
    onSuccess: async made => {
      if (place.isLeft()) return
      if (made === null) await navigate({ to: paths.login, search: { next: `/shared/${token}` } })
      else await navigate({ to: paths.workflow, params: { id: made.id } })
    },
  })
  return (
    <div>
      <Button variant="primary" isPending={copy.isPending} onPress={() => copy.mutate()}>
        <CopyPlus aria-hidden size={18} />
        {copy.isPending ? t('copying') : t('copy')}
      </Button>
      {copy.isError ? <ErrorState error={copy.error} onRetry={() => copy.mutate()} /> : null}
    </div>
  )
}
