import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { GallerySearch } from './gallery-search.ts'
import { savedFilters } from './use-saved-filters.ts'

interface SaveFiltersProps {
  readonly suggestion: string
  readonly search: GallerySearch
  readonly onClose: () => void
}

/** Keeps what is being filtered by under a name. */
export function SaveFilters({ suggestion, search, onClose }: SaveFiltersProps) {
  const t = useTranslations('gallery')
  const toast = useToast()
  const [name, setName] = useState<string | null>(null)
  const save = () => {
    const chosen = (name ?? suggestion).trim().slice(0, 60)
    if (chosen === '') return
    savedFilters.save(chosen, search)
    toast({ text: t('filters_saved', { name: chosen }) })
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('save_title')}>
      <Form onSubmit={save}>
        <TextField
          label={t('save_name')}
          help={t('save_help')}
          value={name ?? suggestion}
          onChange={setName}
          maxLength={60}
        />
        <DialogActions>
          <Button onPress={onClose}>{t('save_cancel')}</Button>
          <Button variant="primary" type="submit">
            {t('save_submit')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
