import { Link } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useDocumentTitle } from '../../app/PageHeading.tsx'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { changePrintOption, printOptionNames, usePrintOptions } from './print-options.ts'
import styles from './print-frame.module.css'

interface PrintFrameProps {
  readonly title: string
  /** Where one came from. */
  readonly back: { readonly to: string; readonly label: string }
  readonly children: ReactNode
}

/** How the sheets will look, and what they are to show; none of the frame is printed. */
export function PrintFrame({ title, back, children }: PrintFrameProps) {
  const t = useTranslations('print')
  const options = usePrintOptions()
  useDocumentTitle(title)
  return (
    <div className={styles['frame']}>
      <header className={styles['bar']}>
        <Link to={back.to} className={buttonClass({ variant: 'quiet' })}>
          <ArrowLeft aria-hidden size={18} className="flip" />
          {back.label}
        </Link>
        <fieldset className={styles['options']}>
          <legend className="visually-hidden">{t('options')}</legend>
          {printOptionNames.map(name => (
            <Checkbox key={name} isSelected={options[name]} onChange={value => changePrintOption(name, value)}>
              {t(`option_${name}`)}
            </Checkbox>
          ))}
        </fieldset>
        <Button variant="primary" onPress={() => window.print()}>
          <Printer aria-hidden size={18} />
          {t('print')}
        </Button>
      </header>
      <main id="main" tabIndex={-1} className={styles['paper']}>
        {children}
      </main>
    </div>
  )
}
