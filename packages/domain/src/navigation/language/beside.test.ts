import { describe, expect, it } from 'vitest'
import type { Language } from '../../text/language.ts'
import { prepareVocabulary } from './prepare.ts'
import { benchIn } from './testing/bench.ts'
import { told } from './testing/told.ts'
import { understand } from './understand.ts'

/** What stands beside a command, and to which of both a word or a mark belongs. */
const table: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    'finished, coffee break': 'complete + pause',
    'undo that, I botched it': 'undo',
    'undo that, would you?': 'undo',
    'take me back to step 3, would you.': 'goto step_number=3 step_id=3',
    'jot this down would you, the blade is blunt': 'add_note text=the blade is blunt',
    'note that she asked would you, then left': 'add_note text=she asked would you, then left',
    'set a timer for 20 minutes while I grab a coffee': 'start_timer minutes=20',
    'pause it cos my tea is ready': 'pause',
    'pause it because Tom said so': 'unknown',
    'mark it done because I have finished it': 'complete',
    'skip marking the stitch lines because the leather is thin': 'skip step_id=3',
    'no, wrong one, undo that would you': 'undo',
    'slim wallet please, not the classic one': 'select_outcome outcome_id=21',
    'out of thread, make a note of it': 'report_shortage resource_id=r2',
    'note: log it': 'add_note text=log it',
    "the thread's run out": 'report_shortage resource_id=r2',
    'I need a break pause everything': 'pause',
    'the cement is on, set a timer for 20 minutes': 'start_timer minutes=20',
    'skip it, yeah? Then start a ten minute timer': 'skip + start_timer minutes=10',
    'no thread left, pause': 'report_shortage resource_id=r2 + pause',
    'note that the edge is thick and pause the work': '? add_note text=the edge is thick and pause the work',
    'note: the edge is thick and pause the work': 'add_note text=the edge is thick and pause the work',
  },
  de: {
    'fertig, Pause': 'complete + pause',
  },
  fr: {
    'fini, pause': 'complete + pause',
    'pause, on n’a pas la journée': 'pause',
    'plus de fil, mets en pause': 'report_shortage resource_id=r2 + pause',
    'on passe': '? skip',
    'fini la pause': 'resume',
    "c'est fini, la pause": '? complete',
    'notez que M. Aubert a mal au poignet': 'add_note text=M. Aubert a mal au poignet',
    'notez que la lame est usée': 'add_note text=la lame est usée',
    'la teinture, tu me la mets en attente': 'pause_timer timer_id=t2',
    'note prochaine fois prendre du fil plus épais': 'add_note text=prochaine fois prendre du fil plus épais',
    'note pour demain : commander du fil': 'add_note text=pour demain : commander du fil',
    'ajoute la note suivante : trop sec': 'add_note text=trop sec',
    'laisse-moi encore deux minutes': 'extend_timer minutes=2',
    "retourne à l'étape 3": 'goto step_number=3 step_id=3',
    'le minuteur, relance-le': 'resume_timer',
    'le minuteur, ajoute-lui dix minutes': 'extend_timer minutes=10',
    'la teinture, reprends-la': 'resume_timer timer_id=t2',
    'mets-le en pause, le minuteur de colle': 'pause_timer timer_id=t1',
    'mets en pause, il y a du bruit': 'pause',
    'mets en pause, parce que je n’y vois plus rien': 'pause',
    "passe à la suite, c'est plus rapide": 'next',
    'je n’ai plus de fil, quelle misère mes amis': 'report_shortage resource_id=r2',
    "j'ai utilisé 2 m de fil et il n'en reste plus":
      'record_usage quantity=2 unit=m resource_id=r2 + report_shortage resource_id=r2',
    'les pièces sont coupées, passe à la suivante': 'complete step_id=2 + next',
    'les pièces sont coupées, suivante': 'complete step_id=2',
    "c'est long encore ? je dois prendre le bus": 'time_remaining',
    'une pause et on revient': '? pause',
    'la machine, je la mets en pause': '? decide option_id=12',
    "annule le projet, le client n'en a pas besoin": '? cancel',
  },
  es: {
    'ya llegó la clienta, párale tantito': 'pause',
    'llegó la clienta ya, pausa': 'pause',
    'ya, llegó la clienta': 'complete',
    'ya terminé, llegó la clienta': 'complete',
    'terminé, pausa': 'complete + pause',
    'terminé la pausa': 'resume',
    'ya hice, puede continuar': 'complete',
    'altiro vuelvo, ponle pausa': 'pause',
    'en un segundo vuelvo': 'pause',
    'ahora vuelvo al paso 3': 'goto step_number=3 step_id=3',
    'pon diez minutos y me avisas': 'start_timer minutes=10',
    'avísame dentro de una hora': 'start_timer minutes=60',
    'me quedé sin hilo, pausa': 'report_shortage resource_id=r2 + pause',
    'anota la próxima vez usar hilo más grueso': 'add_note text=la próxima vez usar hilo más grueso',
    'nota para la próxima vez: menos adhesivo': 'add_note text=para la próxima vez: menos adhesivo',
    'anota una cosa rara en el canto': 'add_note text=una cosa rara en el canto',
    'anota lo siguiente: muy seco': 'add_note text=muy seco',
    'no te olvides de anotar que el cuero está seco': 'add_note text=el cuero está seco',
    'pásame el paso 7': 'instructions step_number=7 step_id=7',
    'vuelve a ver el paso 5': 'instructions step_number=5 step_id=5',
    'el tinte, reanúdalo': 'resume_timer timer_id=t2',
    'páusalo, el del tinte': 'pause_timer timer_id=t2',
    'el paso 7, termínalo': 'complete step_number=7 step_id=7',
    'me quedé sin hilo, no pausa': '? report_shortage resource_id=r2',
    'haz una pausa, que me cebo unos mates': 'pause',
    'lo dejamos por hoy, que ya no veo ni la aguja': 'pause',
    'pausa, qué te parece': '? complete verdict=pass',
    'cancela este proyecto, el cliente se arrepintió': 'cancel',
    'quita eso, que me he equivocado': 'undo',
    'pasa al siguiente, que es más rápido': 'next',
    'nos quedamos sin hilo, alguien lo dejó destapado': 'report_shortage resource_id=r2',
    'usé 2 m de hilo y quiero ver el próximo paso':
      'record_usage quantity=2 unit=m resource_id=r2 + instructions offset=1',
    'ya corté las piezas, pasa al que sigue': 'complete step_id=2 + next',
    'la máquina, ya terminé': '? decide option_id=12',
  },
}

describe.each(Object.entries(table))('what is said beside a command in %s', (code, sentences) => {
  const language = code as Language
  const prepared = prepareVocabulary(benchIn(language), language)
  it.each(Object.entries(sentences))('“%s” is %s', (said, meant) => {
    expect(told(understand(said, prepared))).toBe(meant)
  })
})
