import {
  ArrowRight,
  Box,
  CircleHelp,
  Eye,
  GitFork,
  MessageCircleQuestionMark,
  SquareCheck,
  type LucideIcon,
} from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { usePreferences } from '../../../app/preferences.ts'
import { cx } from '../../../ui/cx.ts'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { keysOf, type KeyAction } from '../keys/key-map.ts'
import type { Player } from '../use-player.ts'
import { AnswerCard } from './AnswerCard.tsx'
import styles from './command-bar.module.css'
import type { Effect, SuggestionKind } from './suggestions.ts'
import { isOffered } from './exchange.ts'
import { useCommandBar } from './use-command-bar.ts'
import { useTalk } from './use-conversation.ts'

const icons = {
  do: SquareCheck,
  choose: GitFork,
  go: ArrowRight,
  look: Eye,
  ask: MessageCircleQuestionMark,
  resource: Box,
  help: CircleHelp,
} satisfies Record<SuggestionKind, LucideIcon>

const listId = 'command-suggestions'

/** Where one can type what one wants; what can be said is offered while one types. */
export function CommandBar({ player }: { readonly player: Player }) {
  const t = useTranslations('command')
  const bar = useCommandBar(player)
  const { isThinking, shown, putAway, say } = useTalk()
  const input = useRef<HTMLInputElement>(null)
  const optionId = (index: number) => `${listId}-${index}`
  return (
    <search className={styles['bar']} aria-label={t('region')}>
      {shown === null ? null : (
        <AnswerCard
          exchange={shown}
          onSay={isOffered(shown, player.view.state) ? saying => void say(saying) : null}
          onClose={() => {
            putAway()
            input.current?.focus()
          }}
        />
      )}
      {bar.isOpen ? (
        <div
          id={listId}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element of its own belongs to a line of free text and shows more than a word
          role="listbox"
          aria-label={t('suggestions')}
          className={styles['list']}
        >
          {bar.suggestions.map((suggestion, index) => {
            const Icon = icons[suggestion.kind]
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the line's, which keeps the focus
              <div
                key={suggestion.id}
                id={optionId(index)}
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
                role="option"
                aria-selected={index === bar.active}
                tabIndex={-1}
                className={cx(styles['option'], index === bar.active && styles['active'])}
                // The focus stays in the line: pressing must not take it away before the click arrives.
                onPointerDown={event => event.preventDefault()}
                onClick={() => bar.take(suggestion)}
              >
                <Icon aria-hidden size={18} className={styles['icon']} />
                <bdi>{suggestion.label}</bdi>
                {suggestion.effect === null ? null : <EffectText effect={suggestion.effect} />}
                {suggestion.shortcut === null ? null : <Shortcut action={suggestion.shortcut} />}
              </div>
            )
          })}
        </div>
      ) : null}
      <input
        ref={input}
        data-command
        type="text"
        role="combobox"
        aria-label={t('label')}
        aria-autocomplete="list"
        aria-expanded={bar.isOpen}
        aria-controls={listId}
        aria-activedescendant={bar.active < 0 ? undefined : optionId(bar.active)}
        aria-busy={isThinking}
        autoComplete="off"
        autoCapitalize="off"
        enterKeyHint="send"
        maxLength={300}
        placeholder={isThinking ? t('thinking') : t('placeholder')}
        value={bar.text}
        className={styles['input']}
        onChange={event => bar.setText(event.target.value)}
        onFocus={bar.open}
        onBlur={bar.close}
        onKeyDown={bar.press}
      />
    </search>
  )
}

function EffectText({ effect }: { readonly effect: Effect }) {
  const t = useTranslations('command')
  const text = () => {
    switch (effect.type) {
      case 'words':
        return effect.text
      case 'jump':
        return t('effect_jump', { number: effect.number, skipped: effect.skipped })
      case 'look':
        return t('effect_go', { number: effect.number })
      case 'need':
        return t('effect_need')
    }
  }
  return (
    <span className={styles['effect']}>
      <bdi>{text()}</bdi>
    </span>
  )
}

function Shortcut({ action }: { readonly action: KeyAction }) {
  const [key] = keysOf(action, usePreferences('shortcuts'))
  return key === undefined ? null : <KeyCap keyName={key} />
}
