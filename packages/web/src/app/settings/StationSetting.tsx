import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { keepStation, readStation } from '../../identity/station/device-station.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useApi } from '../api.ts'
import { ErrorBanner } from '../ErrorBanner.tsx'
import { paths } from '../paths.ts'
import styles from './settings.module.css'
import { useManaged } from './use-managed.ts'

/** Makes this device a station of a workshop, or an ordinary device again. */
export function StationSetting() {
  const t = useTranslations('station')
  const { client } = useApi()
  const [station, setStation] = useState(readStation)
  const [workshop] = useManaged()
  const forget = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      if (station === null) return
      await client.stations.remove({ params: { id: station.workshop_id, station_id: station.id } })
      keepStation(null)
      setStation(null)
    },
  })
  return (
    <section aria-labelledby="station" className={styles['group']}>
      <h2 id="station">{t('setting')}</h2>
      <p className={styles['text']}>{t('setting_lead')}</p>
      <ErrorBanner error={forget.error} />
      {station === null ? (
        workshop ? (
          <NewStation workshopId={workshop.id} />
        ) : (
          <p className={styles['text']}>{t('for_managers')}</p>
        )
      ) : (
        <div className={styles['row']}>
          <p>{t('is_station', { name: station.name })}</p>
          {workshop ? (
            <Button isPending={forget.isPending} onPress={() => forget.mutate()}>
              {t('forget')}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}

function NewStation({ workshopId }: { readonly workshopId: number }) {
  const t = useTranslations('station')
  const { client, session } = useApi()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const make = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { id, token } = await client.stations.create({ params: { id: workshopId }, body: { name: name.trim() } })
      keepStation({ id, name: name.trim(), workshop_id: workshopId, token })
      // Whoever comes by next must not act for who set it up.
      await session.signOut()
      await navigate({ to: paths.station, params: { id } })
    },
  })
  return (
    <form
      noValidate
      className={styles['narrow']}
      onSubmit={event => {
        event.preventDefault()
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
    </form>
  )
}
