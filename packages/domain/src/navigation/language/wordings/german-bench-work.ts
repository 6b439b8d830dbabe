import type { Sentences } from '../wording.ts'

/** What people at a bench say beside the plain ways of timers, notes, materials and the run. */
export const germanBenchWork: Partial<Sentences> = {
  start_timer_duration: [
    '(hau|knall|schmeiß|wirf|mach|tu|pack) <timer> (rein|an|drauf|hin) [auf|mit|für] {duration}',
    '[ich brauche] <timer> [an|rein] [und zwar] [auf|für|mit] {duration} [ab jetzt]',
    '(mach|stell|gib) [mir] [einen|nen] <timer> (für|auf|von|über) {duration} [an|ein]',
    '(sag|gib|ruf|rühr|meld) [mir|dich] (in|nach) {duration} [bescheid|zeichen|laut|wieder]',
    '(stopp|miss|zähl|nimm) {duration} [ab|runter]',
    '{duration} (timer|auf die uhr|bitte stoppen|runterzählen|ab jetzt|auf den timer)',
    'timer (mit|auf) {duration} (laufen lassen|starten|los)',
  ],
  start_timer_text: [
    '(stell|start|setz) {duration} für {text}',
    '<stell> {text} <timer> (auf|mit|von|über|für) {duration}',
    '{duration} für {text} (stell|start|einstellen)',
    '<timer> für {text} (auf|mit|von|über) {duration}',
  ],
  pause_timer: [
    '(laufenden|laufende|aktiven) <timer> (pausieren|anhalten|unterbrechen|pause)',
    '<timer> (kurz|mal|mal kurz|eben|vorübergehend) (pausieren|anhalten|stoppen|unterbrechen|einfrieren)',
    '(pausier|halt|unterbrich) [den] [laufenden] <timer> [kurz|mal] [an]',
    'pause (für|mit|beim) <timer>',
  ],
  pause_timer_name: [
    '{timer_name} <timer> (kurz|mal|mal kurz|eben|vorübergehend) (pausieren|anhalten|stoppen|unterbrechen|einfrieren)',
    '(pausier|halt|unterbrich) [den] {timer_name} <timer> [kurz|mal] [an]',
  ],
  resume_timer: [
    '(pausierten|angehaltenen|gestoppten) <timer> (fortsetzen|weiterlaufen lassen|wieder starten|weiterführen|weiter)',
    '<timer> (fortsetzen|weiterlaufen lassen|wieder starten|wieder anmachen|soll weiterlaufen|darf weiterlaufen|wieder laufen lassen|weiterlaufen)',
    '(jetzt|nun) (darf|kann|soll) [der] <timer> [wieder] (weiterlaufen|laufen|weiter)',
  ],
  resume_timer_name: [
    '{timer_name} <timer> (wieder aufnehmen|wieder starten|weiterlaufen lassen|fortsetzen|wieder laufen lassen)',
    '{timer_name} <timer> (fortsetzen|weiterlaufen lassen|wieder starten|wieder anmachen|soll weiterlaufen|darf weiterlaufen|wieder laufen lassen|weiterlaufen)',
    '(darf|kann|soll) {timer_name} <timer> [wieder] (weiterlaufen|laufen|weiter)',
  ],
  extend_timer_name: [
    '(häng|pack|leg|gib|tu|schlag|rechne) [noch|nochmal] [an|auf] [den] {timer_name} [<timer>] [mal] ((noch|nochmal) {duration} [dran|drauf|dazu|mehr|obendrauf]|{duration} (dran|drauf|dazu|mehr|obendrauf))',
    '(häng|pack|leg|gib|tu|schlag) [noch|nochmal|weitere] {duration} (an|auf|zu) [den] {timer_name} [<timer>] [dran|drauf|dazu|an]',
    'lass {timer_name} [<timer>] (noch|nochmal) {duration} (weiterlaufen|trocknen|stehen)',
  ],
  extend_timer_duration: [
    '(häng|pack|leg|gib|tu|schlag) [noch|nochmal|weitere] {duration} [mehr] (dran|drauf|dazu|obendrauf)',
    '(noch|nochmal|weitere) {duration} (dran|drauf|dazu|obendrauf|länger|draufpacken|dranhängen)',
  ],
  stop_timer: [
    '(mach|schalt|stell|dreh) [den] [nervigen|piependen] <timer> (aus|ab)',
    'ich brauche [den] <timer> nicht [mehr]',
  ],
  stop_timer_name: [
    '{timer_name} <timer> (ausmachen|ausschalten|aus|abschalten|beenden|stoppen|abstellen|weg)',
    '(mach|schalt|stell|dreh) [den] {timer_name} <timer> (aus|ab)',
    'ich brauche [den] {timer_name} <timer> nicht [mehr]',
  ],
  timers: [
    '(was|welche|wieviel) [habe] [ich] [noch|denn] [für|alles] [an] (timer|uhren) [ich|habe] (laufen|am laufen|läuft|offen|aktiv) [noch]',
    '(läuft|tickt|geht) [da|denn] [noch] [irgendein|ein] <timer> [noch]',
    'wie lange (läuft|geht|tickt) <timer> noch',
    'wann (klingelt|piept|läutet|endet) <timer>',
  ],
  timers_name: [
    'wann ist {timer_name} (trocken|fertig|durch|soweit|ausgehärtet|getrocknet)',
    'wie lange (muss|braucht|trocknet) {timer_name} [noch] [trocknen|zum trocknen]',
    'wie (geht|steht|läuft) es (mit|um) {timer_name}',
    '(läuft|tickt|geht) [<timer>] [für|von] {timer_name} [<timer>] [noch|eigentlich noch] [oder was]',
    'wie (lange|viel) (läuft|geht|tickt|hat|braucht) {timer_name} [<timer>] [noch] [noch]',
    'wann (klingelt|piept|läutet|endet|ist) {timer_name} [<timer>] [fertig|so weit|um]',
    '{timer_name} [<timer>] (wie lange noch|wie lang noch|restzeit)',
    'wie (steht|schaut|sieht) [es] [mit] {timer_name} <timer> [aus]',
  ],
  note_text: [
    '(schreib|notier|merk|vermerk) [dir|mir] [auch] [mal|bitte|folgendes] [hinter die ohren|in die notizen|ins protokoll] {text}',
    'schreib [dir|mir] [mal|bitte|folgendes] auf {text}',
    '(notiz|memo|anmerkung|vermerk|bemerkung|merkzettel|eintrag|fürs protokoll|zur erinnerung|nicht vergessen) {text}',
    '(mach|schreib|leg|setz) [dir|mir] [mal] [eine|ne] (notiz|anmerkung|bemerkung|notiz dazu) [an] {text}',
  ],
  usage: [
    'i hob [jetzt|dafür|insgesamt] {measure} {resource_name} (braucht|verbraucht|verarbeitet|hergenommen|aufgebraucht)',
    'es (gingen|sind|waren) {measure} {resource_name} (drauf|draufgegangen|weg|nötig)',
    '(das waren|das macht|macht) {measure} {resource_name}',
  ],
  usage_pieces: [
    'i hob [jetzt|dafür|insgesamt] {quantity} {resource_name} (braucht|verbraucht|verarbeitet|hergenommen|aufgebraucht)',
    'es (gingen|sind|waren) {quantity} {resource_name} (drauf|draufgegangen|weg|nötig)',
  ],
  shortage_resource: [
    '(jessas|mist|verdammt) [jetzt|nun] ist [mir|ma] [da|der] {resource_name} (ausgangen|ausgegangen|alle|leer)',
    '[jetzt|nun] (ist|geht|gehen) [mir|ma|uns] [da|der] {resource_name} (ausgangen|ausgegangen|aus|zur neige|zu ende)',
    'ich habe (nicht mehr|nimmer|keine mehr) [von] [die|den] {resource_name}',
    '(dose|flasche|rolle|spule|schachtel|packung|tube|tüte) {resource_name} ist leer',
    'muss [ich] [neuen|neues|neue|mehr] {resource_name} (nachbestellen|bestellen|kaufen|besorgen|nachkaufen)',
    '{resource_name} muss (nachbestellt|bestellt|nachgekauft|besorgt) werden',
    '(kaum|fast kein|kein bisschen) [noch|mehr] {resource_name} [mehr|da|übrig|vorhanden]',
    'es (fehlt|fehlen|mangelt) [an|mir|uns] {resource_name}',
  ],
  yes: [
    '(jo eh|ja eh|jo passt|ja passt|eh klar|na klar|aber sicher|aber klar|aber gern|mach das ja|ja tu das|ja bitte mach|freilich|jawoi|scho|klar doch|logo)',
  ],
  no: [
    '(na|nö danke|bloß nicht|lieber nicht|besser nicht|auf keinen fall|niemals|nein lass das|lass es lieber|na lass)',
  ],
} satisfies Partial<Sentences>
