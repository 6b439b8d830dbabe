import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'

interface FilterSheetProps {
  /** How many are set. */
  readonly count: number
  readonly children: ReactNode
}

/** The filters of a list where they have no room beside it. */
export function FilterSheet({ count, children }: FilterSheetProps) {
  const t = useTranslations('gallery')
  return (
    <Sheet
      title={t('filters')}
      trigger={
        <Button>
          <SlidersHorizontal aria-hidden size={18} />
          {t('open_filters', { count })}
        </Button>
      }
      foot={
        <Button variant="primary" slot="close">
          {t('show_results')}
        </Button>
      }
    >
      {children}
    </Sheet>
  )
}
