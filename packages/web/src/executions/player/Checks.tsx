import { ListChecks, Text } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { checksOf } from './forms/checks.ts'
import styles from './instructions.module.css'
import { Instructions } from './Instructions.tsx'
import { parseMarkdown } from './safe-markdown.ts'
import { useOwnKey } from './own-things.ts'
import { useDeviceSet } from './use-device-set.ts'

interface ChecksProps {
  readonly text: string
  readonly executionId: number
  readonly stepId: number
  readonly onTimer: (minutes: number, text: string) => void
}

/** Instructions as a text, or broken into checks to be ticked off; the ticks are remembered for the run. */
export function Checks({ text, executionId, stepId, onTimer }: ChecksProps) {
  const t = useTranslations('player_forms')
  const checks = useMemo(() => checksOf(parseMarkdown(text)), [text])
  const [broken, setBroken] = useDeviceSet(useOwnKey(executionId, 'checks'))
  const [ticked, tick] = useDeviceSet(useOwnKey(executionId, `checks.${stepId}`))
  const isBroken = broken.has(stepId)
  return (
    <div className={styles['checks']}>
      {isBroken ? (
        <ul className={styles['ticks']}>
          {checks.map((check, index) => (
            <li key={check}>
              <Checkbox isSelected={ticked.has(index)} onChange={isOn => tick(index, isOn)}>
                <bdi>{check}</bdi>
              </Checkbox>
            </li>
          ))}
        </ul>
      ) : (
        <Instructions text={text} onTimer={onTimer} />
      )}
      {checks.length > 1 ? (
        <Button variant="quiet" onPress={() => setBroken(stepId, !isBroken)}>
          {isBroken ? <Text aria-hidden size={18} /> : <ListChecks aria-hidden size={18} />}
          {isBroken ? t('as_text', { done: ticked.size, all: checks.length }) : t('break_into_checks')}
        </Button>
      ) : null}
    </div>
  )
}
