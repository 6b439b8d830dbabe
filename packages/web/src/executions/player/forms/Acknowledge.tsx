import { useTranslations } from 'use-intl'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import type { StepForm } from '../use-step-form.ts'

/** The tick without which a step with a serious warning is not completed. */
export function Acknowledge({ form }: { readonly form: StepForm }) {
  const t = useTranslations('player_forms')
  return (
    <div data-blocker="acknowledge">
      <Checkbox isSelected={form.values['acknowledged'] === true} onChange={isOn => form.fill('acknowledged', isOn)}>
        {t('acknowledge')}
      </Checkbox>
    </div>
  )
}
