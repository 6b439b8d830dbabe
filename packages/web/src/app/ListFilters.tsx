import type { ReactNode } from 'react'
import { useMedia } from '../ui/use-media.ts'
import { FilterSheet } from './FilterSheet.tsx'

interface ListFiltersProps {
  /** How many are set. */
  readonly count: number
  readonly children: ReactNode
}

/** The filters of a list above it; on a phone, where they would push it out of sight, in a sheet. */
export function ListFilters({ count, children }: ListFiltersProps) {
  const isWide = useMedia('(width >= 40rem)')
  return isWide ? children : <FilterSheet count={count}>{children}</FilterSheet>
}
