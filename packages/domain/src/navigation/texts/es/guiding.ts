import type { Texts } from '../texts.ts'
import { missing, words } from './words.ts'

const { quoted: q, names, duration, about } = words

export const guiding: Pick<Texts, 'options' | 'situations' | 'gestures'> = {
  options: {
    complete: step => ({ label: `Completar: ${step}`, description: 'Marcar este paso como hecho' }),
    pass: step => ({ label: `Está bien: ${step}`, description: 'Cumple con lo que se pide' }),
    failCheck: step => ({ label: `No está bien: ${step}`, description: 'Hay que corregirlo' }),
    choose: (option, next, minutes) => ({
      label: `Elegir: ${option}`,
      description: next === null ? 'Aquí termina el trabajo' : `Sigue con ${q(next)}; desde ahí, ${about(minutes)}`,
    }),
    goTo: (step, isActive) => ({
      label: `Ir a: ${step}`,
      description: isActive ? 'Seguir con este paso' : 'Empezar este paso',
    }),
    lookBack: step => ({ label: `Volver a ver: ${step}`, description: 'Mirar otra vez este paso, sin cambiar nada' }),
    skip: step => ({ label: `Saltar: ${step}`, description: 'Seguir sin este paso' }),
    pause: { label: 'Hacer una pausa', description: 'Parar ahora y seguir más tarde' },
    resume: { label: 'Continuar', description: 'Seguir donde lo dejaste' },
    undo: { label: 'Deshacer', description: 'Deshacer lo último que hiciste' },
    cancel: { label: 'Cancelar', description: 'Dejarlo del todo; después no se puede continuar' },
  },
  situations: {
    begin: ({ step }) => ({
      primary: `Todo listo para ${q(step)}.`,
      message: `¡Vamos allá! Empieza con ${q(step)}.`,
      reason: 'Es el primer paso',
    }),
    working: ({ step }) => ({
      primary: `Estás con ${q(step)}.`,
      message: `Tómate tu tiempo con ${q(step)} y di «hecho» cuando termines.`,
      reason: 'Paso en marcha',
    }),
    last: ({ step }) => ({
      primary: `${q(step)} es el último paso.`,
      message: `Ya casi está: termina ${q(step)} y habrás acabado.`,
      reason: 'Último paso',
    }),
    goal: ({ step }) => ({
      primary: `Has llegado al final: ${q(step)}.`,
      message: `Repasa bien tu trabajo y luego completa ${q(step)}.`,
      reason: 'Has llegado al final',
    }),
    milestone: ({ step }) => ({
      primary: `${q(step)} es un paso clave.`,
      message: `Tómate tu tiempo con ${q(step)}: después tendrás hecha una buena parte.`,
      reason: 'Paso clave en marcha',
    }),
    decision: ({ step, options }) => ({
      primary: `${q(step)}: ahora decides tú.`,
      message: `En ${q(step)} tienes que elegir: ${names(options, 'or')}.`,
      reason: 'Hay que tomar una decisión',
    }),
    check: ({ step }) => ({
      primary: `Toca revisar: ${q(step)}.`,
      message: `En ${q(step)}, míralo todo con calma y luego di si está bien o no.`,
      reason: 'Control en marcha',
    }),
    waiting: ({ step, left, other }) => ({
      primary: `A ${q(step)} le ${missing(left)}.`,
      message:
        other === null
          ? `${q(step)} lleva su tiempo. Si no te necesita, descansa un rato.`
          : `Mientras ${q(step)} sigue su curso, puedes seguir con ${q(other)}.`,
      reason: 'Aún corre el tiempo de espera',
    }),
    wait_over: ({ step }) => ({
      primary: `Se acabó la espera para ${q(step)}.`,
      message: `Mira si ya está y completa ${q(step)}.`,
      reason: 'El tiempo de espera ha terminado',
    }),
    deadline: ({ step, left }) => ({
      primary:
        left === null
          ? `Ya se pasó el plazo para empezar ${q(step)}.`
          : `Tienes ${duration(left)} para empezar ${q(step)}.`,
      message:
        left === null
          ? `Mira si ${q(step)} aún se puede hacer y apunta lo que veas.`
          : `Empieza ${q(step)} antes de que se acabe el plazo.`,
      reason: left === null ? 'El plazo ya pasó' : 'El plazo termina pronto',
    }),
    looking_back: ({ step, open }) => ({
      primary: `Estás mirando otra vez ${q(step)}.`,
      message: `Para seguir, vuelve a ${names(open, 'or')}.`,
      reason: 'Este paso ya está hecho',
    }),
    ready: ({ step }) => ({
      primary: `Ya puedes empezar ${q(step)}.`,
      message: `Sigue con ${q(step)}.`,
      reason: 'El siguiente paso está listo',
    }),
    lag: ({ step, left }) => ({
      primary: `${q(step)} puede empezar dentro de ${duration(left)}.`,
      message: `Descansa hasta que toque ${q(step)}.`,
      reason: 'Aún corre el tiempo de espera',
    }),
    stuck: () => ({
      primary: 'Ahora mismo no hay nada que hacer.',
      message: 'Mira la lista de pasos para ver dónde estás.',
      reason: 'No hay ningún paso abierto',
    }),
    paused: ({ step }) => ({
      primary: 'Estás en pausa.',
      message: step === null ? 'Di «continuar» para seguir.' : `Di «continuar» para seguir con ${q(step)}.`,
      reason: 'El trabajo está en pausa',
    }),
    timeout: () => ({
      primary: 'Este trabajo ha durado más de lo previsto.',
      message: 'Si quieres terminarlo, di «continuar».',
      reason: 'Se acabó el tiempo',
    }),
    completed: ({ outcome }) => ({
      primary: outcome === null ? '¡Muy bien, has terminado!' : `¡Muy bien, lo has conseguido: ${q(outcome)}!`,
      message: 'Apunta lo que harías de otra manera y vuelve a empezar cuando quieras.',
      reason: 'Todo está terminado',
    }),
    failed: () => ({
      primary: 'Esta vez no ha salido bien.',
      message: 'Puedes deshacer lo último y probar otro camino.',
      reason: 'No se ha llegado a ningún resultado',
    }),
    cancelled: () => ({
      primary: 'Este trabajo se canceló.',
      message: 'Aquí ya no queda nada que hacer. Puedes empezar de nuevo cuando quieras.',
      reason: 'El trabajo se canceló',
    }),
  },
  gestures: {
    unknown: (gesture, known) => `No conozco el gesto ${q(gesture)}. Conozco ${words.list(known)}.`,
    guidance: step => `Así se hace ${q(step)}.`,
  },
}
