import { useQuery } from '@tanstack/react-query'
import { CloudCheck } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { useApi } from '../../../app/api.ts'

const kilobyte = 1000

/** Whether the app itself opens without a connection: then its service worker is here. */
const isAppHere = async () => Boolean((await navigator.serviceWorker?.getRegistration())?.active)

/** That the run goes on without a connection, and how much room it takes here. */
export function OfflineFact({ executionId }: { readonly executionId: number }) {
  const t = useTranslations('gather')
  const format = useFormatter()
  const { runs } = useApi()
  const { data } = useQuery({
    queryKey: ['device', 'size', executionId],
    queryFn: async () => {
      const [bytes, opens] = await Promise.all([runs.sizeOf(executionId), isAppHere()])
      return { bytes, opens }
    },
    networkMode: 'always',
    staleTime: 0,
  })
  if (data === undefined || data.bytes === null) return null
  const kilobytes = Math.ceil(data.bytes / kilobyte)
  const [value, unit] = kilobytes < kilobyte ? [kilobytes, 'kilobyte'] : [kilobytes / kilobyte, 'megabyte']
  const size = format.number(value, { style: 'unit', unit, maximumFractionDigits: 1 })
  return (
    <li>
      <CloudCheck aria-hidden size={20} />
      {t(data.opens ? 'offline' : 'kept', { size })}
    </li>
  )
}
