import type { Texts } from '../texts.ts'
import { statuses, stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration } = words

const doing = {
  start: 'commencer',
  navigate: 'changer d’étape',
  complete: 'terminer une étape',
  decide: 'choisir',
  skip: 'sauter une étape',
  fail: 'signaler un échec',
  undo: 'annuler une action',
  pause: 'faire une pause',
  resume: 'reprendre',
  cancel: 'abandonner',
  time_out: 'laisser le temps s’écouler',
  set_variables: 'modifier les détails',
  select_outcome: 'choisir un objectif',
  note: 'ajouter une note',
  start_timer: 'lancer un minuteur',
  pause_timer: 'mettre un minuteur en pause',
  resume_timer: 'relancer un minuteur',
  extend_timer: 'rallonger un minuteur',
  stop_timer: 'arrêter un minuteur',
}

export const refusing: Pick<Texts, 'refusals' | 'errors'> = {
  refusals: {
    not_begun: () => 'Le travail n’a pas encore commencé : lancez-le d’abord.',
    begun_already: () => 'Le travail a déjà commencé.',
    no_steps: () => 'Il n’y a pas encore d’étapes ici, donc rien à commencer.',
    is_paused: ({ command }) =>
      `Le travail est en pause. Dites d’abord « reprendre », et vous pourrez ${doing[command]}.`,
    is_timed_out: ({ command }) =>
      `Le temps prévu pour ce travail est écoulé. Dites d’abord « reprendre », et vous pourrez ${doing[command]}.`,
    under_way: () =>
      'Le travail est déjà en cours, vous pouvez continuer. Demandez « où suis-je ? » pour savoir à quelle étape vous êtes.',
    wrong_status: ({ command, status }) =>
      `Le travail est ${statuses[status]}, vous ne pouvez donc plus ${doing[command]}.`,
    no_such_step: () => 'Cette étape n’existe pas ici.',
    step_closed: ({ step_id, status, waits_for, one_of, named_by, open }, { step }) => {
      const name = q(step(step_id))
      const instead = open.length > 0 ? ` À faire maintenant : ${names(open.map(step))}.` : ''
      if (status === 'pending') {
        const why =
          waits_for.length > 0
            ? one_of
              ? `Il faut d’abord terminer ${names(waits_for.map(step), 'or')}, selon votre choix.`
              : `Il faut d’abord terminer ${names(waits_for.map(step))}.`
            : `Seul un choix à l’étape ${names(named_by.map(step), 'or')} y mène.`
        return `Ce n’est pas encore le moment pour ${name}. ${why}`
      }
      if (status === 'dead') return `Après votre choix, ${name} n’est plus sur votre chemin.${instead}`
      return `L’étape ${name} est déjà ${stepStatuses[status]}.${instead}`
    },
    lag_runs: ({ step_id, minutes }, { step }) => `${q(step(step_id))} doit encore attendre ${duration(minutes)}.`,
    time_runs: ({ step_id, minutes }, { step }) => `${q(step(step_id))} demande encore ${duration(minutes)}.`,
    choose_first: ({ step_id }, { step, options }) =>
      `À l’étape ${q(step(step_id))}, il faut choisir : ${names(options(step_id), 'or')}.`,
    verdict_first: ({ step_id }, { step }) =>
      `${q(step(step_id))} est un contrôle : dites « contrôle réussi » ou « contrôle raté ».`,
    cannot_skip: ({ step_id, is_check }, { step, options }) =>
      is_check
        ? `On ne peut pas sauter ${q(step(step_id))} : dites « contrôle réussi » ou « contrôle raté ».`
        : `On ne peut pas sauter ${q(step(step_id))} : choisissez ${names(options(step_id), 'or')}.`,
    nothing_to_decide: ({ step_id }, { step }) =>
      `Il n’y a rien à choisir à l’étape ${q(step(step_id))} : terminez-la simplement.`,
    no_such_option: ({ step_id }, { step, options }) =>
      `Ce choix n’existe pas à l’étape ${q(step(step_id))}. Choisissez ${names(options(step_id), 'or')}.`,
    no_such_choice: () => 'Ce choix n’existe pas ici.',
    no_such_outcome: () => 'Cet objectif n’existe pas ici.',
    way_used_up: ({ step_id, target_id, limit }, { step }) =>
      `On ne peut plus revenir de ${q(step(step_id))} à ${q(step(target_id))} : c’est limité à ${counted(limit, ['fois', 'fois'])}. Choisissez autre chose.`,
    target_done: ({ target_id }, { step }) =>
      `L’étape ${q(step(target_id))} est déjà faite, ce choix ne mène donc nulle part. Choisissez autre chose.`,
    ruled_out: ({ step_id }, { step }) => `Après votre choix, ${q(step(step_id))} n’est plus sur votre chemin.`,
    no_way_there: ({ step_id }, { step }) => `Plus aucun chemin ne mène à ${q(step(step_id))}.`,
    way_unknown: ({ step_id, at_step_id }, { step }) =>
      `On ne sait pas encore où mène ${q(step(at_step_id))} : avancez étape par étape jusqu’à ${q(step(step_id))}.`,
    would_skip: ({ step_id, skipped }, { step }) =>
      `Pour aller à ${q(step(step_id))}, il faudrait sauter ${names(skipped.map(step))}.`,
    nothing_to_undo: () => 'Il n’y a rien à annuler : rien n’a été fait depuis le début.',
    not_the_last: () => 'Autre chose a été fait depuis. Seule la dernière action peut être annulée.',
    undo_of_nothing: () => 'Ce qui devait être annulé n’a pas été fait : il n’y a rien à annuler.',
    undo_out_of_reach: () =>
      'Ce qui a été fait avant que cet appareil perde la connexion pourra être annulé dès qu’il sera reconnecté.',
    no_such_timer: () => 'Ce minuteur n’existe pas, quelqu’un l’a peut-être arrêté.',
    timer_id_taken: ({ label }) => `Il y a déjà un minuteur ${q(label)} : donnez un autre nom au nouveau.`,
    too_many_timers: ({ most }) => `Il y a déjà ${number(most)} minuteurs : arrêtez-en un d’abord.`,
    timer_too_long: ({ most }) => `Un minuteur va d’une seconde à ${duration(most)}.`,
    timer_not_running: ({ label, is_over }) => `Le minuteur ${q(label)} est déjà ${is_over ? 'fini' : 'en pause'}.`,
    timer_not_paused: ({ label, is_over }) => `Le minuteur ${q(label)} ${is_over ? 'est déjà fini' : 'tourne déjà'}.`,
  },
  errors: {
    notFound: id => `Il n’y a pas de séance ${id} que vous puissiez voir.`,
    busy: 'Quelqu’un d’autre modifie ce travail en ce moment. Réessayez.',
    possibleNow: what => `Possible maintenant : ${words.list(what)}.`,
  },
}
