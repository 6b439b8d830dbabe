import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { StarRating } from '../../ui/StarRating.tsx'

/** Stars for the workflow itself; offered where the library takes them, which is for public workflows of others. */
export function RateWorkflow({ workflowId }: { readonly workflowId: number }) {
  const t = useTranslations('summary')
  const { client } = useApi()
  const toast = useToast()
  const queryClient = useQueryClient()
  const queryKey = ['workflow', workflowId, 'rating']
  const rating = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.community.rating({ params: { id: workflowId } }, { signal }),
    retry: false,
  })
  const rate = useMutation({
    mutationFn: (stars: number) => client.community.rate({ params: { id: workflowId }, body: { stars } }),
    onSuccess: answer => {
      queryClient.setQueryData(queryKey, answer)
      toast({ text: t('rating_saved') })
    },
    onError: error => toast({ text: error.message }),
  })
  if (rating.data === undefined) return null
  return (
    <StarRating
      label={t('rate_workflow')}
      name={stars => t('stars', { stars })}
      value={rate.isPending ? rate.variables : rating.data.stars}
      onChange={stars => rate.mutate(stars)}
    />
  )
}
