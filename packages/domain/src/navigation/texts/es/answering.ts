import type { Texts } from '../texts.ts'
import { left, missing, stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration, about } = words

export const answering: Pick<Texts, 'answers' | 'readings'> = {
  answers: {
    help: 'Puedes decir:',
    helpLines: [
      ['ayuda', 'Muestra lo que puedes decir'],
      ['estado', 'Muestra cuánto llevas'],
      ['siguiente', 'Dice qué viene después, o va a otro paso abierto'],
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
      `${workflow}: llevas hechos ${number(done)} de un máximo de ${counted(total, ['paso', 'pasos'])}, un ${number(percent)} por ciento.`,
    youAreAt: (step, n) => `Estás en el paso ${number(n)}, ${q(step)}.`,
    stepIs: (step, status) => `El paso ${q(step)} está ${stepStatuses[status]}.`,
    nowhere: 'Ahora mismo no hay ningún paso a la vista.',
    left: minutes => `Aún ${left(about(minutes))}.`,
    leftAtMost: (minutes, most) => `Aún ${left(about(minutes))}; como mucho, ${duration(most)}.`,
    leftWithWaits: (work, until) => `Aún ${left(about(work))} de trabajo; con las esperas, ${about(until)}.`,
    waitLeft: (step, minutes) => `A ${q(step)} le ${missing(minutes)}.`,
    nothingLeft: 'Ya no queda nada por hacer.',
    elapsed: minutes => `Llevas ${about(minutes)} con ello.`,
    after: (step, next) => `Después de ${q(step)} ${next.length === 1 ? 'viene' : 'vienen'} ${names(next)}.`,
    afterDecision: step => `Después de ${q(step)}, tú eliges cómo seguir.`,
    nothingAfter: step => `Después de ${q(step)} ya no hay nada.`,
    finishFirst: step => `Di «hecho» cuando termines ${q(step)}.`,
    nothingBefore: 'No hay ningún paso antes de este.',
    steps: (workflow, count) => `${workflow} tiene ${counted(count, ['paso', 'pasos'])}:`,
    materials: step => `Materiales para ${q(step)}:`,
    tools: step => `Herramientas para ${q(step)}:`,
    resources: step => `Lo que necesitas para ${q(step)}:`,
    noMaterials: step => `Para ${q(step)} no necesitas ningún material.`,
    noTools: step => `Para ${q(step)} no necesitas ninguna herramienta.`,
    noResources: step => `${q(step)} no tiene lista propia: lo que hace falta está en las instrucciones.`,
    optional: 'opcional',
    youNeed: things => `Necesitas: ${things}.`,
    needsIn: (step, thing) => `${thing} para ${q(step)}`,
    needsNot: (step, thing) => `Para ${q(step)} no hace falta: ${thing}.`,
    needsNoMore: thing => `Para lo que queda no hace falta: ${thing}.`,
    noInstructions: step => `No hay instrucciones para ${q(step)}.`,
    tips: step => `Consejos para ${q(step)}:`,
    noTips: step => `No hay consejos para ${q(step)}.`,
    warnings: step => `Ten cuidado con esto en ${q(step)}:`,
    noWarnings: step => `En ${q(step)} no hay nada especial con lo que tener cuidado.`,
    suggests: message => message,
    historyEmpty: 'Todavía no se ha hecho nada.',
    history: 'Esto es lo último que se hizo:',
    options: (step, options) => `${q(step)}: puedes elegir entre ${names(options)}.`,
    noDecision: 'Ahora no hay nada que elegir.',
    noCheck: 'Ahora no hay nada que comprobar. Di «listo» cuando hayas acabado el paso.',
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
    whichOutcome: outcomes => `¿A qué objetivo te refieres: ${names(outcomes, 'or')}?`,
    noOutcomes: 'Aquí solo hay un objetivo.',
    whatNote: '¿Qué apunto? Di «nota» y después tu frase.',
    noteTooLong: (count, most) =>
      `Una nota tiene como mucho ${number(most)} caracteres y esta tiene ${number(count)}. No se ha apuntado nada: repártela en varias notas.`,
    whatUsed: '¿Cuánto has usado, y de qué? Di, por ejemplo, «he usado 2 piezas de cuero».',
    whatMissing: '¿Qué falta? Di, por ejemplo, «falta hilo».',
    noteNowhere: 'Ve primero a un paso, para que sepa dónde apuntarlo.',
    didYouMean: labels =>
      labels.length === 1 ? `¿Quieres decir: ${labels.join('')}?` : `¿Quieres decir algo de esto? ${labels.join(', ')}`,
    unknown: 'No te he entendido. Prueba con una de estas frases:',
    unknownAloud: sentences => `No te he entendido. Puedes decir: ${words.list(sentences, 'or')}.`,
    tooLong: 'Eso ha sido mucho de una vez. Dilo en una frase corta, por favor.',
    empty: 'No he oído nada. ¿Qué quieres hacer?',
    noSuchStep: (n, total) => `No hay ningún paso ${number(n)}: van del 1 al ${number(total)}.`,
    noStepNamed: name => `No encuentro ningún paso llamado ${q(name)}. Di «muestra los pasos» para verlos todos.`,
    notYet: 'Eso no se puede hacer aquí.',
    stepsOpen: steps => `Ahora puedes hacer: ${names(steps)}.`,
  },
  readings: {
    help: () => ['Ver qué puedes decir', 'ayuda'],
    status: () => ['Ver cuánto llevas', 'estado'],
    where_am_i: () => ['Saber dónde estás', '¿dónde estoy?'],
    next: () => ['Ir al paso siguiente', 'siguiente'],
    previous: () => ['Ver el paso anterior', 'atrás'],
    complete: step => (step === null ? ['Completar el paso', 'hecho'] : [`Completar ${q(step)}`, `completa ${step}`]),
    skip: step => (step === null ? ['Saltar el paso', 'saltar este paso'] : [`Saltar ${q(step)}`, `salta ${step}`]),
    fail: step =>
      step === null
        ? ['Decir que el paso salió mal', 'el paso salió mal']
        : [`Decir que ${q(step)} salió mal`, `el paso ${step} salió mal`],
    goto: step => (step === null ? ['Ir a otro paso', 'muestra los pasos'] : [`Ir a ${q(step)}`, `ve a ${step}`]),
    list_steps: () => ['Ver todos los pasos', 'muestra los pasos'],
    overview: () => ['Ver el resumen', 'resumen'],
    list_materials: () => ['Ver los materiales', '¿qué materiales necesito?'],
    list_tools: () => ['Ver las herramientas', '¿qué herramientas necesito?'],
    list_resources: () => ['Ver lo que necesitas', '¿qué necesito?'],
    instructions: () => ['Ver cómo se hace', 'instrucciones'],
    tips: () => ['Ver los consejos', 'consejos'],
    warnings: () => ['Ver las advertencias', 'advertencias'],
    time_remaining: () => ['Saber cuánto falta', '¿cuánto falta?'],
    suggest: () => ['Saber qué hacer', '¿qué hago ahora?'],
    path: outcome =>
      outcome === null
        ? ['Ver el mejor camino', 'mejor camino']
        : [`Ver el camino a ${q(outcome)}`, `camino a ${outcome}`],
    what_if: option => (option === null ? null : [`Ver adónde lleva ${q(option)}`, `¿y si elijo ${option}?`]),
    decide: option => (option === null ? null : [`Elegir ${q(option)}`, `elige ${option}`]),
    select_outcome: outcome => (outcome === null ? null : [`Tomar ${q(outcome)} como objetivo`, `quiero ${outcome}`]),
    start_timer: (name, amount) =>
      !amount
        ? ['Poner un temporizador', 'pon un temporizador']
        : name === null
          ? [`Poner un temporizador de ${amount}`, `temporizador de ${amount}`]
          : [`Poner un temporizador de ${amount}: ${q(name)}`, `temporizador de ${amount} llamado ${name}`],
    pause_timer: name =>
      name === null
        ? ['Pausar el temporizador', 'pausa el temporizador']
        : [`Pausar el temporizador ${q(name)}`, `pausa el temporizador ${name}`],
    resume_timer: name =>
      name === null
        ? ['Reanudar el temporizador', 'reanuda el temporizador']
        : [`Reanudar el temporizador ${q(name)}`, `reanuda el temporizador ${name}`],
    extend_timer: (name, amount) => {
      const more = amount ?? '5 minutos'
      return name === null
        ? [`Añadir ${more} al temporizador`, `añade ${more}`]
        : [`Añadir ${more} al temporizador ${q(name)}`, `añade ${more} al temporizador ${name}`]
    },
    stop_timer: name =>
      name === null
        ? ['Parar el temporizador', 'para el temporizador']
        : [`Parar el temporizador ${q(name)}`, `para el temporizador ${name}`],
    list_timers: () => ['Ver los temporizadores', 'muestra los temporizadores'],
    add_note: text => (text === null ? ['Apuntar algo', 'nota'] : [`Apuntar ${q(text)}`, `nota: ${text}`]),
    record_usage: (thing, amount) =>
      thing === null || !amount
        ? null
        : [`Apuntar que has usado ${amount} de ${q(thing)}`, `usé ${amount} de ${thing}`],
    report_shortage: thing => (thing === null ? null : [`Decir que falta ${q(thing)}`, `falta ${thing}`]),
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
