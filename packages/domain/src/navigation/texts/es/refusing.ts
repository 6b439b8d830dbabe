import type { Texts } from '../texts.ts'
import { missing, statuses, stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration } = words

const doing = {
  start: 'empezar',
  navigate: 'ir a otro paso',
  complete: 'completar un paso',
  decide: 'elegir',
  skip: 'saltarte un paso',
  fail: 'avisar de que algo salió mal',
  undo: 'deshacer nada',
  pause: 'hacer una pausa',
  resume: 'continuar',
  cancel: 'cancelar',
  time_out: 'dejar que se acabe el tiempo',
  set_variables: 'cambiar nada',
  select_outcome: 'elegir un objetivo',
  note: 'añadir una nota',
  start_timer: 'poner un temporizador',
  pause_timer: 'pausar un temporizador',
  resume_timer: 'reanudar un temporizador',
  extend_timer: 'alargar un temporizador',
  stop_timer: 'parar un temporizador',
}

const possible = { ...doing, undo: 'deshacer lo último', set_variables: 'hacer cambios' }

export const refusing: Pick<Texts, 'refusals' | 'errors'> = {
  refusals: {
    not_begun: () => 'El trabajo aún no ha empezado: ponlo en marcha primero.',
    begun_already: () => 'El trabajo ya ha empezado.',
    no_steps: () => 'Aquí aún no hay pasos, así que no hay nada que empezar.',
    is_paused: ({ command }) => `El trabajo está en pausa. Di primero «continuar» y luego podrás ${possible[command]}.`,
    is_timed_out: ({ command }) =>
      `Se acabó el tiempo previsto para este trabajo. Di primero «continuar» y luego podrás ${possible[command]}.`,
    under_way: () =>
      'El trabajo ya está en marcha, así que puedes seguir. Pregunta «¿dónde estoy?» para saber en qué paso estás.',
    wrong_status: ({ command, status }) =>
      `El trabajo está ${statuses[status]}, así que ya no puedes ${doing[command]}.`,
    no_such_step: () => 'Aquí no existe ese paso.',
    step_closed: ({ step_id, status, waits_for, one_of, named_by, open }, { step }) => {
      const name = q(step(step_id))
      const instead = open.length > 0 ? ` Ahora puedes hacer: ${names(open.map(step))}.` : ''
      if (status === 'pending') {
        const why =
          waits_for.length > 0
            ? one_of
              ? `Antes hay que terminar ${names(waits_for.map(step), 'or')}, según lo que elijas.`
              : `Antes hay que terminar ${names(waits_for.map(step))}.`
            : `Solo se llega eligiendo en ${names(named_by.map(step), 'or')}.`
        return `Todavía no toca ${name}. ${why}`
      }
      if (status === 'dead') return `Por lo que elegiste, ${name} ya no está en tu camino.${instead}`
      return `El paso ${name} ya está ${stepStatuses[status]}.${instead}`
    },
    lag_runs: ({ step_id, minutes }, { step }) => `${q(step(step_id))} tiene que esperar todavía ${duration(minutes)}.`,
    time_runs: ({ step_id, minutes }, { step }) => `A ${q(step(step_id))} le ${missing(minutes)}.`,
    choose_first: ({ step_id }, { step, options }) =>
      `En ${q(step(step_id))} tienes que elegir: ${names(options(step_id), 'or')}.`,
    verdict_first: ({ step_id }, { step }) => `${q(step(step_id))} es un control: di si está bien o no.`,
    cannot_skip: ({ step_id, is_check }, { step, options }) =>
      is_check
        ? `El control ${q(step(step_id))} no se puede saltar: di si está bien o no.`
        : `${q(step(step_id))} no se puede saltar: elige ${names(options(step_id), 'or')}.`,
    nothing_to_decide: ({ step_id }, { step }) => `En ${q(step(step_id))} no hay nada que elegir: complétalo sin más.`,
    no_such_option: ({ step_id }, { step, options }) =>
      `Eso no se puede elegir en ${q(step(step_id))}. Puedes elegir ${names(options(step_id), 'or')}.`,
    no_such_choice: () => 'Aquí no existe esa opción.',
    no_such_outcome: () => 'Aquí no existe ese objetivo.',
    way_used_up: ({ step_id, target_id, limit }, { step }) =>
      `Ya no se puede volver de ${q(step(step_id))} a ${q(step(target_id))}: el máximo es ${counted(limit, ['vez', 'veces'])}. Elige otra cosa.`,
    target_done: ({ target_id }, { step }) =>
      `${q(step(target_id))} ya está hecho, así que esa opción no lleva a ninguna parte. Elige otra cosa.`,
    ruled_out: ({ step_id }, { step }) => `Por lo que elegiste, ${q(step(step_id))} ya no está en tu camino.`,
    no_way_there: ({ step_id }, { step }) => `Ya no hay camino que lleve a ${q(step(step_id))}.`,
    way_unknown: ({ step_id, at_step_id }, { step }) =>
      `Todavía no se sabe adónde lleva ${q(step(at_step_id))}; ve paso a paso hasta ${q(step(step_id))}.`,
    would_skip: ({ step_id, skipped }, { step }) =>
      `Para llegar a ${q(step(step_id))} te saltarías ${names(skipped.map(step))}.`,
    nothing_to_undo: () => 'No hay nada que deshacer: no se ha hecho nada desde el principio.',
    not_the_last: () => 'Desde entonces se ha hecho otra cosa. Solo se puede deshacer lo último.',
    undo_of_nothing: () => 'Lo que se quería deshacer no se llegó a hacer: no hay nada que deshacer.',
    undo_out_of_reach: () =>
      'Lo que se hizo antes de que este dispositivo perdiera la conexión se podrá deshacer cuando vuelva a estar conectado.',
    no_such_timer: () => 'Ese temporizador no existe; quizá alguien lo ha parado.',
    timer_id_taken: ({ label }) => `Ya hay un temporizador ${q(label)}: dale otro nombre al nuevo.`,
    too_many_timers: ({ most }) => `Ya hay ${number(most)} temporizadores: detén uno primero.`,
    timer_too_long: ({ most }) => `Un temporizador dura entre un segundo y ${duration(most)}.`,
    timer_not_running: ({ label, is_over }) =>
      `El temporizador ${q(label)} ya ${is_over ? 'ha terminado' : 'está en pausa'}.`,
    timer_not_paused: ({ label, is_over }) =>
      `El temporizador ${q(label)} ya ${is_over ? 'ha terminado' : 'está en marcha'}.`,
  },
  errors: {
    notFound: id => `No hay ninguna sesión ${id} que puedas ver.`,
    busy: 'Otra persona está cambiando este trabajo ahora mismo. Inténtalo de nuevo.',
    possibleNow: what => `Ahora se puede: ${words.list(what)}.`,
  },
}
