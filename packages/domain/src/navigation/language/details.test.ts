import { describe, expect, it } from 'vitest'
import { prepareVocabulary } from './prepare.ts'
import { benchIn } from './testing/bench.ts'
import { told } from './testing/told.ts'
import { understand } from './understand.ts'

/** What would be done with a detail lost is asked back, or not understood. */
const doubtful = {
  en: {
    'go to the step after spreading the cement': '? goto step_id=5',
    'Don, skip it': '? complete',
    'I have to finish this step': '? complete',
    "I'll pass": '? complete verdict=pass',
    'complete the previous step': '? previous',
    'scratch that': '? undo',
    'a piece is cut': '? complete step_id=2',
    'one piece is cut': 'unknown',
    'used half of the thread': '? report_shortage resource_id=r2',
    'used 1,500 m of thread': '? report_shortage resource_id=r2',
    'used 2 m of thread instead of 3': '? record_usage quantity=2 unit=m resource_id=r2',
    'set a timer for 5 to 10 minutes': '? start_timer text=5 minutes=10',
    'used 3 of thread': '? record_usage quantity=3 resource_id=r2',
    'well done': 'unknown',
    close: '? complete',
    'restart the workflow': '? resume_timer',
    'log out': 'unknown',
  },
  de: {
    'ein Lederteil ist zugeschnitten': '? complete step_id=2',
    'ich muss diesen Schritt abschließen': '? complete',
  },
  fr: {
    'une pièce est coupée': '? complete step_id=2',
    "je vais finir l'étape": '? complete',
    'avance le minuteur de 5 minutes': '? start_timer minutes=5',
    "j'arrête le café": '? pause',
    'ensuite on annule tout': '? cancel',
  },
  es: {
    'gastado dose metros de hilo': '? record_usage quantity=12 unit=m resource_id=r2',
    'él usó 2 metros de hilo': 'unknown',
    'sáltate el siguiente paso': '? next',
    'pon una alarma a las tres y media': '? start_timer',
    'acabo este paso': '? complete',
    'después de terminar': '? complete',
    'una pieza está cortada': '? complete step_id=2',
    'ya me voy': 'unknown',
    'ya lo sé': 'unknown',
    'bien hecho': 'unknown',
    'el timbre': 'unknown',
    pasa: 'unknown',
    'para el segundo temporizador': '? start_timer',
    'ya está seco': '? complete step_id=5',
    'sigue así': 'unknown',
    'luego cancelamos': '? cancel',
  },
} as const

describe.each(Object.entries(doubtful))('in %s', (code, sentences) => {
  const language = code as keyof typeof doubtful
  const prepared = prepareVocabulary(benchIn(language), language)

  it.each(Object.entries(sentences))('“%s” does nothing, and is %s', (text, meant) => {
    expect(told(understand(text, prepared))).toBe(meant)
  })
})
