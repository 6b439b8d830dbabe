import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useApi } from '../api.ts'
import { ErrorBanner } from '../ErrorBanner.tsx'
import styles from './settings.module.css'

/** Makes a token; its value is shown once, and then nowhere. */
export function NewApiToken() {
  const t = useTranslations('settings')
  const { client } = useApi()
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<'read' | 'write'>('read')
  const [days, setDays] = useState('90')
  const make = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      client.users.createToken({
        body: { name: name.trim(), scope, ...(days === '' ? {} : { expires_in_days: Number(days) }) },
      }),
    onSuccess: async () => {
      setName('')
      await queryClient.invalidateQueries({ queryKey: ['tokens'] })
    },
  })
  return (
    <Form
      className={styles['narrow']}
      onSubmit={() => {
        if (name.trim() !== '' && !make.isPending) make.mutate()
      }}
    >
      <TextField label={t('token_name')} help={t('token_name_help')} maxLength={200} value={name} onChange={setName} />
      <Select
        label={t('token_scope')}
        options={(['read', 'write'] as const).map(value => ({ value, label: t(`scope_${value}`) }))}
        value={scope}
        onChange={value => setScope(value === 'write' ? 'write' : 'read')}
      />
      <Select
        label={t('token_days')}
        options={[
          ...[30, 90, 365].map(count => ({ value: String(count), label: t('days', { count }) })),
          { value: '', label: t('days_endless') },
        ]}
        value={days}
        onChange={setDays}
      />
      <ErrorBanner error={make.error} />
      {make.data?.token ? (
        <Banner tone="success" announce="status">
          {t('token_once')}
          <br />
          <code className={styles['token']}>{make.data.token}</code>
        </Banner>
      ) : null}
      <div className={styles['row']}>
        <Button type="submit" isPending={make.isPending}>
          {t('token_make')}
        </Button>
      </div>
    </Form>
  )
}
