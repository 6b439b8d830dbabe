import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useApi } from '../api.ts'
import { ErrorBanner } from '../ErrorBanner.tsx'
import styles from './settings.module.css'

/** The PIN by which one signs in at a station; it is good for nothing else. */
export function PinForm() {
  const t = useTranslations('station')
  const { client } = useApi()
  const [pin, type] = useState('')
  const [wasAsked, ask] = useState(false)
  const save = useMutation({
    networkMode: 'always',
    mutationFn: async (wanted: string | null) => {
      if (wanted === null) await client.stations.removePin()
      else await client.stations.setPin({ body: { pin: wanted } })
      type('')
      ask(false)
      return wanted === null ? 'pin_removed' : 'pin_set'
    },
  })
  const isGood = /^\d{4,8}$/.test(pin)
  return (
    <Form
      aria-labelledby="pin"
      className={styles['narrow']}
      onSubmit={() => {
        ask(true)
        if (isGood && !save.isPending) save.mutate(pin)
      }}
    >
      <h2 id="pin">{t('own_pin')}</h2>
      <p className={styles['text']}>{t('own_pin_lead')}</p>
      <TextField
        label={t('new_pin')}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={pin}
        onChange={type}
        error={wasAsked && !isGood ? t('pin_form') : null}
      />
      <ErrorBanner error={save.error} />
      <div className={styles['row']}>
        <Button type="submit">{t('set_pin')}</Button>
        <Button variant="quiet" onPress={() => save.mutate(null)}>
          {t('remove_pin')}
        </Button>
        <output className={styles['saved']}>{save.data ? t(save.data) : ''}</output>
      </div>
    </Form>
  )
}
