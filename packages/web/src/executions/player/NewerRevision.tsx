import { GitBranch, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useWorkflow } from '../../workflows/use-workflow.ts'
import type { Execution } from '../execution.ts'

/** A run follows the revision that it was started with, whatever has become of the workflow since: it says so once. */
export function NewerRevision({ execution }: { readonly execution: Execution }) {
  const t = useTranslations('player')
  const { data } = useWorkflow(execution.workflow_id)
  const [isSeen, setSeen] = useState(false)
  if (isSeen || data === undefined || (data.revision ?? 0) <= execution.revision) return null
  return (
    <Banner
      tone="info"
      announce="status"
      icon={<GitBranch aria-hidden />}
      actions={
        <IconButton label={t('understood')} onPress={() => setSeen(true)}>
          <X aria-hidden size={20} />
        </IconButton>
      }
    >
      {t('newer_revision', { own: execution.revision, newest: data.revision ?? 0 })}
    </Banner>
  )
}
