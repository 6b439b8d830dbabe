import type { StationView } from '@hidesync/contract/identity/station.schemas'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { ErrorBanner } from '../../app/ErrorBanner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import type { DeviceStation } from './device-station.ts'
import { isPin, PinField } from './PinField.tsx'
import styles from './station.module.css'

interface OperatorSwitchProps {
  readonly station: DeviceStation
  readonly operators: StationView['operators']
  readonly onSignedIn: () => void
}

/** Who one is, and one's PIN: the next one signs in over the one before. */
export function OperatorSwitch({ station, operators, onSignedIn }: OperatorSwitchProps) {
  const t = useTranslations('station')
  const { client, session } = useApi()
  const queryClient = useQueryClient()
  const [person, choose] = useState<number | null>(null)
  const [pin, type] = useState('')
  const [wasAsked, ask] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const ready = operators.filter(({ has_pin }) => has_pin)
  const signIn = useMutation({
    networkMode: 'always',
    mutationFn: async (user_id: number) => {
      const { access_token } = await client.stations.signIn({ body: { station_token: station.token, user_id, pin } })
      session.enter({ access_token, user_id })
    },
    onSuccess: onSignedIn,
    onError: () => {
      type('')
      ask(false)
      input.current?.focus()
      // The station itself may have ended.
      void queryClient.invalidateQueries({ queryKey: ['station', station.id] })
    },
  })
  if (ready.length === 0) return <p>{t('no_pins')}</p>
  return (
    <Form
      className={styles['who']}
      onSubmit={() => {
        ask(true)
        if (person !== null && isPin(pin) && !signIn.isPending) signIn.mutate(person)
      }}
    >
      <RadioCards
        label={t('name')}
        cards={ready.map(({ id, display_name }) => ({ value: String(id), title: display_name }))}
        value={person === null ? null : String(person)}
        onChange={value => {
          choose(Number(value))
          signIn.reset()
        }}
      />
      <PinField label={t('pin')} value={pin} onChange={type} wasAsked={wasAsked} inputRef={input} />
      <ErrorBanner error={signIn.error} />
      <Button type="submit" variant="primary" size="large" block isDisabled={person === null || pin.length < 4}>
        {t('sign_in')}
      </Button>
      {ready.length < operators.length ? <p className={styles['by']}>{t('some_without_pin')}</p> : null}
    </Form>
  )
}
