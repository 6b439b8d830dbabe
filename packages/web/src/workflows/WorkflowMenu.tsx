import { useNavigate } from '@tanstack/react-router'
import { CopyPlus, Download, Ellipsis, Printer, Share2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import type { WorkflowTemplate } from './workflow-template.ts'

const CopyDialog = lazy(() => import('./CopyDialog.tsx').then(({ CopyDialog: it }) => ({ default: it })))
const ExportDialog = lazy(() => import('./ExportDialog.tsx').then(({ ExportDialog: it }) => ({ default: it })))
const ShareDialog = lazy(() => import('./ShareDialog.tsx').then(({ ShareDialog: it }) => ({ default: it })))

const dialogs = { copy: CopyDialog, export: ExportDialog, share: ShareDialog }

interface WorkflowMenuProps {
  readonly workflow: WorkflowTemplate
  /** With a word beside the dots, where there is room. */
  readonly isWide?: boolean
}

/** What else can be done with a workflow, as far as one may. */
export function WorkflowMenu({ workflow, isWide = false }: WorkflowMenuProps) {
  const t = useTranslations('workflow_menu')
  const navigate = useNavigate()
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null)
  const { id, name, permissions } = workflow
  const entry = (key: keyof typeof dialogs, icon: MenuEntry['icon']): MenuEntry => ({
    id: key,
    label: t(key),
    icon,
    run: () => setOpen(key),
  })
  const print = {
    id: 'print',
    label: t('print'),
    icon: <Printer aria-hidden size={18} />,
    run: () => void navigate({ to: paths.workflowPrint, params: { id } }),
  }
  const Opened = open === null ? null : dialogs[open]
  return (
    <>
      <Menu
        label={t('label')}
        trigger={
          isWide ? (
            <Button>
              <Ellipsis aria-hidden size={20} />
              {t('more')}
            </Button>
          ) : (
            <IconButton label={t('open', { name })}>
              <Ellipsis aria-hidden size={20} />
            </IconButton>
          )
        }
        groups={[
          [
            ...(permissions.includes('duplicate') ? [entry('copy', <CopyPlus aria-hidden size={18} />)] : []),
            print,
            ...(permissions.includes('edit') ? [entry('export', <Download aria-hidden size={18} />)] : []),
            ...(permissions.includes('share') ? [entry('share', <Share2 aria-hidden size={18} />)] : []),
          ],
        ]}
      />
      <Suspense>{Opened ? <Opened workflow={workflow} onClose={() => setOpen(null)} /> : null}</Suspense>
    </>
  )
}
