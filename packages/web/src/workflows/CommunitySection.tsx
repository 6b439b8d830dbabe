import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { useAskKey } from '../app/ask-key.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import { LoadMore } from '../app/LoadMore.tsx'
import { useErrorText } from '../app/error-text.ts'
import { Instructions } from '../executions/player/Instructions.tsx'
import { useMe } from '../identity/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './community.module.css'
import type { Workflow } from './OutcomesSection.tsx'
import { OwnRating } from './OwnRating.tsx'

const pageSize = 10

/** What people who made it think of it: stars and comments, one's own among them. */
export function CommunitySection({ workflow }: { readonly workflow: Workflow }) {
  const t = useTranslations('community')
  const format = useFormatter()
  const { client } = useApi()
  const { id } = workflow
  const me = useMe().data
  const queryClient = useQueryClient()
  const comments = useInfiniteQuery({
    queryKey: ['workflow', id, 'comments'],
    queryFn: ({ pageParam, signal }) =>
      client.community.comments({ params: { id }, query: { limit: pageSize, offset: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: last => (last.has_more ? last.offset + last.items.length : undefined),
  })
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: (comment_id: number) => client.community.deleteComment({ params: { id, comment_id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['workflow', id, 'comments'] }),
  })
  const items = comments.data?.pages.flatMap(page => page.items) ?? []
  const moderates = me !== undefined && (me.is_superuser || workflow.created_by === me.id)
  return (
    <section aria-labelledby="community" className={styles['section']}>
      <h2 id="community">{t('title')}</h2>
      {me && workflow.created_by !== me.id && workflow.visibility === 'public' ? <OwnRating id={id} /> : null}
      {workflow.visibility === 'public' ? <NewComment id={id} /> : <p>{t('public_only')}</p>}
      {comments.isPending ? <Skeleton shape="row" count={2} /> : null}
      {comments.isError && !comments.isFetchNextPageError ? (
        <ErrorState error={comments.error} onRetry={() => void comments.refetch()} />
      ) : null}
      {comments.isSuccess && items.length === 0 ? <p className={styles['muted']}>{t('nothing_yet')}</p> : null}
      <ul className={styles['comments']}>
        {items.map(comment => (
          <li key={comment.id} className={styles['comment']}>
            <p className={styles['byline']}>
              <strong>
                <bdi>{comment.author_name}</bdi>
              </strong>
              <time dateTime={comment.created_at}>
                {format.dateTime(new Date(comment.created_at), { dateStyle: 'medium' })}
              </time>
              {moderates || comment.author_id === me?.id ? (
                <IconButton
                  label={t('remove', { name: comment.author_name })}
                  onPress={() => remove.mutate(comment.id)}
                >
                  <Trash2 aria-hidden size={18} />
                </IconButton>
              ) : null}
            </p>
            <Instructions text={comment.text} />
          </li>
        ))}
      </ul>
      {remove.isError ? <ErrorState error={remove.error} /> : null}
      <LoadMore pages={comments} label={t('more')} />
    </section>
  )
}

function NewComment({ id }: { readonly id: number }) {
  const t = useTranslations('community')
  const { client } = useApi()
  const errorText = useErrorText()
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const key = useAskKey()
  const say = useMutation({
    networkMode: 'always',
    mutationFn: (said: string) =>
      client.community.comment({ params: { id }, body: { text: said } }, { idempotencyKey: key.of(said) }),
    onSuccess: () => {
      key.done()
      setText('')
      return queryClient.invalidateQueries({ queryKey: ['workflow', id, 'comments'] })
    },
  })
  return (
    <Form
      className={styles['form']}
      onSubmit={() => {
        if (text.trim() !== '') say.mutate(text.trim())
      }}
    >
      <TextField
        label={t('comment')}
        help={t('comment_help')}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={setText}
        error={say.isError ? errorText(say.error) : null}
      />
      <Button type="submit" isPending={say.isPending} isDisabled={text.trim() === ''}>
        {say.isPending ? t('sending') : t('send')}
      </Button>
    </Form>
  )
}
