import { spanishNumbers } from '../counting.ts'
import type { Wording } from '../wording.ts'
import { spanishAsides } from './spanish-asides.ts'
import { spanishBench } from './spanish-bench.ts'
import { spanishBenchWork } from './spanish-bench-work.ts'
import { spanishMoves } from './spanish-moves.ts'
import { spanishNeeds } from './spanish-needs.ts'
import { spanishAsks, spanishCourtesies, spanishHedges, spanishOpeners, spanishRequests } from './spanish-openings.ts'
import { spanishQuestions } from './spanish-questions.ts'
import { spanishRun } from './spanish-run.ts'
import { spanishSameAs } from './spanish-same-as.ts'
import { spanishSteps } from './spanish-steps.ts'
import { spanishNamed } from './spanish-named.ts'
import { spanishTimers } from './spanish-timers.ts'
import { spanishWork } from './spanish-work.ts'
import { done } from './done-forms.ts'
import { harmless, reasons } from './harmless.ts'
import { actors, hinders } from './hinders.ts'
import { forWhom, others } from './persons.ts'
import { plans, wishes } from './plans.ts'
import { sameThings } from './same-things.ts'
import { smallTalk } from './small-talk.ts'
import { tags } from './tags.ts'

const forms = (stems: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(stems).flatMap(([stem, value]) => ['o', 'a'].map(ending => [stem + ending, value] as const)),
  )

export const spanish: Wording = {
  spelling: { apostrophe: 'joins', umlauts: false, accented: new Set(['sí', 'él', 'sé', 'acabó']) },
  compounds: false,
  capitalsName: true,
  headLast: false,
  soft: 'el la los las lo un una unos unas de del este esta esto estos estas ese esa eso esos esas mi mis me nos nuestro nuestra tu su ahora pues bueno entonces ok okay vale eh em hola oye aquí ahí porfa favor se te le les os mismo misma oh ah anda venga rápido rápidamente solo sólo así tal exactamente precisamente realmente simplemente directamente actualmente finalmente pues che güey wey tío tía amigo compa órale ándale acá hala uf ah ey fíjate nomás jefe maestro profe jefa',
  courtesies: spanishCourtesies,
  hedges: spanishHedges,
  requests: spanishRequests,
  asks: spanishAsks,
  openers: spanishOpeners,
  plans: plans.es,
  wishes: wishes.es,
  tags: tags.es,
  sameAs: spanishSameAs,
  asides: spanishAsides,
  binds: 'ya',
  negations: 'no ni nunca jamás sin nada ningún ninguna ninguno tampoco inacabado incompleto',
  done: done.es,
  // Contact cement is what the glue is called in much of America.
  smallTalk: smallTalk.es,
  others: others.es,
  forWhom: forWhom.es,
  sameThings: [...sameThings.es, 'pegamento cola adhesivo pegante cemento'],
  hinders: hinders.es,
  actors: actors.es ?? '',
  harmless: harmless.es ?? [],
  reasons: reasons.es ?? [],
  mayTellWhy: ['que', 'es que', 'pues'],
  beforeText: 'que',
  within: 'yo uno se con',
  joins: 'y e también además',
  ends: 'luego después entonces',
  amounts: {
    misheard: {
      uno: 'huno',
      dos: 'doz',
      tres: 'trez',
      cuatro: 'quatro kuatro',
      cinco: 'sinco zinco',
      seis: 'seys sais ceis',
      siete: 'ciete ziete',
      ocho: 'hocho osho',
      nueve: 'nuebe',
      diez: 'dies',
      once: 'onse honce',
      doce: 'dose doze',
      trece: 'trese treze',
      catorce: 'catorse',
      quince: 'quinse kince',
      veinte: 'beinte veynte',
      treinta: 'treynta',
      cincuenta: 'sincuenta',
    },
    numbers: spanishNumbers(),
    ordinals: {
      primer: 1,
      tercer: 3,
      último: -1,
      última: -1,
      final: -1,
      ...forms({
        primer: 1,
        segund: 2,
        tercer: 3,
        cuart: 4,
        quint: 5,
        sext: 6,
        séptim: 7,
        octav: 8,
        noven: 9,
        décim: 10,
        undécim: 11,
        duodécim: 12,
        decimotercer: 13,
        decimocuart: 14,
        decimoquint: 15,
        vigésim: 20,
        penúltim: -2,
      }),
      'décimo primero': 11,
      'décimo segundo': 12,
    },
    ordinalEndings: 'o a er ro ra do da to ta mo ma na vo va',
    several: 'pasos etapas fases tareas',
    fractions: {
      medio: 0.5,
      media: 0.5,
      'la mitad': 0.5,
      'un cuarto': 0.25,
      'un cuarto de': 0.25,
      cuarto: 0.25,
      'tres cuartos': 0.75,
      'tres cuartos de': 0.75,
      'un tercio': 1 / 3,
      'un tercio de': 1 / 3,
      'dos tercios': 2 / 3,
      'dos tercios de': 2 / 3,
      'un par de': 2,
      'una docena': 12,
      'una docena de': 12,
    },
    andFractions: {
      'y medio': 0.5,
      'y media': 0.5,
      'y cuarto': 0.25,
      'y un cuarto': 0.25,
      'y tres cuartos': 0.75,
    },
    times: {
      'una vez': 1,
      'dos veces': 2,
      'tres veces': 3,
      'cuatro veces': 4,
      'cinco veces': 5,
    },
    between: 'más',
    decimalPoint: 'coma punto',
    hour: 'hora horas h horita horitas',
    minute: 'minuto minutos min m minutito minutitos minutillos',
    second: 'segundo segundos seg s',
    durations: {
      'media hora': 30,
      'media horita': 30,
      'un cuartito de hora': 15,
      'cuartito de hora': 15,
      'cuarto de hora': 15,
      'un cuarto de hora': 15,
      'tres cuartos de hora': 45,
      'hora y media': 90,
      'hora y cuarto': 75,
    },
    and: 'y',
    units: {
      sq_ft: 'pies cuadrados, pie cuadrado',
      dm2: 'decímetros cuadrados, decímetro cuadrado',
      m2: 'metros cuadrados, metro cuadrado',
      ft: 'pies, pie',
      in: 'pulgadas, pulgada',
      piece: 'piezas, unidades',
      ml: 'mililitros, mililitro',
      cm: 'centímetros, centímetro',
      mm: 'milímetros, milímetro',
    },
  },
  synonyms: [
    'tiempo duración minutos hora rato',
    'queda quedan resta restante restantes falta faltan',
    'material ingredientes consumibles',
    'herramienta equipo aparatos instrumentos',
    'instrucción explica guía descripción explicación',
    'consejo truco sugerencia recomendación pista',
    'advertencia peligro peligroso cuidado precaución seguridad riesgo',
    'progreso estado avance porcentaje llevo',
    'historial registro diario',
    'paso tarea',
    'resumen mapa esquema plan vista general',
    'cancela aborta abandona',
    'salta omite ignora',
    'terminado acabado hecho completado listo finalizado',
    'pausa descanso',
    'deshaz revierte anula',
    'necesito falta necesario requiero',
    'muestra enseña lista lee',
    'ayuda asistencia',
    'temporizador alarma cronómetro',
    'camino ruta recorrido',
  ],
  endings:
    'abamos íamos aban ando iendo aba ían ía an en enes anes ados adas idos idas ado ada ido ida aron ieron amos imos ar er ir os as es o a e i s',
  slips: {
    keyboard: ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm'],
    sounds: ['b v', 's z c', 'k qu c q', 'll y', 'j g x', 'i y', '- h', 'n m', 'gu w'],
  },
  rules: {
    number: '[(número|n|nº|núm|#)]',
    step: '(paso <number> {step_number}|# {step_number}|número {step_number}|{step_ordinal} paso|paso {step_ordinal}|[paso] {step_name})',
    option:
      '((opción|alternativa|respuesta|elección|posibilidad) <number> {option_number}|# {option_number}|{option_ordinal} (opción|alternativa|respuesta|posibilidad)|(opción|alternativa|respuesta) {option_letter}|[(opción|alternativa)] {option_name})',
    here: '[(paso|tarea|parte)] [(actual|en curso|en que estoy|que estoy haciendo|donde estoy)]',
    at: '[[(para|en|a|sobre|con|durante)] [(hacer|hacerlo|realizar)] <here>]',
    show: '(muestra|lee|qué es|qué son|quiero muestra|recuérdame|saca|mira|mirar|consultar|consulta|quiero conocer|quiero saber|saber|repasa)',
    run: '(proyecto|obra|tarea completa|chamba|laburo|curro|trabajo|proceso|ejecución|sesión|flujo|todo|flujo de trabajo|workflow|procedimiento|labor)',
    timer: '(temporizador|temporizadores|tiempo|reloj)',
  },
  colloquial: { ...spanishBench, ...spanishBenchWork },
  sentences: {
    ...spanishSteps,
    ...spanishMoves,
    ...spanishQuestions,
    ...spanishNeeds,
    ...spanishTimers,
    ...spanishWork,
    ...spanishNamed,
    ...spanishRun,
  },
}
