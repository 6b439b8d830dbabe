const people = ['kinder', 'schüler', 'schülerinnen', 'azubis', 'lehrlinge', 'leute', 'teilnehmer', 'anderen']
const several = people.flatMap(who => ['die', 'meine', 'unsere'].map(article => `${article} ${who}`))
const whole = ['die klasse', 'die gruppe', 'meine klasse', 'unsere klasse', 'mein lehrling', 'mein azubi']

/** What one asks of several people, and of oneself. */
const verbs: Readonly<Record<string, string>> = {
  müssen: 'muss',
  sollen: 'soll',
  sollten: 'soll',
  brauchen: 'brauche',
  können: 'kann',
  dürfen: 'darf',
  machen: 'mach',
  haben: 'habe',
  'wie weit sind': 'wie weit bin',
  'wo sind': 'wo bin',
}
const ofWhole: Readonly<Record<string, string>> = {
  muss: 'muss',
  soll: 'soll',
  braucht: 'brauche',
  kann: 'kann',
  'wie weit ist': 'wie weit bin',
}

const of = (who: readonly string[], said: Readonly<Record<string, string>>) =>
  Object.entries(said).flatMap(([verb, own]) =>
    who.flatMap(each => ['', 'sich '].map((self): [string, string] => [`${verb} ${self}${each}`, `${own} ich`])),
  )

const asked = [...of(several, verbs), ...of(whole, ofWhole)]

/** What calls somebody has no weight, but not where it is told of him: "der Meister ist fertig". */
const told = [
  ...['meister', 'mann', 'kumpel', 'junge', 'mensch', 'bruder'].flatMap(who =>
    ['der', 'mein', 'unser'].flatMap(whose => ['ist', 'hat'].map(is => [`${whose} ${who} ${is}`, `er ${is}`])),
  ),
  ...['leute', 'jungs'].flatMap(who =>
    ['die', 'meine', 'unsere'].flatMap(whose => ['sind', 'haben'].map(are => [`${whose} ${who} ${are}`, 'er hat'])),
  ),
]

/** "Worauf müssen die Schüler achten?" asks what one asks for oneself: in what only asks. */
export const sameForOthers: Readonly<Record<string, string>> = Object.fromEntries([
  ...asked,
  ...told,
  // A "Klasse" of pupils is no "Klassische Geldbörse".
  ...['die', 'meine', 'unsere', 'ganze', 'ganzen', 'andere'].map(which => [`${which} klasse`, `${which} gruppe`]),
])

/** What asks about others, whatever its mark. */
export const othersAsk: readonly string[] = asked.map(([said]) => said)

const those = ['kindern', 'schülern', 'schülerinnen', 'azubis', 'lehrlingen', 'leuten', 'teilnehmern', 'anderen']
const toWhom = [
  'der klasse',
  'der gruppe',
  'meiner klasse',
  'uns allen',
  ...those.flatMap(who => ['den', 'meinen', 'unseren'].map(article => `${article} ${who}`)),
]

/** To whom something is to be shown or told, and with whom it is done. */
export const toOthers: readonly string[] = [...toWhom, ...toWhom.map(who => `mit ${who}`)]
