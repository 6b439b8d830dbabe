import type { Texts } from '../texts.ts'
import { words } from './words.ts'

const { counted, quoted: q, names, number, duration, exactly } = words

const undone = {
  complete: (step: string) => `${step} est de nouveau à faire.`,
  pass: (step: string) => `${step} n’est plus noté comme réussi.`,
  not_pass: (step: string) => `${step} n’est plus noté comme raté.`,
  decide: (step: string) => `Le choix fait à l’étape ${step} est annulé.`,
  skip: (step: string) => `L’étape ${step} n’est plus sautée.`,
  fail: (step: string) => `L’étape ${step} n’est plus notée comme ratée.`,
  navigate: (step: string) => `Le saut vers ${step} est annulé.`,
}

export const doing: Pick<Texts, 'done' | 'questions' | 'timers' | 'happened' | 'when'> = {
  done: {
    completed: step => `${q(step)}, c’est fait.`,
    passed: step => `${q(step)} : contrôle réussi.`,
    failedCheck: step => `${q(step)} : contrôle raté, c’est noté.`,
    decided: option => `Vous avez choisi ${q(option)}.`,
    skipped: step => `On saute ${q(step)}.`,
    failed: step => `C’est noté : l’étape ${q(step)} est ratée.`,
    wentTo: (step, n) => `Vous voilà à l’étape ${number(n)}, ${q(step)}.`,
    lookingAt: (step, n) => `Revoici l’étape ${number(n)}, ${q(step)}.`,
    turned: left => `On passe à une autre étape ouverte ; ${q(left)} reste ouverte.`,
    skippedOnTheWay: skipped => `Étapes sautées en chemin : ${names(skipped)}.`,
    undone: (deed, step) =>
      step !== null && deed in undone
        ? undone[deed as keyof typeof undone](q(step))
        : 'Votre dernière action est annulée.',
    notesStay: notes =>
      `Les notes restent : ${notes.map(q).join(', ')}. Si ce n’est plus exact, ajoutez une note qui le dit.`,
    paused: 'C’est la pause. Tout reste tel quel.',
    resumed: 'Vous revoilà, on continue.',
    cancelled: 'Le travail est abandonné.',
    noted: step => `C’est noté à l’étape ${q(step)}.`,
    used: (amount, name) => `C’est noté, vous avez utilisé ceci : ${q(name)}, ${amount}.`,
    usedNote: (amount, name) => `Utilisé : ${name}, ${amount}`,
    missingNote: name => `Il manque : ${name}`,
    missing: name => `C’est noté, il manque : ${q(name)}.`,
    outcome: name => `Votre objectif est maintenant ${q(name)}.`,
    again: steps =>
      steps.length === 1
        ? `L’étape ${names(steps)} est à refaire.`
        : `${counted(steps.length, ['étape est', 'étapes sont'])} à refaire : ${names(steps)}.`,
    next: steps =>
      steps.length > 1 ? `Ensuite, dans l’ordre que vous voulez : ${names(steps)}.` : `Ensuite : ${names(steps)}.`,
    nextDecision: (step, options) => `Ensuite, à vous de choisir à l’étape ${q(step)} : ${names(options, 'or')}.`,
    nextCheck: step => `Ensuite : ${q(step)}. Vérifiez avec soin, puis dites si c’est réussi ou raté.`,
    nextWait: (step, minutes, other) =>
      other === null
        ? `Ensuite : ${q(step)}. Il faut ${duration(minutes)}.`
        : `Ensuite : ${q(step)}. Il faut ${duration(minutes)} ; en attendant, vous pouvez passer à ${q(other)}.`,
    waitsFor: (step, minutes) => `${q(step)} pourra commencer dans ${duration(minutes)}.`,
    ended: outcome =>
      outcome === null
        ? 'C’était la dernière étape. Bravo !'
        : `C’était la dernière étape. Bravo, c’est réussi : ${q(outcome)} !`,
    endedFailed:
      'Aucun chemin ne mène plus loin : le travail est dans une impasse. Dites « annuler » pour essayer autrement.',
  },
  questions: {
    cancel: (done, total) =>
      `Voulez-vous vraiment abandonner pour de bon ? Vous avez fait ${counted(done, ['étape', 'étapes'])} sur ${number(total)}, et vous ne pourrez pas reprendre. Dites oui ou non.`,
    skip: step => `Vous avez déjà commencé l’étape ${q(step)}. Voulez-vous quand même la sauter ? Dites oui ou non.`,
    fail: step => `Dois-je noter que l’étape ${q(step)} est ratée ? Dites oui ou non.`,
    jump: (step, skipped) =>
      `Pour aller à ${q(step)}, il faudrait sauter ${names(skipped)}. Est-ce bien ce que vous voulez ? Dites oui ou non.`,
    undo: count => `Dois-je annuler vos ${number(count)} dernières actions ? Dites oui ou non.`,
    early: (step, minutes) =>
      `Pour ${q(step)}, il faut encore attendre ${duration(minutes)}. Voulez-vous continuer quand même ? Dites oui ou non.`,
    verdict: step => `${q(step)} : est-ce réussi ? Dites oui ou non.`,
    dropped: 'D’accord, rien n’a changé.',
    nothingAsked: 'Je n’ai pas posé de question. Que voulez-vous faire ?',
    changedMeanwhile: 'Quelque chose a changé depuis ma question, je n’ai donc rien fait. Redites-le, s’il vous plaît.',
  },
  timers: {
    started: minutes => `Minuteur lancé pour ${exactly(minutes)}`,
    paused: minutes => `Minuteur en pause, il reste ${duration(minutes)}`,
    resumed: minutes => `Le minuteur repart, il reste ${duration(minutes)}`,
    extended: minutes => `Il reste maintenant ${duration(minutes)} au minuteur`,
    stopped: 'Minuteur arrêté',
    none: 'Aucun minuteur ne tourne.',
    which: labels => `Quel minuteur : ${names(labels, 'or')} ?`,
    howLong: 'Pour combien de temps ? Dites par exemple « minuteur 10 minutes ».',
    running: (label, minutes) => `${q(label)} : il reste ${duration(minutes)}.`,
    isPaused: (label, minutes) => `${q(label)} : en pause, il reste ${duration(minutes)}.`,
    isOver: (label, minutes) =>
      minutes < 1 ? `${q(label)} : c’est l’heure.` : `${q(label)} : terminé ${words.ago(minutes)}.`,
    unnamed: 'minuteur',
  },
  happened: {
    start: () => 'Début du travail',
    navigate: step => `Passage à ${q(step ?? '')}`,
    complete: step => `Étape ${q(step ?? '')} terminée`,
    pass: step => `Contrôle réussi : ${q(step ?? '')}`,
    not_pass: step => `Contrôle raté : ${q(step ?? '')}`,
    decide: (step, chosen) => (chosen === null ? `Choix fait à l’étape ${q(step ?? '')}` : `Choix : ${q(chosen)}`),
    skip: step => `Étape ${q(step ?? '')} sautée`,
    fail: step => `Étape ${q(step ?? '')} ratée`,
    undo: step => (step === null ? 'Action annulée' : `Action annulée à l’étape ${q(step)}`),
    pause: () => 'Mise en pause',
    resume: () => 'Reprise',
    cancel: () => 'Abandon',
    time_out: () => 'Temps écoulé',
    set_variables: () => 'Détails modifiés',
    select_outcome: () => 'Objectif choisi',
    note: step => `Note ajoutée à l’étape ${q(step ?? '')}`,
    start_timer: () => 'Minuteur lancé',
    pause_timer: () => 'Minuteur en pause',
    resume_timer: () => 'Minuteur relancé',
    extend_timer: () => 'Minuteur rallongé',
    stop_timer: () => 'Minuteur arrêté',
    move: () => 'Passage à une version plus récente',
  },
  when: (sentence, ago) => `${sentence}, ${ago}`,
}
