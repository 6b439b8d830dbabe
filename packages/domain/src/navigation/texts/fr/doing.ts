import type { Texts } from '../texts.ts'
import { words } from './words.ts'

const { counted, quoted: q, names, number, duration } = words

const undone = {
  complete: (step: string) => `${step} est de nouveau à faire.`,
  decide: (step: string) => `Le choix fait à ${step} est annulé.`,
  skip: (step: string) => `${step} n’est plus sautée.`,
  fail: (step: string) => `L’échec de ${step} est annulé.`,
  navigate: (step: string) => `Le saut vers ${step} est annulé.`,
}

export const doing: Pick<Texts, 'done' | 'questions' | 'timers' | 'happened' | 'when'> = {
  done: {
    completed: step => `${q(step)}, c’est fait.`,
    passed: step => `${q(step)} : contrôle réussi.`,
    failedCheck: step => `${q(step)} : contrôle raté, c’est noté.`,
    decided: option => `Tu as choisi ${q(option)}.`,
    skipped: step => `On saute ${q(step)}.`,
    failed: step => `C’est noté : ${q(step)} a échoué.`,
    wentTo: (step, n) => `Te voilà à l’étape ${number(n)}, ${q(step)}.`,
    lookingAt: (step, n) => `Revoici l’étape ${number(n)}, ${q(step)}.`,
    jumped: (step, skipped) =>
      skipped.length === 0 ? `Te voilà à ${q(step)}.` : `Te voilà à ${q(step)}. Étapes sautées : ${names(skipped)}.`,
    undone: (type, step) =>
      step !== null && type in undone
        ? undone[type as keyof typeof undone](q(step))
        : 'Ta dernière action est annulée.',
    paused: 'C’est la pause. Tout reste comme c’est.',
    resumed: 'Content de te revoir.',
    cancelled: 'Le travail est abandonné.',
    noted: step => `C’est noté pour ${q(step)}.`,
    used: (amount, name) => `C’est noté, tu as utilisé ${amount} : ${q(name)}.`,
    usedNote: (amount, name) => `Utilisé : ${amount}, ${name}`,
    missingNote: name => `Il manque : ${name}`,
    missing: name => `C’est noté, il manque : ${q(name)}.`,
    outcome: name => `Ton objectif est maintenant ${q(name)}.`,
    next: steps => (steps.length > 1 ? `Tu peux continuer avec ${names(steps, 'or')}.` : `Ensuite : ${names(steps)}.`),
    openElsewhere: steps => `Encore à faire : ${names(steps)}.`,
    waitsFor: (step, minutes) => `${q(step)} pourra commencer dans ${duration(minutes)}.`,
    ended: outcome =>
      outcome === null
        ? 'C’était la dernière étape. Bravo !'
        : `C’était la dernière étape. Bravo, tu as réussi : ${q(outcome)} !`,
    endedFailed:
      'Aucun chemin ne mène plus loin : le travail est dans une impasse. Dis « annuler » pour essayer autrement.',
  },
  questions: {
    cancel: (done, total) =>
      `Tu veux vraiment abandonner pour de bon ? Tu as fait ${counted(done, ['étape', 'étapes'])} sur ${number(total)}, et tu ne pourras pas reprendre. Dis oui ou non.`,
    skip: step => `Tu as déjà commencé ${q(step)}. La sauter quand même ? Dis oui ou non.`,
    fail: step => `Je note que ${q(step)} a échoué ? Dis oui ou non.`,
    jump: (step, skipped) => `Pour aller à ${q(step)}, il faudrait sauter ${names(skipped)}. Tu veux ? Dis oui ou non.`,
    undo: count => `J’annule tes ${number(count)} dernières actions ? Dis oui ou non.`,
    early: (step, minutes) =>
      `${q(step)} demande encore ${duration(minutes)}. Terminer quand même maintenant ? Dis oui ou non.`,
    verdict: step => `Le contrôle ${q(step)} est-il réussi ? Dis oui ou non.`,
    dropped: 'D’accord, rien n’a changé.',
    nothingAsked: 'Je n’ai pas posé de question. Qu’est-ce que tu veux faire ?',
    changedMeanwhile: 'Quelque chose a changé depuis ma question, alors je n’ai rien fait. Redis-le, s’il te plaît.',
  },
  timers: {
    started: (label, minutes) => `Minuteur ${q(label)} lancé pour ${duration(minutes)}.`,
    paused: (label, minutes) => `Minuteur ${q(label)} en pause, il reste ${duration(minutes)}.`,
    resumed: (label, minutes) => `Le minuteur ${q(label)} repart, il reste ${duration(minutes)}.`,
    extended: (label, minutes) => `Il reste maintenant ${duration(minutes)} au minuteur ${q(label)}.`,
    stopped: label => `Le minuteur ${q(label)} est arrêté.`,
    none: 'Aucun minuteur ne tourne.',
    which: labels => `Quel minuteur : ${names(labels, 'or')} ?`,
    howLong: 'Pour combien de temps ? Dis par exemple « minuteur 10 minutes ».',
    running: (label, minutes) => `${q(label)} : encore ${duration(minutes)}.`,
    isPaused: (label, minutes) => `${q(label)} : en pause, reste ${duration(minutes)}.`,
    isOver: (label, minutes) =>
      minutes < 1 ? `${q(label)} : c’est l’heure.` : `${q(label)} : fini ${words.ago(minutes)}.`,
    unnamed: 'minuteur',
  },
  happened: {
    start: () => 'Début du travail',
    navigate: step => `Passage à ${q(step ?? '')}`,
    complete: step => `${q(step ?? '')} terminée`,
    decide: step => `Choix fait à ${q(step ?? '')}`,
    skip: step => `${q(step ?? '')} sautée`,
    fail: step => `${q(step ?? '')} ratée`,
    undo: step => (step === null ? 'Une action annulée' : `${q(step)} annulée`),
    pause: () => 'Mise en pause',
    resume: () => 'Reprise',
    cancel: () => 'Abandon',
    time_out: () => 'Temps écoulé',
    set_variables: () => 'Détails modifiés',
    select_outcome: () => 'Objectif choisi',
    note: step => `Note ajoutée à ${q(step ?? '')}`,
    start_timer: () => 'Minuteur lancé',
    pause_timer: () => 'Minuteur en pause',
    resume_timer: () => 'Minuteur relancé',
    extend_timer: () => 'Minuteur rallongé',
    stop_timer: () => 'Minuteur arrêté',
    move: () => 'Passage à une version plus récente',
  },
  when: (sentence, ago) => `${sentence}, ${ago}`,
}
