const pupils = ['pupils', 'students', 'kids', 'children', 'learners', 'apprentices', 'ladies', 'girls', 'boys']
const several = ['they', 'the others', ...pupils.flatMap(who => [`the ${who}`, `my ${who}`])]
const whole = ['everyone', 'everybody', 'the class', 'the group', 'my class', 'my apprentice']

/** Each way to say something before one of some people, and after them, as what one says of oneself. */
const of = (people: readonly string[], before: readonly string[], self: string, after: readonly string[] = ['']) =>
  people.flatMap(who =>
    before.flatMap(first =>
      after.map((last): readonly [string, string] => [`${first} ${who} ${last}`, `${self || first} i ${last}`]),
    ),
  )

const verbs = ['need', 'have', 'use', 'do', 'get', 'work', 'make', 'take']

const asked = [
  ...of([...several, ...whole], ['should', 'must'], ''),
  ...of(several, ['do'], '', verbs),
  ...of(whole, ['does'], 'do', verbs),
]

/** What asks about others, whatever its mark. */
export const othersAsk: readonly string[] = asked.map(([said]) => said)

/** "What do they need?" asks what one needs: in what only asks. */
export const sameForOthers: Readonly<Record<string, string>> = Object.fromEntries([
  ...asked,
  ...of(several, ['how do'], ''),
  ...of(whole, ['how does'], 'how do'),
  ...of(['you'], ['do'], '', ['need', 'have to']),
  ...of([...several, ...whole], ['will'], '', ['need', 'take', 'have to', 'be doing', 'be done', 'be finished']),
  ...of([...several, ...whole], ['what', 'anything', 'something', 'things', 'dangers', 'risks'], '', [
    'should',
    'must',
    'have to',
    'need to',
    'need',
  ]),
  ...of([...several, ...whole], ['how can', 'what can'], ''),
  ...of(several, ['what have', 'how far have', 'how much have', 'how much of it have', 'where have'], ''),
  ...['what', 'how far', 'how far along', 'which step', 'where'].flatMap(first => [
    ...of(several, [`${first} are`], `${first} am`),
    ...of(whole, [`${first} is`], `${first} am`),
  ]),
])
