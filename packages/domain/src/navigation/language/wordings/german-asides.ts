/** What is told beside a command and means none. */
const things =
  'kleber leim leder farbe kantenfarbe lack faden garn zwirn kante kanten loch löcher tasche taschen fach fächer oberfläche schicht zeug ding wachs öl holz draht metall ton brett bretter kaffee tee brieftasche'.split(
    ' ',
  )
const state =
  '(trocken|fest|hart|kalt|warm|nass|glatt|eben|sauber|gut|super|prima|schön|gerade|dicht|ausgehärtet|getrocknet|abgekühlt|durchgetrocknet|angezogen|ganz gut|richtig gut|ganz ordentlich|ordentlich|weich|feucht|klebrig|heiß|krumm|dick|dünn|rau)'
const caller =
  '(jemand|telefon|postbote|nachbar|nachbarin|frau|mann|chef|chefin|kind|kinder|hund|katze|kunde|kundin|paketbote|lieferant|besuch|oma|mama|papa)'

const thing = `(${things.join('|')})`

/** What is told of each thing that is worked with: one template for each, since only so many ways of one are taken. */
const told = (one: string): readonly string[] => [
  `[weil|da] ${one} (ist|sind) [ganz|noch|zu|noch nicht|noch zu] ${state} [genug]`,
  `[weil|da] ${one} (muss|müssen|soll|sollen) [noch|erst] (trocknen|aushärten|ziehen|abkühlen|einwirken|ruhen|antrocknen)`,
]

export const germanAsides: readonly string[] = [
  '(das|es|die|der|sie|er) (ist|geht|hält|wird) [viel|deutlich] (schneller|einfacher|besser|leichter|schöner|stabiler|günstiger)',
  '(weil|da) (das|es|die|der|sie|er) [viel|deutlich] (schneller|einfacher|besser|leichter|schöner|stabiler|günstiger) (ist|geht|hält|wird)',
  '(auf die|nach) (alte|klassische|gewohnte) (art|weise)',
  ...things.flatMap(told),
  `[jetzt wo|nachdem|weil|da] ${thing} ${state} (ist|sind)`,
  `(ist|sind) ${thing} ${state} geworden`,
  `${thing} (fühlt sich|scheint|wirkt) ${state} [an|genug|zu sein]`,
  `${thing} (trocken|ausgehärtet|getrocknet|abgekühlt|durchgetrocknet)`,
  `${thing} (pickt|klebt|tropft|stinkt|trocknet|härtet|zieht) [noch|aus|an|ein]`,
  `(steht|stehen|klingelt|ruft|kommt) ${caller} [an|vor] [tür|telefon|gerade|an]`,
  `(ist|sind) ${caller} [an|vor] (tür|telefon|dran|da)`,
  `${caller} (ist|sind) [an|vor|am|in] (tür|telefon|leitung|dran|da)`,
  `${caller} (steht|stehen|klingelt|ruft|kommt|wartet|ruft an|hat angerufen|bellt|schreit|weint) [an|vor|am|in] [tür|telefon|gerade|leitung|an]`,
  'es (klingelt|läutet|klopft) [an|gerade] [tür]',
  '(klingelt|läutet|klopft) [an] [tür]',
  '(habe|hab) [gerade] [die] hände (voll|dreckig|schmutzig|klebrig|nicht frei)',
  'hände sind (voll|dreckig|schmutzig|klebrig)',
  'wenn (du|sie) (magst|mögen|willst|kannst|können|wollen|so nett bist|so lieb bist|so nett sind|zeit hast|so weit bist)',
  'wenn (es|das) (geht|recht ist|okay ist|möglich ist|keine umstände macht)',
  '(na dann wollen wir|dann wollen wir|na dann|dann mal los|los gehts|auf gehts|na schön|na also|na bitte|na endlich|na ja|naja|gut gut|sehr gut|sehr schön|wunderbar|schön schön|so so|ach so|ach ja|ach du meine güte|ach du liebe zeit|ach herrje|oje|ojemine|herrje|meine güte|mein gott|ach gott|um gottes willen|gott sei dank|zum glück|verflixt|verdammt|mist|so ein mist|so ein käse|so ein schmarrn|so ein ärger|tut mir leid|mein fehler|keine eile|kein stress|macht nichts|geht in ordnung|verstanden|hab verstanden|habe verstanden|ich verstehe|verstehe|ich sehe schon|ich hab es|ich habe es|guten morgen|guten tag|guten abend|grüß gott|grüß dich|grüezi|servus|moin moin|mahlzeit|weißt du was|weißt du|weißte|wissen sie|ehrlich gesagt|um ehrlich zu sein|offen gesagt|unter uns gesagt|nebenbei gesagt|nebenbei|übrigens|apropos|wie gesagt|wie immer|wie üblich|wie gehabt|sagen wir so|ich meine|ich mein|kleine frage|kurze frage|dumme frage|blöde frage|nur so eine frage|mal eine frage|eine frage|frage|nur zur sicherheit|zur sicherheit|sicherheitshalber|vorsichtshalber|nur damit ich es weiß|damit ich es weiß|nur aus neugier|aus neugier|nur aus interesse|interessehalber|nur so|nur mal so|bevor ich weitermache|bevor wir weitermachen|bevor ich anfange|bevor ich es vergesse|nicht dass ich es vergesse|solange ich warte|während ich warte|während das trocknet|während es trocknet|während der kleber trocknet|währenddessen|inzwischen|in der zwischenzeit|zwischendurch|zuerst|als erstes|erst mal|zuletzt|noch etwas|noch was|noch eins|eins noch|hat ganz schön gedauert|das hat gedauert|hat gedauert|das war mühsam|war mühsam|was für ein tag|langer tag|ich bin müde|ich habe hunger|ich hab hunger|ich habe durst|ich brauche kaffee|gleich ist mittag|die zeit rennt|die zeit vergeht|so weit so gut|soweit so gut|läuft doch|läuft ja|klappt ja|geht doch|bitte danke|danke im voraus|dank dir|besten dank|herzlichen dank|du bist ein schatz|mein lieber|meine liebe|mein freund|computer|assistent|wenn ich fragen darf|wenn man fragen darf|wenn ich bitten darf|moment mal|einen moment|augenblick|warte mal|wart einmal|ich steh auf dem schlauch|ich stehe auf dem schlauch|ich steh aufm schlauch|steh auf dem schlauch|ich bin überfragt|lass mich überlegen|lass mich sehen|lass sehen|mal sehen|mal schauen|schau ma mal|schauen wir mal|schaun mer mal|schau|schau her|schau mal|guck mal|hör zu|hören sie|also ehrlich|also wirklich|sei es drum|wie dem auch sei|jedenfalls|auf jeden fall|wie war das|ich hab den faden verloren|ich habe den faden verloren|ich war abgelenkt|soweit ich weiß|wenn ich mich recht erinnere|kurz und gut|kurzum|im grunde|im prinzip|eigentlich|oder so|gell|nicht wahr|stimmts|weisch|gäll|bitt schön|bitte sehr|und so)',
  `[mein|meine|der|die] (sohn|tochter|frau|mann|enkel|enkelin|chef|chefin|meister|kollege|kollegin|lehrer|lehrerin|oma|opa|kunde|kundin) (wartet|fragt|schimpft|drängt|ruft) [schon|mit dem essen|auf mich|nach mir]`,
  'bevor ich (kaffee hole|essen gehe|gehe|heimgehe|anfange|weitermache|es vergesse|was falsch mache|weiterarbeite|loslege)',
  'mir tut [der|die|das] (rücken|hand|finger|kopf|kreuz|daumen|arm) weh',
  '(kaffee|tee|essen|bier) ist (getrunken|gegessen|ausgetrunken|aufgegessen)',
  '[das] telefon hat geklingelt',
  'ich habe (was|etwas|da was|da etwas|da) (vergessen|übersehen|verpasst|überlesen|überhört)',
  'habe ich (überlesen|verpasst|überhört|übersehen)',
  'ich war (zu schnell|zu voreilig|kurz weg|abgelenkt|unaufmerksam|in gedanken|gerade weg|ungeduldig|draußen)',
  '[das war|war] zu (schnell|früh|hastig|voreilig)',
  '(dafür|dazu) habe ich (keine zeit|keine lust|keinen nerv)',
  'ich habe (keine zeit|nicht ewig zeit|nicht viel zeit|es eilig|eilig|wenig zeit|keine brille auf|meine brille nicht auf|meine brille nicht da|überlegt|kapiert|verstanden|gesehen|gelesen|gemerkt|die nase voll|die schnauze voll|genug davon)',
  'ich (sehe|seh) [so] schlecht',
  'ich mach [das] (zum ersten mal|das erste mal)',
  'ich (bin|komme|komm) [hier] (neu|neu hier|anfänger|fix und alle|müde|kaputt|todmüde|hundemüde|erledigt vom tag|abgelenkt gewesen)',
  '(der|das|es) (nervt|stört) [mich|langsam|vielleicht]',
  'ich habe [einfach|echt|gerade|absolut] (keine|keinen|kein) (lust|bock|nerv|geduld|zeit|kraft|energie|idee|ahnung|plan|platz|hunger|geld|muse|motivation|schwung) [dafür|dazu|darauf|auf] [mehr]',
  'ich (check|checke|versteh|verstehe|kapier|kapiere|blick|blicke) (das|es|hier|da) nicht [so ganz|ganz|mehr|recht]',
  '(wie viel uhr ist es|wie spät ist es|wieviel uhr ist es|wieviel uhr haben wir|wie spät haben wir es)',
  'ich habe [mich] (verlesen|verhört|verzählt|vermessen|verguckt)',
  '(sag|gib) [mir] [dann] bescheid [wenn (er|sie|es|die zeit) (um|fertig|abgelaufen|vorbei|so weit) ist]',
  '(wie (heißt|heißen) (du|sie)|wer bist du|wer sind sie|wie ist dein name)',
  '[ja ja] ich höre [dich|es] [ja|schon]',
  '(das|die|es) (sieht|schaut) (schöner|besser|edler|hübscher) aus',
  '(gefällt|taugt) mir (besser|mehr)',
  '(das|es) klappt nicht [so] [richtig|recht|ganz|gut]',
  '(das|es) war (anstrengend|mühsam|schwer|schwierig|nicht leicht|ganz schön schwer|ganz schön anstrengend|eine arbeit|knifflig|fummelig|harte arbeit|viel arbeit)',
  'was für (eine arbeit|ein akt|eine fummelei|ein gefummel|eine plackerei|ein aufwand|ein theater|ein tag)',
  'nur mal so gefragt',
  '(nur so|mal so|nur mal|rein) (interessehalber|gefragt|hypothetisch|theoretisch)',
  'ich will mir nicht (wehtun|in die finger schneiden|weh tun)',
  'ich (gehe|geh|muss|fahr|fahre) [gleich|nachher] (in den laden|in den baumarkt|zum baumarkt|ins geschäft|in die stadt)',
  'ich (muss|will) (warten|noch warten|da noch nachschauen|nochmal nachschauen|kurz überlegen|nachdenken)',
  '[mein|meine] (werkzeugkasten|werkzeug|brille|werkzeugkoffer) (steht|liegt|ist) (im keller|in der garage|im schuppen|im auto|drüben|oben)',
  'ich steck fest',
  '[so] wie (immer|sonst [auch|immer]|gewohnt|üblich|gehabt|letztes mal|voriges mal|[das|beim] letzte mal|[beim] letzten mal|beim ersten)',
  `[ich habe] ${thing} an [meinen] (fingern|händen|hosen|hose|ärmel)`,
  '[das] (kannst|kann) [du|man] vergessen',
  '(eh|ehe|bevor|damit) ich [es] [wieder] [nicht] (vergesse|vergess)',
  'sonst vergesse ich [es] [wieder]',
]
