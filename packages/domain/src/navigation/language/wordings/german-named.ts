import type { Sentences } from '../wording.ts'

const needed =
  '(brauche|ist|benötige|verwende|nehme|benutze|geht|gehen|kommt|kommen|wird|werden|muss|soll|sollte|werde|würde|verbrauche|verbrauch|verbraucht|steckt) [ich|man|da|alles|noch|denn|insgesamt|<run>] [noch|insgesamt|gesamt|alles]'
const end =
  '[brauche|benötigt|gebraucht|nötig|erforderlich|notwendig|verwende|nehmen|rein|drauf|drauf geh|haben|vorgesehen|eingeplant|verbraucht|verbrauch|benötigen|brauchen|bereitlegen|bereit haben|hinein|insgesamt|noch|rechnen|einplanen|sein]'

/** What is asked, set or judged of a thing that is named. */
export const germanNamed = {
  need: [
    '(wieviel|wieviel meter|wieviel gramm) {resource_name} ich (brauche|verwende|nimm) <at>',
    'wo (finde|find|suche|such) ich {resource_name}',
    '(ist|sind|habe) [ich] [noch] genug {resource_name} [da|übrig|mehr]',
    '(reicht|reichen|langt) {resource_name} [noch|aus]',
    'wo (ist|sind|liegt|liegen|habe ich) {resource_name}',
    `(wieviel|was|welche menge|welche menge an|welche mengen|wieviel meter|wieviel gramm|wieviel milliliter|wieviel stück) [an|von] {resource_name} ${needed} <at> ${end}`,
    `(wieviel|wieviel meter|wieviel gramm|wieviel milliliter|wieviel stück) ${needed} [von] {resource_name} <at> ${end}`,
    '(wieviel|wieviel meter|wieviel gramm|wieviel stück) {resource_name} <at> [insgesamt|noch|für <run>|brauche]',
    '[<show>] (menge|bedarf|benötigte menge) [an|von|für] {resource_name} <at>',
    '{resource_name} (wieviel|wie viel|menge|bedarf) [brauche] [ich] <at>',
    '(brauche|benötige|verwende|muss|werde|benutze) [ich|man] [dafür|überhaupt|auch|noch|irgendwann] {resource_name} <at> [brauche|überhaupt|auch|noch|nehmen|haben|irgendwo]',
    '(wird|werden|ist|sind) {resource_name} <at> [überhaupt|auch|noch] (brauche|gebraucht|benötigt|nötig|verwende|erforderlich|notwendig|verwendet)',
    '(braucht|brauche|benötige) (es|man|ich|<here>|<run>) [dafür|dazu|überhaupt|auch|noch] {resource_name} <at>',
    'wieviel brauche [ich] [an|von] {resource_name} <at>',
    'ich brauche wieviel {resource_name} <at>',
    '(wofür|wozu|wo|wann) brauche ich {resource_name}',
    'mit wieviel {resource_name} (muss|soll|kann) ich [<at>] rechnen',
  ],
  warnings_resource: [
    '(ist|sind) (gefährlich|giftig|brennbar|ungesund|schädlich) {resource_name}',
    '(ist|sind) {resource_name} [irgendwie|sehr|arg|für mich] (gefährlich|giftig|schädlich|brennbar|entzündlich|ätzend|gesundheitsschädlich|riskant|ungefährlich|harmlos|reizend|feuergefährlich|bedenklich|unbedenklich)',
    'wie (gefährlich|giftig|schädlich|brennbar|riskant) (ist|sind) {resource_name}',
    '[<show>|gibt] [irgendwelche] (warnungen|gefahr|gefahren|risiken|sicherheitshinweise|vorsichtsmaßnahmen|gefahrenhinweise) (für|zu|zum|zur|bei|mit|vom|von) {resource_name}',
    '(brauche|muss) ich [irgendwelche] (handschuhe|maske|schutzbrille|atemschutz|schutzhandschuhe|schutz) (für|bei|beim|mit) {resource_name} [tragen|anziehen|aufsetzen|haben]',
    '(worauf|auf was|was|wovor) (muss|soll|sollte|habe) ich (bei|mit|wegen|in bezug auf) {resource_name} [besonders|alles] (achten|aufpassen|beachten|zu beachten|achtgeben|vorsichtig sein)',
    '(muss|soll|sollte) ich (bei|mit|wegen) {resource_name} [irgendwie|besonders] (aufpassen|vorsichtig sein|achtgeben)',
  ],
  instructions_option: [
    '(erzähl|sag|erklär) [mehr|etwas|was] (über|zu|zum|zur|vom|von) {option_name}',
    'wie (geht|funktioniert|mach|macht|läuft|näht|wird) [ich|man|denn] {option_name} [genau|denn|richtig|ab|gemacht|überhaupt]',
    '(erklär|beschreib|erläuter|zeig) [wie] {option_name} [geht|funktioniert|genauer|gemacht wird]',
    '(anleitung|anweisung|erklärung|beschreibung) (für|zu|zum|zur|von|vom) {option_name}',
    '<show> wie {option_name} (geht|funktioniert|gemacht wird)',
    'wie (geht|mach) ich {option_name} (an|richtig)',
  ],
  need_step: [
    `(wieviel|welche menge|was) [an|von] {resource_name} ${needed} (für|in|bei|beim|im|zum|zur|fürs) <step> ${end}`,
    `wieviel {resource_name} (für|in|bei|beim|im|zum|zur|fürs) <step> ${end}`,
    '(brauche|benötige) [ich|man] (für|in|bei|beim|im|zum|zur|fürs) <step> {resource_name}',
    '(brauche|benötige) [ich|man] {resource_name} (für|in|bei|beim|im|zum|zur|fürs) <step>',
    'wieviel {resource_name} (brauche|benötige|braucht) <step>',
  ],
  complete_step_pass: [
    '<step> (war|ist|verlief|lief|sieht|fiel) [alles] [sehr|ganz] (gut|bestens|in ordnung|perfekt|prima|sauber|erfolgreich|gut gelaufen|gut ausgefallen) [aus]',
    '(bei|mit|in|an) <step> (ist|war|passt|sieht|stimmt) alles [gut|in ordnung|bestens|okay|perfekt|prima] [aus]',
    '[ich] [habe|hat] <step> [ist|hat|habe|sind|wurde|gilt als] [ich] [auch|jetzt|schon|endlich|gut] [so] (bestanden|positiv|positiv ausgefallen|einwandfrei|tadellos|abgenommen|passiert)',
    '(ist|hat) <step> bestanden',
    '<step> [ist|sind] [alles] (gut|in ordnung|tiptop|tipptopp|einwandfrei|bestens|perfekt|tadellos|ohne mängel|ohne fehler|ohne beanstandung|keine mängel|keine fehler|kein fehler|nichts zu beanstanden)',
    '<step> (haut|hat) [alles] (hin|hingehauen|gepasst)',
    '<step> (passt|stimmt|besteht|ist in ordnung|ist in ordnung so|ist okay|ist bestens|taugt|ist sauber|ist gut)',
    '(markier|setz|stell) <step> (als|auf) bestanden',
    '(nimm|nehme) <step> ab',
    'bestanden <step>',
  ],
  fail_step_verdict: [
    '<step> (war|verlief|lief|sieht) [leider|gar] nicht [so] (gut|in ordnung|bestens|okay) [aus]',
    '<step> [ist|hat|wurde|habe|gilt als|sind] [ich] [leider|auch] (nicht bestanden|durchgefallen|negativ|negativ ausgefallen|nicht in ordnung|nicht gut|nicht okay|mangelhaft|ungenügend|nicht gut genug|nicht einwandfrei|nicht erfolgreich|nicht geschafft|bemängelt|beanstandet)',
    '<step> (passt|stimmt|besteht|genügt|taugt) [leider] (nicht|nichts)',
    '[ich] (habe|ist|hat) <step> [leider] (nicht bestanden|durchgefallen)',
    '[ist] (durch|bei) <step> durchgefallen',
    '(markier|setz) <step> (als|auf) (nicht bestanden|durchgefallen)',
    'nicht bestanden <step>',
  ],
  start_timer_both: [
    '<stell> [neuen|weiteren] <timer> (für|fürs|zum|namens) {timer_name} [auf|mit|von|über] {duration} [an|ein]',
    '<stell> [neuen|weiteren] <timer> [auf|mit|von|über|für] {duration} (für|fürs|namens|zum) {timer_name} [an|ein]',
    '<stell> [neuen|weiteren] {timer_name} <timer> [auf|mit|von|über|für] {duration} [an|ein]',
    '<stell> [neuen|weiteren] {duration} [<timer>] (für|fürs) {timer_name} [an|ein]',
    '<stell> [für] {timer_name} [auf] {duration} [an|ein]',
    '{timer_name} <timer> [auf|mit|von|über|für] {duration} [start|stell|stellen|starten]',
    '<timer> (für|fürs) {timer_name} [auf|mit|von|über] {duration} [start|stell|stellen|starten]',
    '<timer> {timer_name} [auf|mit|von|über|für] {duration} [start|stell|stellen|starten]',
    '{duration} (für|fürs) {timer_name} (stell|stellen|start|starten|an|los|einstellen|laufen lass)',
    '{duration} <timer> (für|fürs) {timer_name} [stell|start|stellen|starten]',
    '(für|fürs) {timer_name} {duration} [<timer>] (stell|stellen|start|starten)',
  ],
  cancel_reason: [
    '(brich|breche|gib|gebe|blas) <run> (ab|auf) (weil|da|wegen|denn|aufgrund) {text}',
    '(brich|breche|gib|gebe|blas) [ich] (ab|auf) (weil|da|wegen|denn|aufgrund) {text}',
    '[<run>] (abbrechen|abbruch|aufgeben|verwerfen|stornieren|abblasen) (weil|da|wegen|denn|aufgrund) {text}',
    '(storniere|verwirf|beend|stopp|cancel) <run> (weil|da|wegen|denn|aufgrund) {text}',
  ],
} as const satisfies Partial<Sentences>
