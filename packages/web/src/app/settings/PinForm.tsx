import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isPin, PinField } from '../../identity/station/PinField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
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
  return (
    <Form
      aria-labelledby="pin"
      className={styles['narrow']}
      onSubmit={() => {
        ask(true)
        if (isPin(pin) && !save.isPending) save.mutate(pin)
      }}
    >
      <h2 id="pin">{t('own_pin')}</h2>
      <p className={styles['text']}>{t('own_pin_lead')}</p>
      <PinField label={t('new_pin')} value={pin} onChange={type} wasAsked={wasAsked} />
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
