import type { Texts } from '../texts.ts'
import { dative, words } from './words.ts'

const { quoted: q, names, duration, about } = words

export const guiding: Pick<Texts, 'options' | 'situations' | 'gestures'> = {
  options: {
    complete: step => ({ label: `Fertig: ${step}`, description: 'Diesen Schritt abschließen' }),
    pass: step => ({ label: `Bestanden: ${step}`, description: 'Es passt so' }),
    failCheck: step => ({ label: `Nicht bestanden: ${step}`, description: 'Es muss nachgebessert werden' }),
    choose: (option, next, minutes) => ({
      label: `Wählen: ${option}`,
      description:
        next === null ? 'Damit endet die Arbeit' : `Weiter geht es mit ${q(next)}, von dort noch ${about(minutes)}`,
    }),
    goTo: (step, isActive) => ({
      label: `Gehe zu: ${step}`,
      description: isActive ? 'Mit diesem Schritt weitermachen' : 'Mit diesem Schritt anfangen',
    }),
    lookBack: step => ({
      label: `Zurückblicken: ${step}`,
      description: 'Den Schritt noch einmal ansehen; geändert wird nichts',
    }),
    skip: step => ({ label: `Überspringen: ${step}`, description: 'Ohne diesen Schritt weitermachen' }),
    pause: { label: 'Pause machen', description: 'Jetzt anhalten und später weitermachen' },
    resume: { label: 'Weitermachen', description: 'Da weitermachen, wo du aufgehört hast' },
    undo: { label: 'Rückgängig', description: 'Das Letzte zurücknehmen' },
    cancel: { label: 'Abbrechen', description: 'Endgültig aufhören; danach geht es hier nicht weiter' },
  },
  situations: {
    begin: ({ step }) => ({
      primary: `Alles bereit für ${q(step)}.`,
      message: `Es kann losgehen! Fang mit ${q(step)} an.`,
      reason: 'Das ist der erste Schritt',
    }),
    working: ({ step }) => ({
      primary: `Du bist gerade bei ${q(step)}.`,
      message: `Lass dir Zeit mit ${q(step)} und sag „fertig“, wenn du so weit bist.`,
      reason: 'Der Schritt ist in Arbeit',
    }),
    last: ({ step }) => ({
      primary: `${q(step)} ist der letzte Schritt.`,
      message: `Gleich geschafft: nur noch ${q(step)}.`,
      reason: 'Das ist der letzte Schritt',
    }),
    goal: ({ step }) => ({
      primary: `Du bist am Ziel: ${q(step)}.`,
      message: `Sieh dir alles noch einmal an und schließ ${q(step)} dann ab.`,
      reason: 'Das Ziel ist erreicht',
    }),
    milestone: ({ step }) => ({
      primary: `${q(step)} ist ein Meilenstein.`,
      message: `Lass dir Zeit mit ${q(step)}. Danach liegt ein gutes Stück hinter dir.`,
      reason: 'Ein Meilenstein ist in Arbeit',
    }),
    decision: ({ step, options }) => ({
      primary: `${q(step)}: Jetzt bist du dran.`,
      message: `Bei ${q(step)} musst du dich entscheiden: ${names(options, 'or')}.`,
      reason: 'Hier ist eine Entscheidung fällig',
    }),
    check: ({ step }) => ({
      primary: `Jetzt wird geprüft: ${q(step)}.`,
      message: `Sieh bei ${q(step)} genau hin und sag dann, ob es passt.`,
      reason: 'Die Prüfung steht an',
    }),
    waiting: ({ step, left, other }) => ({
      primary: `${q(step)} braucht noch ${duration(left)}.`,
      message:
        other === null
          ? `${q(step)} braucht seine Zeit. Wenn dabei nichts zu tun ist, mach ruhig Pause.`
          : `Während ${q(step)} seine Zeit braucht, kannst du mit ${q(other)} weitermachen.`,
      reason: 'Die Wartezeit läuft noch',
    }),
    wait_over: ({ step }) => ({
      primary: `Die Wartezeit bei ${q(step)} ist um.`,
      message: `Sieh nach, ob alles so weit ist, und schließ ${q(step)} dann ab.`,
      reason: 'Die Wartezeit ist um',
    }),
    deadline: ({ step, left }) => ({
      primary:
        left === null
          ? `Mit ${q(step)} sollte schon angefangen sein.`
          : `Mit ${q(step)} musst du innerhalb von ${dative(duration(left))} anfangen.`,
      message:
        left === null
          ? `Schau, ob es mit ${q(step)} noch geht, und notier, was dir auffällt.`
          : `Fang mit ${q(step)} an, bevor die Zeit um ist.`,
      reason: left === null ? 'Die Frist ist verstrichen' : 'Die Frist läuft bald ab',
    }),
    looking_back: ({ step, open }) => ({
      primary: `Du siehst dir gerade noch einmal ${q(step)} an.`,
      message: `Weiter geht es bei ${names(open, 'or')}.`,
      reason: 'Dieser Schritt ist schon erledigt',
    }),
    ready: ({ step }) => ({
      primary: `Du kannst mit ${q(step)} anfangen.`,
      message: `Mach mit ${q(step)} weiter.`,
      reason: 'Der nächste Schritt ist bereit',
    }),
    lag: ({ step, left }) => ({
      primary: `Mit ${q(step)} kannst du in ${dative(duration(left))} anfangen.`,
      message: `Mach Pause, bis ${q(step)} dran ist.`,
      reason: 'Die Wartezeit läuft noch',
    }),
    stuck: () => ({
      primary: 'Im Moment gibt es nichts zu tun.',
      message: 'Schau dir die Liste der Schritte an, dann siehst du, wo du stehst.',
      reason: 'Es ist kein Schritt offen',
    }),
    paused: ({ step }) => ({
      primary: 'Du machst gerade Pause.',
      message:
        step === null ? 'Sag „weiter“, wenn es weitergehen soll.' : `Sag „weiter“, dann geht es bei ${q(step)} weiter.`,
      reason: 'Es ist Pause',
    }),
    timeout: () => ({
      primary: 'Dieser Durchlauf hat länger gedauert als vorgesehen.',
      message: 'Wenn du ihn noch beenden willst, sag „weiter“.',
      reason: 'Die Zeit ist abgelaufen',
    }),
    completed: ({ outcome }) => ({
      primary: outcome === null ? 'Gut gemacht, du bist fertig!' : `Gut gemacht, ${q(outcome)} ist fertig!`,
      message: 'Notier dir, was du nächstes Mal anders machen würdest. Du kannst jederzeit neu anfangen.',
      reason: 'Alles ist abgeschlossen',
    }),
    failed: () => ({
      primary: 'Diesmal hat es nicht geklappt.',
      message: 'Du kannst das Letzte zurücknehmen und einen anderen Weg versuchen.',
      reason: 'Es wurde kein Ziel erreicht',
    }),
    cancelled: () => ({
      primary: 'Dieser Durchlauf wurde abgebrochen.',
      message: 'Hier gibt es nichts mehr zu tun. Du kannst jederzeit neu anfangen.',
      reason: 'Es wurde abgebrochen',
    }),
  },
  gestures: {
    unknown: (gesture, known) => `Die Geste ${q(gesture)} kenne ich nicht. Ich kenne ${words.list(known)}.`,
    guidance: step => `So geht ${q(step)}.`,
  },
}
