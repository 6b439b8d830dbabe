import type { SetupProgress } from '@hidesync/contract/identity/setup.schemas'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { themes } from '../../app/appearance.ts'
import { chooseLocale, interfaceLanguages } from '../../app/i18n.ts'
import { ownName, wantedLanguages } from '../../app/language.ts'
import { preferences, usePreferences } from '../../app/preferences.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { SetupForm } from './SetupForm.tsx'
import type { SetupSave } from './use-setup.ts'

export interface QuestionProps {
  readonly progress: SetupProgress
  readonly save: SetupSave
}

export function LanguageQuestion({ save }: QuestionProps) {
  const t = useTranslations('setup')
  const [tag, choose] = useState(() => chooseLocale(wantedLanguages()).catalogue)
  const go = () => {
    preferences.change('language', { interface: tag })
    save.run({ locale: tag })
  }
  return (
    <SetupForm page="language" save={save} onContinue={go}>
      <RadioCards
        label={t('language_title')}
        isLabelHidden
        cards={interfaceLanguages.map(value => ({ value, title: ownName(value) }))}
        value={tag}
        onChange={choose}
      />
    </SetupForm>
  )
}

export function UnitsQuestion({ progress, save }: QuestionProps) {
  const t = useTranslations('setup')
  const [units, choose] = useState(progress.units)
  const go = () => {
    preferences.change('language', { units })
    save.run({ units })
  }
  return (
    <SetupForm page="units" save={save} onContinue={go}>
      <RadioCards
        label={t('units_title')}
        isLabelHidden
        cards={(['metric', 'imperial'] as const).map(value => ({
          value,
          title: t(`units_${value}`),
          detail: t(`units_${value}_detail`),
        }))}
        value={units}
        onChange={value => choose(value === 'imperial' ? 'imperial' : 'metric')}
      />
    </SetupForm>
  )
}

/** The look shows at once, so that one sees what one chooses. */
export function LookQuestion({ save }: QuestionProps) {
  const t = useTranslations('setup')
  const account = useTranslations('account')
  const { theme } = usePreferences('appearance')
  return (
    <SetupForm page="look" save={save} onContinue={() => save.run({})}>
      <RadioCards
        label={t('look_title')}
        isLabelHidden
        cards={themes.map(value => ({ value, title: account(`theme_${value}`) }))}
        value={theme}
        onChange={value => preferences.change('appearance', { theme: themes.find(one => one === value) ?? 'system' })}
      />
    </SetupForm>
  )
}

export function SamplesQuestion({ progress, save }: QuestionProps) {
  const t = useTranslations('setup')
  const [wanted, want] = useState(progress.samples)
  return (
    <SetupForm page="samples" save={save} onContinue={() => save.run({ samples: wanted, finished: true })}>
      <Checkbox isSelected={wanted} onChange={want}>
        {t('samples_box')}
      </Checkbox>
    </SetupForm>
  )
}
