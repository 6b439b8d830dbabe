import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '../../ui/TextField.tsx'
import { useApi } from '../api.ts'
import { useErrorText } from '../error-text.ts'
import { Setting } from './Setting.tsx'
import { useSaved } from './use-preference.ts'

/** The name that others see; kept when one leaves the field. */
export function NameSetting({ name }: { readonly name: string }) {
  const t = useTranslations('settings')
  const { client } = useApi()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [typed, type] = useState(name)
  const { isSaved, mark } = useSaved()
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (display_name: string) => client.users.updateMe({ body: { display_name } }),
    onSuccess: me => {
      queryClient.setQueryData(['me'], me)
      mark()
    },
  })
  const wanted = typed.trim()
  const keep = () => {
    if (wanted !== '' && wanted !== name) save.mutate(wanted)
  }
  const problem = save.isError ? errorText(save.error) : null
  return (
    <Setting isSaved={isSaved}>
      <TextField
        label={t('name')}
        help={t('name_help')}
        autoComplete="name"
        maxLength={200}
        value={typed}
        onChange={type}
        onBlur={keep}
        onKeyDown={event => {
          if (event.key === 'Enter') keep()
        }}
        error={wanted === '' ? t('name_missing') : problem}
      />
    </Setting>
  )
}
