import { germanNumbers } from '../counting.ts'
import type { Wording } from '../wording.ts'
import { germanAsides } from './german-asides.ts'
import { germanColloquial } from './german-colloquial.ts'
import { germanDialect } from './german-dialect.ts'
import { germanFinish } from './german-finish.ts'
import { sameForOthers } from './german-others.ts'
import { germanOpenings } from './german-openings.ts'
import { germanQuestions } from './german-questions.ts'
import { germanRules } from './german-rules.ts'
import { germanSameAs } from './german-same-as.ts'
import { germanSteps } from './german-steps.ts'
import { germanBench } from './german-bench.ts'
import { germanBenchWork } from './german-bench-work.ts'
import { germanNamed } from './german-named.ts'
import { germanTimers } from './german-timers.ts'
import { germanVerbs } from './german-verbs.ts'
import { germanNeeds } from './german-needs.ts'
import { germanRun } from './german-run.ts'
import { germanWork } from './german-work.ts'
import { done } from './done-forms.ts'
import { hinders } from './hinders.ts'
import { forWhom, others } from './persons.ts'
import { plans, wishes } from './plans.ts'
import { sameThings } from './same-things.ts'
import { smallTalk } from './small-talk.ts'
import { tags } from './tags.ts'

const endings = ['e', 'er', 'en', 'es', 'em']
const inflected = (stems: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(stems).flatMap(([stem, value]) => endings.map(ending => [stem + ending, value] as const)),
  )

const halves = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht']

export const german: Wording = {
  spelling: { apostrophe: 'joins', umlauts: true, accented: new Set(['hält']) },
  compounds: true,
  capitalsName: false,
  heads: 'timer wecker uhr alarm schritt',
  headLast: true,
  soft: 'speziell sich insbesondere ungefähr circa ca etwa rund a de mr soeben der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem bitte mal jetzt nun mir mich uns dir dich doch eben gerade halt also so es ihn hier ok okay äh ähm öh hm hmm hallo hey he na ach einfach kurz schnell bloß denn eigentlich gern gerne mein meine meinen meinem meiner meines unser unsere unseren jener jene nur wohl schon sie ihr ihnen nen ne n nem ner nes aber endlich bereits erstmal sofort grad eh ey mensch mann alter moin servus servas leute kumpel meister bitteschön bitt nochn ma ebn fei gell gelle tatsächlich wirklich echt bissl bissel jetz jez puh boah uff ähem hmja sodele sodala amoi amol amal emal emol mol hald hoit hoid gschwind gach weng bisserl bissal bissle bitzeli chli des dös dees dat datt dit det scho schu mia mer etz etza itz jetzad jetzat jetze oida digga alda bro brudi junge jungs mei jessas kruzifix zefix herrschaftszeiten donnerwetter sapperlot gopf nämlich ruhig irgendwie übrigens quasi gemeinsam zackig flott hinne mas mers mittlerweile gefälligst freundlicherweise netterweise geschwind glatt grod grade gradmal',
  plans: plans.de,
  wishes: wishes.de,
  tags: tags.de,
  ...germanOpenings,
  sameAs: { ...germanVerbs, ...sameForOthers, ...germanSameAs, ...germanColloquial, ...germanDialect },
  asides: germanAsides,
  negations:
    'nicht nie niemals kein keine keinen keinem ohne ungelöst unfertig unvollständig unerledigt nix nichts weder statt fast beinahe nahezu annähernd kaum nimmer gleich bald',
  done: done.de,
  smallTalk: smallTalk.de,
  titles: 'chef chefin boss meister meisterin schatz liebling mama papa oma opa',
  others: others.de,
  forWhom: forWhom.de,
  opensText: [
    ...['später', 'morgen', 'alle', 'nächstes mal'].map(when => `für ${when}`),
    'fürs nächste mal',
    'auch',
    'mit',
    'auf dem',
    'zum schritt',
    'zu diesem schritt',
    ...['mir', 'dir', 'uns', 'folgendes'].flatMap(whom =>
      ['fehlt', 'fehlen', 'ist', 'sind'].map(is => `${whom} ${is}`),
    ),
  ],
  stillNeeded: 'brauche brauchen benötige benötigen bräuchte bräuchten',
  questions: [
    'was',
    'wer',
    'wann',
    'wo',
    'warum',
    'wieso',
    'welche',
    'welcher',
    'welches',
    'welchen',
    'wieviel',
    ...['lange', 'spät', 'viel', 'viele', 'weit', 'geht', 'mache', 'macht', 'wird', 'ist', 'sind'].map(
      how => `wie ${how}`,
    ),
  ],
  leadsOn: ['aber'],
  standsForTimer: 'ihn sie nochmal wieder',
  sameThings: sameThings.de,
  hinders: hinders.de,
  beforeText: 'dass daß',
  within: 'ich man wir du',
  joins: 'und sowie auch noch außerdem',
  ends: 'dann danach anschließend anschliessend hinterher daraufhin',
  amounts: {
    misheard: {
      eins: 'ains',
      zwei: 'zwai zwo',
      drei: 'dry',
      vier: 'fir fier',
      fünf: 'funf',
      sechs: 'sex',
      acht: 'ach',
      zehn: 'zen zähn',
      elf: 'elv',
    },
    numbers: germanNumbers(),
    ordinals: {
      ...inflected({
        erst: 1,
        zweit: 2,
        dritt: 3,
        viert: 4,
        fünft: 5,
        sechst: 6,
        siebt: 7,
        siebent: 7,
        acht: 8,
        neunt: 9,
        zehnt: 10,
        elft: 11,
        zwölft: 12,
        dreizehnt: 13,
        vierzehnt: 14,
        fünfzehnt: 15,
        sechzehnt: 16,
        siebzehnt: 17,
        achtzehnt: 18,
        neunzehnt: 19,
        zwanzigst: 20,
        letzt: -1,
        allerletzt: -1,
        vorletzt: -2,
      }),
    },
    ordinalEndings: 'te ter ten',
    several: 'schritte schritten aufgaben etappen',
    fractions: {
      halb: 0.5,
      halbe: 0.5,
      halben: 0.5,
      halber: 0.5,
      halbes: 0.5,
      'ein halb': 0.5,
      'eine halbe': 0.5,
      'einen halben': 0.5,
      'ein halber': 0.5,
      'ein halbes': 0.5,
      'einem halben': 0.5,
      anderthalb: 1.5,
      'ein viertel': 0.25,
      'eine viertel': 0.25,
      viertel: 0.25,
      dreiviertel: 0.75,
      'drei viertel': 0.75,
      'eine dreiviertel': 0.75,
      'ein drittel': 1 / 3,
      'zwei drittel': 2 / 3,
      'ein dutzend': 12,
      ...Object.fromEntries(halves.map((word, index) => [`${word}einhalb`, index + 1.5])),
    },
    andFractions: {
      'und ein halb': 0.5,
      einhalb: 0.5,
      'ein halb': 0.5,
      'und eine halbe': 0.5,
      'und einen halben': 0.5,
      'und ein halber': 0.5,
      'und ein viertel': 0.25,
      'und dreiviertel': 0.75,
      'und eine viertel': 0.25,
    },
    times: {
      einmal: 1,
      'ein mal': 1,
      zweimal: 2,
      dreimal: 3,
      viermal: 4,
      fünfmal: 5,
      sechsmal: 6,
      zehnmal: 10,
    },
    between: 'weitere weiteren zusätzliche mehr',
    decimalPoint: 'komma punkt',
    hour: 'stunde stunden std h',
    minute: 'minute minuten min m minütchen',
    second: 'sekunde sekunden sek s',
    durations: {
      viertelstunde: 15,
      'eine viertelstunde': 15,
      'viertel stunde': 15,
      dreiviertelstunde: 45,
      'eine dreiviertelstunde': 45,
      'dreiviertel stunde': 45,
      'halbe stunde': 30,
      halbstunde: 30,
      'halbes stündchen': 30,
    },
    and: 'und',
    units: {
      sq_ft: 'quadratfuß, quadrat fuß',
      dm2: 'quadratdezimeter, quadratdezimetern',
      m2: 'quadratmeter, quadratmetern',
      m: 'metern, laufmeter',
      cm: 'zentimetern, zenti',
      mm: 'millimetern, milli',
      ml: 'milliliter, millilitern',
      l: 'litern',
      g: 'gramms',
      kg: 'kilogramm, kilo',
      piece: 'stücke, stücken, stückchen',
      pair: 'paare, paaren',
    },
  },
  synonyms: [
    'zeit dauer minuten stunde uhr',
    'lange länger lang',
    'übrig verbleibend restlich rest restzeit',
    'material zutaten verbrauchsmaterial stoffe',
    'werkzeug geräte ausrüstung gerät instrumente',
    'anleitung anweisung erklär beschreibung erklärung anweisungen',
    'tipp tipps hinweis rat ratschlag kniff trick',
    'warnungen gefahr gefährlich vorsicht aufpassen achten sicherheit risiko',
    'fortschritt status stand prozent weit',
    'verlauf protokoll historie logbuch',
    'schritt schritte etappe stufe aufgabe',
    'übersicht überblick karte plan gesamt',
    'abbrechen abbruch aufgeben',
    'überspring auslassen weglassen',
    'fertig erledigt abgeschlossen geschafft beendet',
    'pause unterbrechung unterbrechen',
    'rückgängig zurücknehmen widerrufen',
    'brauche nötig erforderlich notwendig',
    'zeig sag nenn sehe anzeigen liste lies',
    'hilfe hilf helfen unterstützung',
    'timer wecker countdown stoppuhr',
    'weg pfad route',
  ],
  endings: 'ungen ung tern ten ter tem tes ern te en er es em et st e n s t',
  slips: {
    keyboard: ['qwertzuiopu', 'asdfghjkloa', 'yxcvbnm'],
    sounds: [
      'ik ich ig',
      'f v ph w',
      't d th dt tt',
      'p b',
      'k g ck c q',
      's z ss tz ts',
      'i y ie ih',
      'e a eh ee',
      'ai ei',
      'oi eu',
      '- h',
      'ks x chs',
    ],
  },
  rules: germanRules,
  sentences: {
    ...germanSteps,
    ...germanFinish,
    ...germanQuestions,
    ...germanTimers,
    ...germanNeeds,
    ...germanRun,
    ...germanWork,
    ...germanNamed,
  },
  colloquial: { ...germanBench, ...germanBenchWork },
}
