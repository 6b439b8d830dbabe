import type { Texts } from '../texts.ts'
import { missing, stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration, about } = words

export const answering: Pick<Texts, 'answers' | 'readings'> = {
  answers: {
    help: 'Puedes decir:',
    helpLines: [
      ['ayuda', 'Muestra lo que puedes decir'],
      ['estado', 'Muestra cuánto llevas'],
      ['siguiente', 'Va al paso siguiente'],
      ['atrás', 'Muestra el paso anterior'],
      ['hecho', 'Completa el paso'],
      ['saltar este paso', 'Sigue sin él'],
      ['ve al paso 3', 'Va a un paso, por número o nombre'],
      ['muestra los pasos', 'Muestra todos los pasos'],
      ['¿qué necesito?', 'Muestra materiales y herramientas'],
      ['instrucciones', 'Explica cómo se hace'],
      ['consejos', 'Da consejos para el paso'],
      ['¿cuánto falta?', 'Dice cuánto tiempo queda'],
      ['nota: …', 'Apunta algo en el paso'],
      ['deshacer', 'Deshace lo último'],
      ['pausa', 'Hace una pausa'],
    ],
    status: ({ workflow, done, total, percent }) =>
      `${workflow}: ${counted(done, ['paso hecho', 'pasos hechos'])} de ${number(total)}, un ${number(percent)} por ciento.`,
    youAreAt: (step, n, total) => `Estás en el paso ${number(n)} de ${number(total)}, ${q(step)}.`,
    stepIs: (step, status) => `El paso ${q(step)} está ${stepStatuses[status]}.`,
    nowhere: 'Ahora mismo no hay ningún paso a la vista.',
    left: minutes =>
      minutes > 1 && !about(minutes).startsWith('más') ? `Quedan ${about(minutes)}.` : `Queda ${about(minutes)}.`,
    leftAtMost: (minutes, most) =>
      `${minutes > 1 && !about(minutes).startsWith('más') ? 'Quedan' : 'Queda'} ${about(minutes)}; como mucho, ${duration(most)}.`,
    waitLeft: (step, minutes) => `A ${q(step)} le ${missing(minutes)}.`,
    nothingLeft: 'Ya no queda nada por hacer.',
    elapsed: minutes => `Llevas ${about(minutes)}.`,
    after: (step, next) => `Después de ${q(step)} viene ${names(next, 'or')}.`,
    afterDecision: step => `Lo que viene después de ${q(step)} lo eliges tú.`,
    nothingAfter: step => `Después de ${q(step)} ya no hay nada.`,
    finishFirst: step => `Di «hecho» cuando termines ${q(step)}.`,
    nothingBefore: 'No hay ningún paso antes de este.',
    steps: (workflow, count) => `${workflow} tiene ${counted(count, ['paso', 'pasos'])}:`,
    materials: step => `Materiales para ${q(step)}:`,
    tools: step => `Herramientas para ${q(step)}:`,
    resources: step => `Lo que necesitas para ${q(step)}:`,
    noMaterials: step => `Para ${q(step)} no necesitas ningún material.`,
    noTools: step => `Para ${q(step)} no necesitas ninguna herramienta.`,
    noResources: step => `Para ${q(step)} no necesitas nada especial.`,
    need: (amount, name) => `${amount} de ${name}`,
    optional: 'opcional',
    youNeed: things => `Necesitas ${things}.`,
    noInstructions: step => `No hay instrucciones para ${q(step)}.`,
    tips: step => `Consejos para ${q(step)}:`,
    noTips: step => `No hay consejos para ${q(step)}.`,
    warnings: step => `Ten cuidado con esto en ${q(step)}:`,
    noWarnings: step => `En ${q(step)} no hay que tener cuidado con nada en especial.`,
    suggests: message => message,
    historyEmpty: 'Todavía no se ha hecho nada.',
    history: 'Esto es lo último que se hizo:',
    options: (step, options) => `${q(step)}: puedes elegir entre ${names(options)}.`,
    noDecision: 'Ahora no hay nada que elegir.',
    option: ({ option, next, minutes, outcome }) =>
      next === null
        ? `Con ${q(option)} terminaría el trabajo.`
        : `Con ${q(option)} se sigue por ${q(next)}. Desde ahí hacen falta ${about(minutes)}${outcome === null ? '' : ` y obtienes ${q(outcome)}`}.`,
    path: ({ outcome, count, minutes }) =>
      `El mejor camino${outcome === null ? ' hasta el final' : ` a ${q(outcome)}`} tiene ${counted(count, ['paso', 'pasos'])} y lleva ${about(minutes)}.`,
    pathSteps: steps => `Pasa por ${names(steps)}.`,
    pathChoose: (step, option) => `En ${q(step)}, elige ${q(option)}.`,
    noPath: outcome =>
      outcome === null ? 'Desde aquí no hay camino que siga.' : `Ya no hay camino que lleve a ${q(outcome)}.`,
    whichOutcome: outcomes => `¿Qué objetivo quieres decir: ${names(outcomes, 'or')}?`,
    noOutcomes: 'Aquí solo hay un objetivo.',
    whatNote: '¿Qué apunto? Di «nota» y después tu frase.',
    whatUsed: '¿Cuánto has usado, y de qué? Di, por ejemplo, «he usado 2 piezas de cuero».',
    whatMissing: '¿Qué falta? Di, por ejemplo, «falta hilo».',
    noteNowhere: 'Ve primero a un paso, para que sepa dónde apuntarlo.',
    didYouMean: labels =>
      labels.length === 1 ? `¿Quieres decir: ${labels.join('')}?` : `¿Quieres decir algo de esto? ${labels.join(', ')}`,
    unknown: 'No te he entendido bien. Prueba con una de estas frases o di «ayuda».',
    tooLong: 'Eso ha sido mucho de una vez. Dilo en una frase corta, por favor.',
    empty: 'No he oído nada. ¿Qué quieres hacer?',
    noSuchStep: (n, total) => `No hay ningún paso ${number(n)}; van del 1 al ${number(total)}.`,
    noStepNamed: name => `No encuentro ningún paso llamado ${q(name)}. Di «muestra los pasos» para verlos todos.`,
    notYet: 'Eso no se puede hacer aquí.',
    stepsOpen: steps => `Ahora puedes hacer: ${names(steps)}.`,
  },
  readings: {
    help: () => ['Ver qué puedes decir', 'ayuda'],
    status: () => ['Ver cuánto llevas', 'estado'],
    where_am_i: () => ['Saber dónde estás', '¿dónde estoy?'],
    next: () => ['Ir al paso siguiente', 'siguiente'],
    previous: () => ['Volver un paso atrás', 'atrás'],
    complete: step => (step === null ? ['Completar el paso', 'hecho'] : [`Completar ${q(step)}`, `completa ${step}`]),
    skip: step => (step === null ? ['Saltar el paso', 'saltar este paso'] : [`Saltar ${q(step)}`, `salta ${step}`]),
    fail: () => ['Decir que el paso salió mal', 'el paso salió mal'],
    goto: step => (step === null ? ['Ir a otro paso', 'muestra los pasos'] : [`Ir a ${q(step)}`, `ve a ${step}`]),
    list_steps: () => ['Ver todos los pasos', 'muestra los pasos'],
    overview: () => ['Ver el resumen', 'resumen'],
    list_materials: () => ['Ver los materiales', '¿qué materiales necesito?'],
    list_tools: () => ['Ver las herramientas', '¿qué herramientas necesito?'],
    list_resources: () => ['Ver lo que necesitas', '¿qué necesito?'],
    instructions: () => ['Explicar cómo se hace', 'instrucciones'],
    tips: () => ['Dar consejos', 'consejos'],
    warnings: () => ['Ver las advertencias', 'advertencias'],
    time_remaining: () => ['Saber cuánto falta', '¿cuánto falta?'],
    suggest: () => ['Proponer qué hacer', '¿qué hago ahora?'],
    path: outcome =>
      outcome === null
        ? ['Ver el mejor camino', 'mejor camino']
        : [`Ver el camino a ${q(outcome)}`, `camino a ${outcome}`],
    what_if: option =>
      option === null
        ? ['Ver adónde lleva cada opción', '¿y si?']
        : [`Ver adónde lleva ${q(option)}`, `¿y si elijo ${option}?`],
    decide: option => (option === null ? ['Elegir', 'opciones'] : [`Elegir ${q(option)}`, `elige ${option}`]),
    select_outcome: outcome =>
      outcome === null
        ? ['Elegir un objetivo', 'objetivo']
        : [`Tomar ${q(outcome)} como objetivo`, `objetivo ${outcome}`],
    start_timer: () => ['Poner un temporizador', 'pon un temporizador'],
    pause_timer: () => ['Pausar el temporizador', 'pausa el temporizador'],
    resume_timer: () => ['Seguir con el temporizador', 'reanuda el temporizador'],
    extend_timer: () => ['Alargar el temporizador', 'añade 5 minutos'],
    stop_timer: () => ['Parar el temporizador', 'para el temporizador'],
    list_timers: () => ['Ver los temporizadores', 'muestra los temporizadores'],
    add_note: () => ['Apuntar algo', 'nota'],
    record_usage: () => ['Apuntar lo que has usado', 'he usado'],
    report_shortage: () => ['Decir que falta algo', 'falta'],
    history: () => ['Ver lo que se ha hecho', 'historial'],
    undo: () => ['Deshacer lo último', 'deshacer'],
    pause: () => ['Hacer una pausa', 'pausa'],
    resume: () => ['Continuar', 'continuar'],
    cancel: () => ['Cancelar del todo', 'cancelar el trabajo'],
    repeat: () => ['Repetir', 'repite'],
    yes: () => ['Sí', 'sí'],
    no: () => ['No', 'no'],
  },
}
