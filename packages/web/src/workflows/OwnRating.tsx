import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import { Button } from '../ui/Button.tsx'
import { StarRating } from '../ui/StarRating.tsx'
import { Stars } from './Stars.tsx'
import styles from './community.module.css'

/** One's own stars, beside what all gave. */
export function OwnRating({ id }: { readonly id: number }) {
  const t = useTranslations('community')
  const { client } = useApi()
  const queryClient = useQueryClient()
  const queryKey = ['workflow', id, 'rating']
  const rating = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.community.rating({ params: { id } }, { signal }),
  })
  const settle = () => {
    void queryClient.invalidateQueries({ queryKey: ['workflow', id] })
    void queryClient.invalidateQueries({ queryKey: ['templates'] })
  }
  const rate = useMutation({
    networkMode: 'always',
    mutationFn: (stars: number) => client.community.rate({ params: { id }, body: { stars } }),
    onSuccess: next => {
      queryClient.setQueryData(queryKey, next)
      settle()
    },
  })
  const unrate = useMutation({
    networkMode: 'always',
    mutationFn: () => client.community.unrate({ params: { id } }),
    onSuccess: settle,
  })
  if (!rating.data) return null
  const { stars, rating_average, rating_count } = rating.data
  return (
    <div className={styles['rating']}>
      <StarRating
        label={t('your_rating')}
        name={count => t('stars', { count })}
        value={rate.isPending ? rate.variables : stars}
        onChange={next => rate.mutate(next)}
      />
      {stars === null ? null : (
        <Button variant="quiet" onPress={() => unrate.mutate()}>
          {t('take_back')}
        </Button>
      )}
      <Stars average={rating_average} count={rating_count} />
      {rate.isError ? <ErrorState error={rate.error} /> : null}
      {unrate.isError ? <ErrorState error={unrate.error} /> : null}
    </div>
  )
}
