import type { Texts } from '../texts.ts'
import { dative, statuses, stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration } = words

const doing = {
  start: 'anfangen',
  navigate: 'zu einem anderen Schritt gehen',
  complete: 'einen Schritt abschließen',
  decide: 'etwas auswählen',
  skip: 'einen Schritt überspringen',
  fail: 'melden, dass etwas misslungen ist',
  undo: 'etwas zurücknehmen',
  pause: 'pausieren',
  resume: 'weitermachen',
  cancel: 'abbrechen',
  time_out: 'die Zeit ablaufen lassen',
  set_variables: 'etwas ändern',
  select_outcome: 'ein Ziel wählen',
  note: 'etwas notieren',
  start_timer: 'einen Timer stellen',
  pause_timer: 'einen Timer anhalten',
  resume_timer: 'einen Timer weiterlaufen lassen',
  extend_timer: 'einen Timer verlängern',
  stop_timer: 'einen Timer ausschalten',
}

export const refusing: Pick<Texts, 'refusals' | 'errors'> = {
  refusals: {
    not_begun: () => 'Der Durchlauf hat noch nicht begonnen: Fang ihn erst an.',
    begun_already: () => 'Der Durchlauf hat schon begonnen.',
    no_steps: () => 'Hier gibt es noch keine Schritte, also auch nichts anzufangen.',
    is_paused: ({ command }) => `Gerade ist Pause. Sag erst „weiter“, dann kannst du ${doing[command]}.`,
    is_timed_out: ({ command }) =>
      `Die Zeit für diesen Durchlauf ist um. Sag erst „weiter“, dann kannst du ${doing[command]}.`,
    under_way: () =>
      'Der Durchlauf läuft schon, du kannst einfach weitermachen. „Wo bin ich?“ sagt dir, bei welchem Schritt du bist.',
    wrong_status: ({ command, status }) =>
      `Der Durchlauf ist ${statuses[status]}. Deshalb geht das nicht mehr: ${doing[command]}.`,
    no_such_step: () => 'Diesen Schritt gibt es hier nicht.',
    step_closed: ({ step_id, status, waits_for, one_of, named_by, open }, { step }) => {
      const name = q(step(step_id))
      const instead = open.length > 0 ? ` Gerade offen: ${names(open.map(step))}.` : ''
      if (status === 'pending') {
        const why =
          waits_for.length > 0
            ? one_of
              ? `Zuerst: ${names(waits_for.map(step), 'or')}, je nachdem, was du wählst.`
              : `Zuerst: ${names(waits_for.map(step))}.`
            : `Dahin führt nur eine Entscheidung bei ${names(named_by.map(step), 'or')}.`
        return `${name} ist noch nicht dran. ${why}`
      }
      if (status === 'dead') return `${name} liegt nach deiner Wahl nicht mehr auf dem Weg.${instead}`
      return `${name} ist schon ${stepStatuses[status]}.${instead}`
    },
    lag_runs: ({ step_id, minutes }, { step }) => `${q(step(step_id))} muss noch ${duration(minutes)} warten.`,
    time_runs: ({ step_id, minutes }, { step }) => `${q(step(step_id))} braucht noch ${duration(minutes)}.`,
    choose_first: ({ step_id }, { step, options }) =>
      `Bei ${q(step(step_id))} musst du dich entscheiden: ${names(options(step_id), 'or')}.`,
    verdict_first: ({ step_id }, { step }) =>
      `${q(step(step_id))} ist eine Prüfung: Sag, ob sie bestanden ist oder nicht.`,
    cannot_skip: ({ step_id, is_check }, { step, options }) =>
      is_check
        ? `Die Prüfung ${q(step(step_id))} lässt sich nicht überspringen: Sag, ob sie bestanden ist oder nicht.`
        : `${q(step(step_id))} lässt sich nicht überspringen: Entscheide dich für ${names(options(step_id), 'or')}.`,
    nothing_to_decide: ({ step_id }, { step }) =>
      `Bei ${q(step(step_id))} gibt es nichts zu entscheiden: Schließ den Schritt einfach ab.`,
    no_such_option: ({ step_id }, { step, options }) =>
      `Das steht bei ${q(step(step_id))} nicht zur Wahl. Nimm ${names(options(step_id), 'or')}.`,
    no_such_choice: () => 'Diese Wahlmöglichkeit gibt es hier nicht.',
    no_such_outcome: () => 'Dieses Ziel gibt es hier nicht.',
    way_used_up: ({ step_id, target_id, limit }, { step }) =>
      `Von ${q(step(step_id))} geht es nicht mehr zurück zu ${q(step(target_id))}: Mehr als ${counted(limit, ['Runde', 'Runden'])} gibt es nicht. Wähl etwas anderes.`,
    target_done: ({ target_id }, { step }) =>
      `${q(step(target_id))} ist schon erledigt, diese Wahl führt also nirgends hin. Wähl etwas anderes.`,
    ruled_out: ({ step_id }, { step }) => `${q(step(step_id))} liegt nach deiner Wahl nicht mehr auf dem Weg.`,
    no_way_there: ({ step_id }, { step }) => `Zu ${q(step(step_id))} führt kein Weg mehr.`,
    way_unknown: ({ step_id, at_step_id }, { step }) =>
      `Wohin ${q(step(at_step_id))} führt, steht noch nicht fest. Geh deshalb Schritt für Schritt zu ${q(step(step_id))}.`,
    would_skip: ({ step_id, skipped }, { step }) =>
      `Auf dem Weg zu ${q(step(step_id))} würdest du ${names(skipped.map(step))} überspringen.`,
    nothing_to_undo: () => 'Es gibt nichts zurückzunehmen: Seit dem Anfang wurde nichts gemacht.',
    not_the_last: () => 'Seitdem ist etwas anderes geschehen. Nur das Letzte lässt sich zurücknehmen.',
    undo_of_nothing: () => 'Was zurückgenommen werden sollte, wurde nicht gemacht: Es gibt nichts zurückzunehmen.',
    undo_out_of_reach: () =>
      'Was gemacht wurde, bevor dieses Gerät die Verbindung verlor, lässt sich zurücknehmen, sobald es wieder verbunden ist.',
    no_such_timer: () => 'Diesen Timer gibt es nicht, vielleicht hat ihn jemand ausgeschaltet.',
    timer_id_taken: ({ label }) => `Den Timer ${q(label)} gibt es schon: Nimm für den neuen einen anderen Namen.`,
    too_many_timers: ({ most }) => `Es gibt schon ${number(most)} Timer: Schalte erst einen aus.`,
    timer_too_long: ({ most }) => `Ein Timer kann von einer Sekunde bis zu ${dative(duration(most))} laufen.`,
    timer_not_running: ({ label, is_over }) =>
      `Der Timer ${q(label)} ist schon ${is_over ? 'abgelaufen' : 'angehalten'}.`,
    timer_not_paused: ({ label, is_over }) =>
      `Der Timer ${q(label)} ${is_over ? 'ist schon abgelaufen' : 'läuft schon'}.`,
  },
  errors: {
    notFound: id => `Es gibt keinen Durchlauf ${id}, den du sehen darfst.`,
    busy: 'Jemand anders ändert diesen Durchlauf gerade auch. Versuch es noch einmal.',
    possibleNow: what => `Jetzt möglich: ${words.list(what)}.`,
  },
}
