import { describe, expect, it } from 'vitest'
import type { Language } from '../../text/language.ts'
import { prepareVocabulary } from './prepare.ts'
import { benchIn } from './testing/bench.ts'
import { told } from './testing/told.ts'
import { understand } from './understand.ts'

/** What is said beside a command, and would change the answer if it got lost; "?" where it is asked back. */
const table: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = {
  en: {
    'leather is short by two square feet': 'report_shortage resource_id=r1 quantity=2 unit=sq_ft',
    'three rivets are missing': 'report_shortage quantity=3 resource_id=r3',
    'what materials and tools are needed for step 2': 'list_resources step_number=2 step_id=2',
    'what all is required for step 2': '? list_resources step_number=2 step_id=2',
    'used two metres of lin en thread': 'record_usage quantity=2 unit=m resource_id=r2',
    "we're making the slim wallet tonight": 'select_outcome outcome_id=21',
    'the class would like to make the slim wallet': 'select_outcome outcome_id=21',
    "we're not making the slim wallet today": '? select_outcome outcome_id=21',
    'timer 8 minutes dye': 'start_timer minutes=8 timer_id=t2',
    'go ahead with the saddle stitch and set a timer for five minutes': 'decide option_id=11 + start_timer minutes=5',
    'that was the wrong one. Could you undo that?': 'undo',
    'note, the thread is running low': 'add_note text=the thread is running low',
    'give me the leather': '? instructions step_id=2',
    "that's me back": 'resume',
    'note for later buy thread': 'add_note text=for later buy thread',
    'note for later: buy thread': 'add_note text=buy thread',
    'note up to here it is fine': 'add_note text=up to here it is fine',
    'note here lies a scratch': 'add_note text=here lies a scratch',
    'note that is the last hide': 'add_note text=that is the last hide',
    'note that the hide is thick': 'add_note text=the hide is thick',
    'which decisions were taken so far': 'path',
  },
  de: {
    'das Leder reicht nicht für alle': 'report_shortage resource_id=r1',
    'es fehlen drei Nieten': 'report_shortage quantity=3 resource_id=r3',
    'wir machen heute die schmale Brieftasche, was brauchen wir dafür?':
      'select_outcome outcome_id=21 + list_resources',
    'Timer 8 Minuten Farbe': 'start_timer minutes=8 timer_id=t2',
    'fertig, und stell bitte noch zehn Minuten ein': 'complete + start_timer minutes=10',
    'worauf müssen die Schüler beim Zuschneiden achten?': 'warnings step_id=2',
    'zeig den Kindern mal die Anleitung': 'instructions',
    'sollen die Kinder zu Schritt 3 gehen': '? goto step_number=3 step_id=3',
    'Notiz, der Zwirn ist fast leer': 'add_note text=der Zwirn ist fast leer',
    'gib mir mal das Leder': '? instructions step_id=2',
    'Notiz an mich nächstes Mal dünneres Leder': 'add_note text=nächstes Mal dünneres Leder',
    'Notiz für nächstes Mal dünneres Leder': 'add_note text=für nächstes Mal dünneres Leder',
    'Notiz für später: Leder kaufen': 'add_note text=Leder kaufen',
    'Notiz an der Kante ist ein Kratzer': 'add_note text=an der Kante ist ein Kratzer',
    'Notiz auf der Rückseite ist ein Kratzer': 'add_note text=auf der Rückseite ist ein Kratzer',
    'Notiz zum Schritt 3 zu dünn': 'add_note text=zum Schritt 3 zu dünn',
    'schreib mit weniger Kleber arbeiten': 'add_note text=mit weniger Kleber arbeiten',
    'notiere auch die Kanten schleifen': 'add_note text=auch die Kanten schleifen',
    'notiere uns fehlt Kleber': 'add_note text=uns fehlt Kleber',
    'ich mach das im Sattlerstich, so wie immer': 'decide option_id=11',
    'das ist für die Klasse': 'unknown',
    'die Hofpause ist vorbei, wir machen weiter': 'resume',
  },
}

describe.each(Object.entries(table))('in %s nothing is lost', (code, sentences) => {
  const language = code === 'de' ? 'de' : 'en'
  const prepared = prepareVocabulary(benchIn(language), language)

  it.each(Object.entries(sentences))('%s', (say, meant) => {
    expect(told(understand(say, prepared))).toBe(meant)
  })
})
