import type { Texts } from '../texts.ts'
import { dative, words } from './words.ts'

const { counted, quoted: q, names, number, duration, exactly } = words

const undone = {
  complete: (step: string) => `${step} ist wieder offen.`,
  pass: (step: string) => `${step} gilt nicht mehr als bestanden.`,
  not_pass: (step: string) => `Das „nicht bestanden“ bei ${step} ist zurückgenommen.`,
  decide: (step: string) => `Die Wahl bei ${step} ist zurückgenommen.`,
  skip: (step: string) => `${step} ist nicht mehr übersprungen.`,
  fail: (step: string) => `${step} gilt nicht mehr als misslungen.`,
  navigate: (step: string) => `Der Sprung zu ${step} ist zurückgenommen.`,
}

export const doing: Pick<Texts, 'done' | 'questions' | 'timers' | 'happened' | 'when'> = {
  done: {
    completed: step => `${q(step)} ist erledigt.`,
    passed: step => `${q(step)} ist bestanden.`,
    failedCheck: step => `${q(step)} ist nicht bestanden, das ist notiert.`,
    decided: option => `Du hast ${q(option)} gewählt.`,
    skipped: step => `${q(step)} ist übersprungen.`,
    failed: step => `Notiert: ${q(step)} ist misslungen.`,
    wentTo: (step, n) => `Du bist jetzt bei Schritt ${number(n)}, ${q(step)}.`,
    lookingAt: (step, n) => `Hier noch einmal Schritt ${number(n)}, ${q(step)}.`,
    turned: left => `Weiter mit einem anderen offenen Schritt; ${q(left)} bleibt offen.`,
    skippedOnTheWay: skipped => `Unterwegs übersprungen: ${names(skipped)}.`,
    undone: (deed, step) =>
      step !== null && deed in undone ? undone[deed as keyof typeof undone](q(step)) : 'Das Letzte ist zurückgenommen.',
    notesStay: notes =>
      `Notizen bleiben stehen: ${notes.map(q).join(', ')}. Stimmt das nicht mehr, dann notiere, wie es ist.`,
    paused: 'Pause. Es bleibt alles, wie es ist.',
    resumed: 'Schön, dass du wieder da bist.',
    cancelled: 'Der Durchlauf ist abgebrochen.',
    noted: step => `Bei ${q(step)} notiert.`,
    used: (amount, name) => `Notiert: ${amount} ${q(name)} verbraucht.`,
    usedNote: (amount, name) => `Verbraucht: ${name}, ${amount}`,
    missingNote: name => `Fehlt: ${name}`,
    missing: name => `Notiert: ${q(name)} fehlt.`,
    outcome: name => `Dein Ziel ist jetzt ${q(name)}.`,
    again: steps =>
      steps.length === 1
        ? `${names(steps)} ist noch einmal zu machen.`
        : `${counted(steps.length, ['Schritt ist', 'Schritte sind'])} noch einmal zu machen: ${names(steps)}.`,
    next: steps =>
      steps.length > 1 ? `Als Nächstes, in beliebiger Reihenfolge: ${names(steps)}.` : `Als Nächstes: ${names(steps)}.`,
    nextDecision: (step, options) => `Als Nächstes entscheidest du bei ${q(step)}: ${names(options, 'or')}.`,
    nextCheck: step => `Als Nächstes: ${q(step)}. Sieh genau hin und sag dann, ob es passt.`,
    nextWait: (step, minutes, other) =>
      other === null
        ? `Als Nächstes: ${q(step)}. Das braucht ${duration(minutes)}.`
        : `Als Nächstes: ${q(step)}. Das braucht ${duration(minutes)}, inzwischen kannst du mit ${q(other)} weitermachen.`,
    waitsFor: (step, minutes) => `Mit ${q(step)} kannst du in ${dative(duration(minutes))} anfangen.`,
    ended: outcome =>
      outcome === null
        ? 'Das war der letzte Schritt. Gut gemacht!'
        : `Das war der letzte Schritt. Gut gemacht, ${q(outcome)} ist fertig!`,
    endedFailed:
      'Von hier führt kein Weg weiter, der Durchlauf ist gescheitert. Sag „rückgängig“, um einen anderen Weg zu versuchen.',
  },
  questions: {
    cancel: (done, total) =>
      `Willst du wirklich endgültig abbrechen? ${number(done)} von ${number(total)} Schritten ${done === 1 ? 'ist' : 'sind'} geschafft, und weitermachen geht danach nicht mehr. Sag ja oder nein.`,
    skip: step => `Mit ${q(step)} hast du schon angefangen. Trotzdem überspringen? Sag ja oder nein.`,
    fail: step => `Soll ich festhalten, dass ${q(step)} misslungen ist? Sag ja oder nein.`,
    jump: (step, skipped) =>
      `Auf dem Weg zu ${q(step)} würdest du ${names(skipped)} überspringen. Willst du das? Sag ja oder nein.`,
    undo: count => `Soll ich deine letzten ${number(count)} Aktionen zurücknehmen? Sag ja oder nein.`,
    early: (step, minutes) =>
      `Bei ${q(step)} musst du noch ${duration(minutes)} warten. Trotzdem schon jetzt? Sag ja oder nein.`,
    verdict: step => `Ist ${q(step)} bestanden? Sag ja oder nein.`,
    dropped: 'Gut, es bleibt alles, wie es ist.',
    nothingAsked: 'Es ist gerade keine Frage offen. Was möchtest du tun?',
    changedMeanwhile:
      'Seit meiner Frage hat sich etwas geändert, deshalb habe ich nichts getan. Sag es bitte noch einmal.',
  },
  timers: {
    started: minutes => `Timer auf ${exactly(minutes)} gestellt`,
    paused: minutes => `Timer angehalten, noch ${duration(minutes)}`,
    resumed: minutes => `Der Timer läuft weiter, noch ${duration(minutes)}`,
    extended: minutes => `Der Timer läuft jetzt noch ${duration(minutes)}`,
    stopped: 'Timer ausgeschaltet',
    none: 'Es läuft kein Timer.',
    which: labels => `Welchen Timer meinst du: ${names(labels, 'or')}?`,
    howLong: 'Wie lange? Sag zum Beispiel „Timer 10 Minuten“.',
    running: (label, minutes) => `${q(label)}: noch ${duration(minutes)}.`,
    isPaused: (label, minutes) => `${q(label)}: angehalten, noch ${duration(minutes)}.`,
    isOver: (label, minutes) =>
      minutes < 1 ? `${q(label)}: Die Zeit ist um.` : `${q(label)}: Die Zeit war ${words.ago(minutes)} um.`,
    unnamed: 'Timer',
  },
  happened: {
    start: () => 'Angefangen',
    navigate: step => `Zu ${q(step ?? '')} gegangen`,
    complete: step => `${q(step ?? '')} erledigt`,
    pass: step => `${q(step ?? '')} bestanden`,
    not_pass: step => `${q(step ?? '')} nicht bestanden`,
    decide: (step, chosen) => (chosen === null ? `Bei ${q(step ?? '')} entschieden` : `${q(chosen)} gewählt`),
    skip: step => `${q(step ?? '')} übersprungen`,
    fail: step => `${q(step ?? '')} misslungen`,
    undo: step => (step === null ? 'Etwas zurückgenommen' : `${q(step)} zurückgenommen`),
    pause: () => 'Pause gemacht',
    resume: () => 'Weitergemacht',
    cancel: () => 'Abgebrochen',
    time_out: () => 'Zeit abgelaufen',
    set_variables: () => 'Angaben geändert',
    select_outcome: () => 'Ziel gewählt',
    note: step => `Bei ${q(step ?? '')} etwas notiert`,
    start_timer: () => 'Timer gestellt',
    pause_timer: () => 'Timer angehalten',
    resume_timer: () => 'Timer fortgesetzt',
    extend_timer: () => 'Timer verlängert',
    stop_timer: () => 'Timer ausgeschaltet',
    move: () => 'Auf eine neuere Fassung gewechselt',
  },
  when: (sentence, ago) => `${sentence}, ${ago}`,
}
