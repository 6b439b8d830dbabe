import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { Select } from '../../ui/Select.tsx'
import { mostSteps, Stepper } from '../../ui/Stepper.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { typedNumber } from '../../ui/typed-number.ts'
import { piecesFrom } from '../needs.ts'
import { useQuantityText, useUnitText } from '../use-quantity-text.ts'
import { Part } from './Part.tsx'
import styles from './plan.module.css'
import type { RunPlan } from './use-plan.ts'

/** How many pieces, said directly or by how much there is of a material. */
export function QuantityPart({ plan }: { readonly plan: RunPlan }) {
  const t = useTranslations('plan')
  // Of nothing there is no more or less.
  if (plan.materials.length === 0) return null
  const scaling = plan.materials.filter(({ per_piece }) => per_piece > 0)
  return (
    <Part id="quantity" title={t('quantity')}>
      {scaling.length === 0 ? (
        <p>{t('does_not_scale')}</p>
      ) : (
        <div className={styles['quantity']}>
          <Stepper
            label={t('make')}
            lessLabel={t('one_less')}
            moreLabel={t('one_more')}
            wrong={t('pieces_wrong', { least: 0, most: mostSteps })}
            value={plan.pieces}
            onChange={plan.setPieces}
          />
          <ByMaterial plan={plan} materials={scaling} />
        </div>
      )}
      {plan.pieces === 1 ? null : <p>{t('durations_unchanged')}</p>}
    </Part>
  )
}

interface ByMaterialProps {
  readonly plan: RunPlan
  readonly materials: RunPlan['materials']
}

/** "I have so much of this": how many pieces it is enough for. */
function ByMaterial({ plan, materials }: ByMaterialProps) {
  const t = useTranslations('plan')
  const format = useFormatter()
  const locale = useLocale()
  const quantityText = useQuantityText()
  const unitText = useUnitText()
  const [at, setAt] = useState(0)
  const [have, setHave] = useState('')
  const material = materials[at] ?? materials[0]
  if (material === undefined) return null
  const isEmpty = have.trim() === ''
  const piecesOf = (text: string, of: typeof material) => {
    const amount = typedNumber(text, locale)
    return amount === null || amount < 0 ? null : Math.min(piecesFrom(of, amount) ?? 0, mostSteps)
  }
  const pieces = piecesOf(have, material)
  const take = (text: string, of: typeof material) => {
    setHave(text)
    const next = piecesOf(text, of)
    if (next !== null && next > 0) plan.setPieces(next)
  }
  const hint = () => {
    if (isEmpty) return t('have_planned', { quantity: quantityText(material.quantity, material.unit) })
    if (pieces === null) return ''
    const enough = { pieces: format.number(pieces, { maximumFractionDigits: 2 }) }
    return pieces < 1 ? t('have_too_little', enough) : t('have_enough', enough)
  }
  return (
    <div className={styles['have']}>
      <TextField
        // What is typed is in the unit of the workflow, whichever units one reads.
        label={t('i_have', { unit: unitText(material.unit, 2) || 'none' })}
        inputMode="decimal"
        value={have}
        onChange={text => take(text, material)}
        error={!isEmpty && pieces === null ? t('have_wrong', { example: 2.5 }) : null}
      />
      <Select
        label={t('of')}
        options={materials.map(({ name }, index) => ({ value: String(index), label: name }))}
        value={String(at)}
        onChange={value => {
          setAt(Number(value))
          const next = materials[Number(value)]
          if (next) take(have, next)
        }}
      />
      <output className={styles['hint']}>{hint()}</output>
    </div>
  )
}
