import type { Texts } from '../texts.ts'
import { dative, stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration, about } = words

export const answering: Pick<Texts, 'answers' | 'readings'> = {
  answers: {
    help: 'Das kannst du sagen:',
    helpLines: [
      ['Hilfe', 'Zeigt, was du sagen kannst'],
      ['Status', 'Zeigt, wie weit du bist'],
      ['weiter', 'Sagt, was als Nächstes kommt, oder geht zu einem anderen offenen Schritt'],
      ['zurück', 'Zeigt den Schritt davor'],
      ['fertig', 'Schließt den Schritt ab'],
      ['Schritt überspringen', 'Macht ohne ihn weiter'],
      ['gehe zu Schritt 3', 'Geht zu einem Schritt, nach Nummer oder Name'],
      ['zeig alle Schritte', 'Zeigt alle Schritte'],
      ['was brauche ich?', 'Zeigt Material und Werkzeug'],
      ['Anleitung', 'Erklärt, wie der Schritt geht'],
      ['Tipps', 'Gibt Tipps zum Schritt'],
      ['wie lange noch?', 'Sagt, wie lange es noch dauert'],
      ['Notiz: …', 'Schreibt etwas zum Schritt auf'],
      ['rückgängig', 'Nimmt das Letzte zurück'],
      ['Pause', 'Hält an'],
    ],
    status: ({ workflow, done, total, percent }) =>
      `${workflow}: ${number(done)} von höchstens ${number(total)} Schritten ${done === 1 ? 'ist' : 'sind'} geschafft, das sind ${number(percent)} Prozent.`,
    youAreAt: (step, n) => `Du bist bei Schritt ${number(n)}, ${q(step)}.`,
    stepIs: (step, status) => `${q(step)} ist ${stepStatuses[status]}.`,
    nowhere: 'Gerade bist du bei keinem Schritt.',
    left: minutes => `Noch ${about(minutes)}.`,
    leftAtMost: (minutes, most) => `Es dauert noch ${about(minutes)}, höchstens ${duration(most)}.`,
    leftWithWaits: (work, until) => `Noch ${about(work)} Arbeit, mit dem Warten dazwischen ${about(until)}.`,
    waitLeft: (step, minutes) => `${q(step)} braucht noch ${duration(minutes)}.`,
    nothingLeft: 'Es ist nichts mehr zu tun.',
    elapsed: minutes => `Du bist seit ${dative(about(minutes))} dabei.`,
    after: (step, next) => `Nach ${q(step)} ${next.length === 1 ? 'kommt' : 'kommen'} ${names(next)}.`,
    afterDecision: step => `Was nach ${q(step)} kommt, entscheidest du.`,
    nothingAfter: step => `Nach ${q(step)} kommt nichts mehr.`,
    finishFirst: step => `Sag „fertig“, sobald du mit ${q(step)} so weit bist.`,
    nothingBefore: 'Davor gibt es keinen Schritt.',
    steps: (workflow, count) => `${workflow} hat ${counted(count, ['Schritt', 'Schritte'])}:`,
    materials: step => `Material für ${q(step)}:`,
    tools: step => `Werkzeug für ${q(step)}:`,
    resources: step => `Das brauchst du für ${q(step)}:`,
    noMaterials: step => `Für ${q(step)} brauchst du kein Material.`,
    noTools: step => `Für ${q(step)} brauchst du kein Werkzeug.`,
    noResources: step => `Für ${q(step)} gibt es keine eigene Liste. Was du brauchst, steht in der Anleitung.`,
    optional: 'muss nicht sein',
    youNeed: things => `Du brauchst: ${things}.`,
    needsIn: (step, thing) => `${thing} für ${q(step)}`,
    needsNot: (step, thing) => `Das brauchst du für ${q(step)} nicht: ${thing}.`,
    needsNoMore: thing => `Das brauchst du für alles, was noch kommt, nicht: ${thing}.`,
    noInstructions: step => `Zu ${q(step)} gibt es keine Anleitung.`,
    tips: step => `Tipps zu ${q(step)}:`,
    noTips: step => `Zu ${q(step)} gibt es keine Tipps.`,
    warnings: step => `Darauf musst du bei ${q(step)} achten:`,
    noWarnings: step => `Bei ${q(step)} ist nichts Besonderes zu beachten.`,
    suggests: message => message,
    historyEmpty: 'Bisher ist noch nichts passiert.',
    history: 'Das war zuletzt:',
    options: (step, options) => `${q(step)}: Zur Wahl stehen ${names(options)}.`,
    noDecision: 'Im Moment gibt es nichts zu entscheiden.',
    noCheck: 'Im Moment gibt es nichts zu prüfen. Sag „fertig“, wenn du mit deinem Schritt so weit bist.',
    option: ({ option, next, minutes, outcome }) =>
      next === null
        ? `Mit ${q(option)} wäre die Arbeit zu Ende.`
        : `Mit ${q(option)} geht es bei ${q(next)} weiter. Von dort dauert es ${minutes < 1 ? 'keine Minute mehr' : `noch ${about(minutes)}`}${outcome === null ? '' : `, und am Ende steht ${q(outcome)}`}.`,
    path: ({ outcome, count, minutes }) =>
      `Der beste Weg${outcome === null ? ' zum Ende' : ` zu ${q(outcome)}`} hat ${counted(count, ['Schritt', 'Schritte'])} und dauert ${about(minutes)}.`,
    pathSteps: steps => `Er führt über ${names(steps)}.`,
    pathChoose: (step, option) => `Bei ${q(step)} nimmst du dafür ${q(option)}.`,
    noPath: outcome => (outcome === null ? 'Von hier führt kein Weg weiter.' : `Zu ${q(outcome)} führt kein Weg mehr.`),
    whichOutcome: outcomes => `Welches Ziel meinst du: ${names(outcomes, 'or')}?`,
    noOutcomes: 'Hier gibt es nur ein Ziel.',
    whatNote: 'Was soll ich aufschreiben? Sag „Notiz“ und dann deinen Satz.',
    noteTooLong: (count, most) =>
      `Eine Notiz hat höchstens ${number(most)} Zeichen, diese hat ${number(count)}. Es wurde nichts notiert: Teil sie in mehrere Notizen auf.`,
    whatUsed: 'Wie viel hast du wovon verbraucht? Sag zum Beispiel „2 Stück Leder verbraucht“.',
    whatMissing: 'Was fehlt dir? Sag zum Beispiel „mir fehlt Faden“.',
    noteNowhere: 'Geh erst zu einem Schritt, damit ich weiß, wozu die Notiz gehört.',
    didYouMean: labels =>
      labels.length === 1 ? `Meinst du: ${labels.join('')}?` : `Meinst du eines davon? ${labels.join(', ')}`,
    unknown: 'Das habe ich nicht verstanden. Versuch es mit einem dieser Sätze:',
    unknownAloud: sentences => `Das habe ich nicht verstanden. Du kannst sagen: ${words.list(sentences, 'or')}.`,
    tooLong: 'Das war etwas viel auf einmal. Sag es bitte in einem kurzen Satz.',
    empty: 'Ich habe nichts gehört. Was möchtest du tun?',
    noSuchStep: (n, total) =>
      `Einen Schritt ${number(n)} gibt es nicht, die Schritte gehen von 1 bis ${number(total)}.`,
    noStepNamed: name => `Ich finde keinen Schritt namens ${q(name)}. Sag „zeig alle Schritte“, um alle zu sehen.`,
    notYet: 'Das geht hier nicht.',
    stepsOpen: steps => `Gerade offen: ${names(steps)}.`,
  },
  readings: {
    help: () => ['Sehen, was du sagen kannst', 'Hilfe'],
    status: () => ['Zeigen, wie weit du bist', 'Status'],
    where_am_i: () => ['Sagen, wo du bist', 'wo bin ich?'],
    next: () => ['Zum nächsten Schritt', 'weiter'],
    previous: () => ['Einen Schritt zurück', 'zurück'],
    complete: step =>
      step === null ? ['Den Schritt abschließen', 'fertig'] : [`${q(step)} abschließen`, `${step} ist fertig`],
    skip: step =>
      step === null
        ? ['Den Schritt überspringen', 'Schritt überspringen']
        : [`${q(step)} überspringen`, `überspringe ${step}`],
    fail: step =>
      step === null
        ? ['Festhalten, dass der Schritt misslungen ist', 'Schritt misslungen']
        : [`Festhalten, dass ${q(step)} misslungen ist`, `${step} ist misslungen`],
    goto: step =>
      step === null ? ['Zu einem anderen Schritt', 'zeig alle Schritte'] : [`Zu ${q(step)} gehen`, `gehe zu ${step}`],
    list_steps: () => ['Alle Schritte zeigen', 'zeig alle Schritte'],
    overview: () => ['Den Überblick zeigen', 'Überblick'],
    list_materials: () => ['Das Material zeigen', 'welches Material brauche ich?'],
    list_tools: () => ['Das Werkzeug zeigen', 'welches Werkzeug brauche ich?'],
    list_resources: () => ['Sehen, was du brauchst', 'was brauche ich?'],
    instructions: () => ['Erklären, wie es geht', 'Anleitung'],
    tips: () => ['Tipps geben', 'Tipps'],
    warnings: () => ['Warnungen zeigen', 'Warnungen'],
    time_remaining: () => ['Erfahren, wie lange es noch dauert', 'wie lange noch?'],
    suggest: () => ['Vorschlagen, was du tun kannst', 'was soll ich tun?'],
    path: outcome =>
      outcome === null
        ? ['Den besten Weg zeigen', 'bester Weg']
        : [`Den Weg zu ${q(outcome)} zeigen`, `Weg zu ${outcome}`],
    what_if: option =>
      option === null ? null : [`Zeigen, wohin ${q(option)} führt`, `was wäre, wenn ich ${option} wähle?`],
    decide: option => (option === null ? null : [`${q(option)} wählen`, `wähle ${option}`]),
    select_outcome: outcome => (outcome === null ? null : [`${q(outcome)} als Ziel nehmen`, `ich will ${outcome}`]),
    start_timer: (name, amount) =>
      !amount
        ? ['Einen Timer stellen', 'Timer starten']
        : name === null
          ? [`Einen Timer auf ${amount} stellen`, `Timer ${amount}`]
          : [`Einen Timer auf ${amount} stellen: ${q(name)}`, `Timer auf ${amount} namens ${name}`],
    pause_timer: name =>
      name === null
        ? ['Den Timer anhalten', 'Timer anhalten']
        : [`Den Timer ${q(name)} anhalten`, `Timer ${name} anhalten`],
    resume_timer: name =>
      name === null
        ? ['Den Timer weiterlaufen lassen', 'Timer fortsetzen']
        : [`Den Timer ${q(name)} weiterlaufen lassen`, `Timer ${name} fortsetzen`],
    extend_timer: (name, amount) => {
      const more = amount ?? '5 Minuten'
      return name === null
        ? [`Den Timer um ${more} verlängern`, `${more} mehr`]
        : [`Den Timer ${q(name)} um ${more} verlängern`, `verlängere den Timer ${name} um ${more}`]
    },
    stop_timer: name =>
      name === null
        ? ['Den Timer ausschalten', 'Timer stoppen']
        : [`Den Timer ${q(name)} ausschalten`, `Timer ${name} stoppen`],
    list_timers: () => ['Die Timer zeigen', 'zeig die Timer'],
    add_note: text => (text === null ? ['Etwas notieren', 'Notiz'] : [`${q(text)} notieren`, `Notiz: ${text}`]),
    record_usage: (thing, amount) =>
      thing === null || !amount
        ? null
        : [`Notieren, dass du ${amount} ${q(thing)} verbraucht hast`, `${amount} ${thing} verbraucht`],
    report_shortage: thing => (thing === null ? null : [`Sagen, dass ${q(thing)} fehlt`, `${thing} fehlt`]),
    history: () => ['Sehen, was gemacht wurde', 'Verlauf'],
    undo: () => ['Das Letzte zurücknehmen', 'rückgängig'],
    pause: () => ['Pause machen', 'Pause'],
    resume: () => ['Weitermachen', 'weitermachen'],
    cancel: () => ['Endgültig abbrechen', 'abbrechen'],
    repeat: () => ['Noch einmal sagen', 'noch einmal'],
    yes: () => ['Ja', 'ja'],
    no: () => ['Nein', 'nein'],
  },
}
