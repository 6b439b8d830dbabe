import { ApiError } from '@hidesync/contract/client'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { keepStation, readStation, type DeviceStation } from '../../identity/station/device-station.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useApi } from '../api.ts'
import { ErrorBanner } from '../ErrorBanner.tsx'
import { paths } from '../paths.ts'
import { useSignOut } from '../use-sign-out.ts'
import { ManagedWorkshop } from './ManagedWorkshop.tsx'
import styles from './settings.module.css'
import { useManaged } from './use-managed.ts'

/** Makes this device a station of a workshop, or an ordinary device again. */
export function StationSetting() {
  const t = useTranslations('station')
  const [station, setStation] = useState(readStation)
  const forget = () => {
    keepStation(null)
    setStation(null)
  }
  return (
    <section aria-labelledby="station" className={styles['group']}>
      <h2 id="station">{t('setting')}</h2>
      <p className={styles['text']}>{t('setting_lead')}</p>
      {station === null ? (
        <ManagedWorkshop none={t('for_managers')}>{({ id }) => <NewStation workshopId={id} />}</ManagedWorkshop>
      ) : (
        <ThisStation station={station} onForgotten={forget} />
      )}
    </section>
  )
}

interface ThisStationProps {
  readonly station: DeviceStation
  readonly onForgotten: () => void
}

function ThisStation({ station, onForgotten }: ThisStationProps) {
  const t = useTranslations('station')
  const { client } = useApi()
  const { workshops, isPending } = useManaged()
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      try {
        await client.stations.remove({ params: { id: station.workshop_id, station_id: station.id } })
      } catch (error) {
        // Taken away from elsewhere: what is left of it is on this device.
        if (!(error instanceof ApiError) || error.status !== 404) throw error
      }
    },
    onSuccess: onForgotten,
  })
  const isManaged = workshops.some(({ id }) => id === station.workshop_id)
  return (
    <>
      <ErrorBanner error={remove.error} />
      <div className={styles['row']}>
        <p>{t('is_station', { name: station.name })}</p>
        {isManaged ? (
          <Button isPending={remove.isPending} onPress={() => remove.mutate()}>
            {t('forget')}
          </Button>
        ) : null}
      </div>
      {isManaged || isPending ? null : <p className={styles['text']}>{t('forget_for_managers')}</p>}
    </>
  )
}

function NewStation({ workshopId }: { readonly workshopId: number }) {
  const t = useTranslations('station')
  const { client } = useApi()
  const { leave } = useSignOut()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const make = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { id, token } = await client.stations.create({ params: { id: workshopId }, body: { name: name.trim() } })
      keepStation({ id, name: name.trim(), workshop_id: workshopId, token })
      // Whoever comes by next must not act for who set it up.
      await leave()
      await navigate({ to: paths.station, params: { id } })
    },
  })
  return (
    <Form
      className={styles['narrow']}
      onSubmit={() => {
        if (name.trim() !== '' && !make.isPending) make.mutate()
      }}
    >
      <TextField
        label={t('station_name')}
        help={t('station_name_help')}
        maxLength={200}
        value={name}
        onChange={setName}
      />
      <ErrorBanner error={make.error} />
      <div className={styles['row']}>
        <Button type="submit" isPending={make.isPending}>
          {t('make')}
        </Button>
      </div>
    </Form>
  )
}
