import type { Texts } from '../texts.ts'
import { left, missing, words } from './words.ts'

const { counted, quoted: q, names, number, duration, exactly } = words

const undone = {
  complete: (step: string) => `${step} vuelve a estar por hacer.`,
  pass: (step: string) => `El control ${step} ya no cuenta como superado.`,
  not_pass: (step: string) => `El resultado de ${step} queda anulado.`,
  decide: (step: string) => `Se ha deshecho la elección en ${step}.`,
  skip: (step: string) => `El paso ${step} ya no está saltado.`,
  fail: (step: string) => `El paso ${step} ya no está marcado como fallido.`,
  navigate: (step: string) => `Se ha deshecho el salto a ${step}.`,
}

export const doing: Pick<Texts, 'done' | 'questions' | 'timers' | 'happened' | 'when'> = {
  done: {
    completed: step => `${q(step)}, hecho.`,
    passed: step => `${q(step)}: todo bien.`,
    failedCheck: step => `${q(step)}: no está bien, queda apuntado.`,
    decided: option => `Has elegido ${q(option)}.`,
    skipped: step => `Nos saltamos ${q(step)}.`,
    failed: step => `Apuntado: ${q(step)} salió mal.`,
    wentTo: (step, n) => `Ahora estás en el paso ${number(n)}, ${q(step)}.`,
    lookingAt: (step, n) => `Aquí tienes otra vez el paso ${number(n)}, ${q(step)}.`,
    turned: step => `Pasamos a otro paso abierto; ${q(step)} sigue abierto.`,
    skippedOnTheWay: skipped => `Saltado por el camino: ${names(skipped)}.`,
    undone: (deed, step) =>
      step !== null && deed in undone ? undone[deed as keyof typeof undone](q(step)) : 'Se ha deshecho lo último.',
    notesStay: notes => `Las notas se quedan: ${notes.map(q).join(', ')}. Si ya no es así, añade una nota que lo diga.`,
    paused: 'En pausa. Todo se queda como está.',
    resumed: 'Qué bien tenerte de vuelta.',
    cancelled: 'El trabajo queda cancelado.',
    noted: step => `Apuntado en ${q(step)}.`,
    used: (amount, name) => `Apuntado: has usado ${amount} de ${q(name)}.`,
    usedNote: (amount, name) => `Usado: ${name}, ${amount}`,
    missingNote: name => `Falta: ${name}`,
    missing: name => `Apuntado: falta ${q(name)}.`,
    outcome: name => `Tu objetivo es ahora ${q(name)}.`,
    again: steps =>
      steps.length === 1
        ? `Hay que repetir ${names(steps)}.`
        : `Hay que repetir ${counted(steps.length, ['paso', 'pasos'])}: ${names(steps)}.`,
    next: steps =>
      steps.length > 1 ? `Ahora tocan, en el orden que quieras: ${names(steps)}.` : `Ahora toca ${names(steps)}.`,
    nextDecision: (step, options) => `Ahora te toca elegir en ${q(step)}: ${names(options, 'or')}.`,
    nextCheck: step => `Ahora toca ${q(step)}. Míralo todo con calma y luego di si está bien o no.`,
    nextWait: (step, minutes, other) =>
      other === null
        ? `Ahora toca ${q(step)}. Lleva ${duration(minutes)}.`
        : `Ahora toca ${q(step)}. Lleva ${duration(minutes)}; mientras tanto puedes seguir con ${q(other)}.`,
    waitsFor: (step, minutes) => `${q(step)} puede empezar dentro de ${duration(minutes)}.`,
    ended: outcome =>
      outcome === null
        ? 'Era el último paso. ¡Muy bien!'
        : `Era el último paso. ¡Muy bien, lo has conseguido: ${q(outcome)}!`,
    endedFailed:
      'Desde aquí no hay camino que siga, así que el trabajo está en un callejón sin salida. Di «deshacer» para probar de otra manera.',
  },
  questions: {
    cancel: (done, total) =>
      `¿De verdad quieres cancelar del todo? Llevas ${number(done)} de ${number(total)} pasos, y después no se puede continuar. Di sí o no.`,
    skip: step => `Ya habías empezado ${q(step)}. ¿Te lo saltas de todos modos? Di sí o no.`,
    fail: step => `¿Apunto que el paso ${q(step)} salió mal? Di sí o no.`,
    jump: (step, skipped) => `Para llegar a ${q(step)} te saltarías ${names(skipped)}. ¿Lo hago? Di sí o no.`,
    undo: count => `¿Deshago tus últimas ${number(count)} acciones? Di sí o no.`,
    early: (step, minutes) =>
      `A ${q(step)} todavía le ${missing(minutes)} de espera. ¿Seguimos ya de todos modos? Di sí o no.`,
    verdict: step => `¿Ha salido bien ${q(step)}? Di sí o no.`,
    dropped: 'De acuerdo, no ha cambiado nada.',
    nothingAsked: 'No había preguntado nada. ¿Qué quieres hacer?',
    changedMeanwhile: 'Algo ha cambiado desde que pregunté, así que no he hecho nada. Dilo otra vez, por favor.',
  },
  timers: {
    started: minutes => `Temporizador de ${exactly(minutes)} en marcha`,
    paused: minutes => `Temporizador en pausa, ${left(duration(minutes))}`,
    resumed: minutes => `El temporizador sigue, ${left(duration(minutes))}`,
    extended: minutes => `Ahora al temporizador le ${left(duration(minutes))}`,
    stopped: 'Temporizador parado',
    none: 'No hay ningún temporizador en marcha.',
    which: labels => `¿Qué temporizador: ${names(labels, 'or')}?`,
    howLong: '¿Cuánto tiempo? Di, por ejemplo, «temporizador de 10 minutos».',
    running: (label, minutes) => `${q(label)}: ${left(duration(minutes))}.`,
    isPaused: (label, minutes) => `${q(label)}: en pausa, ${left(duration(minutes))}.`,
    isOver: (label, minutes) =>
      minutes < 1 ? `${q(label)}: ya es la hora.` : `${q(label)}: terminó ${words.ago(minutes)}.`,
    unnamed: 'temporizador',
  },
  happened: {
    start: () => 'Trabajo empezado',
    navigate: step => `Cambio a ${q(step ?? '')}`,
    complete: step => `Hecho: ${q(step ?? '')}`,
    pass: step => `Control superado: ${q(step ?? '')}`,
    not_pass: step => `Control no superado: ${q(step ?? '')}`,
    decide: (step, chosen) => (chosen === null ? `Elección en ${q(step ?? '')}` : `Elegido: ${q(chosen)}`),
    skip: step => `Saltado: ${q(step ?? '')}`,
    fail: step => `Salió mal: ${q(step ?? '')}`,
    undo: step => (step === null ? 'Algo deshecho' : `Deshecho: ${q(step)}`),
    pause: () => 'Pausa',
    resume: () => 'Reanudado',
    cancel: () => 'Cancelado',
    time_out: () => 'Se acabó el tiempo',
    set_variables: () => 'Datos cambiados',
    select_outcome: () => 'Objetivo elegido',
    note: step => `Nota añadida a ${q(step ?? '')}`,
    start_timer: () => 'Temporizador puesto',
    pause_timer: () => 'Temporizador en pausa',
    resume_timer: () => 'Temporizador reanudado',
    extend_timer: () => 'Temporizador alargado',
    stop_timer: () => 'Temporizador parado',
    move: () => 'Paso a una versión más nueva',
  },
  when: (sentence, ago) => `${sentence}, ${ago}`,
}
