import type { Texts } from '../texts.ts'
import { stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration, about } = words

export const answering: Pick<Texts, 'answers' | 'readings'> = {
  answers: {
    help: 'Voici ce que tu peux dire :',
    helpLines: [
      ['aide', 'Montre ce que tu peux dire'],
      ['statut', 'Montre où tu en es'],
      ['suivant', 'Passe à l’étape suivante'],
      ['retour', 'Montre l’étape d’avant'],
      ['terminé', 'Termine l’étape'],
      ['sauter cette étape', 'Continue sans elle'],
      ['va à l’étape 3', 'Va à une étape, par son numéro ou son nom'],
      ['montre les étapes', 'Montre toutes les étapes'],
      ['de quoi ai-je besoin ?', 'Montre le matériel et les outils'],
      ['instructions', 'Explique comment faire'],
      ['conseils', 'Donne des conseils pour l’étape'],
      ['combien de temps reste-t-il ?', 'Dit combien de temps il faut encore'],
      ['note : …', 'Écrit quelque chose pour l’étape'],
      ['annuler', 'Revient sur ta dernière action'],
      ['pause', 'Fait une pause'],
    ],
    status: ({ workflow, done, total, percent }) =>
      `${workflow} : ${counted(done, ['étape faite', 'étapes faites'])} sur ${number(total)}, soit ${number(percent)} pour cent.`,
    youAreAt: (step, n, total) => `Tu es à l’étape ${number(n)} sur ${number(total)}, ${q(step)}.`,
    stepIs: (step, status) => `L’étape ${q(step)} est ${stepStatuses[status]}.`,
    nowhere: 'Aucune étape n’est affichée pour le moment.',
    left: minutes => `Encore ${about(minutes)}.`,
    leftAtMost: (minutes, most) => `Il reste ${about(minutes)}, ${duration(most)} au plus.`,
    waitLeft: (step, minutes) => `${q(step)} demande encore ${duration(minutes)}.`,
    nothingLeft: 'Il n’y a plus rien à faire.',
    elapsed: minutes => `Tu y travailles depuis ${about(minutes)}.`,
    after: (step, next) => `Après ${q(step)}, il y a ${names(next, 'or')}.`,
    afterDecision: step => `La suite de ${q(step)}, c’est toi qui la choisis.`,
    nothingAfter: step => `Il n’y a plus rien après ${q(step)}.`,
    finishFirst: step => `Dis « terminé » quand tu as fini ${q(step)}.`,
    nothingBefore: 'Il n’y a pas d’étape avant celle-ci.',
    steps: (workflow, count) => `${workflow} a ${counted(count, ['étape', 'étapes'])} :`,
    materials: step => `Matériel pour ${q(step)} :`,
    tools: step => `Outils pour ${q(step)} :`,
    resources: step => `Ce qu’il te faut pour ${q(step)} :`,
    noMaterials: step => `Il ne te faut aucun matériel pour ${q(step)}.`,
    noTools: step => `Il ne te faut aucun outil pour ${q(step)}.`,
    noResources: step => `Il ne te faut rien de particulier pour ${q(step)}.`,
    need: (amount, name) => `${name} : ${amount}`,
    optional: 'facultatif',
    youNeed: things => `Il te faut ${things}.`,
    noInstructions: step => `Il n’y a pas d’instructions pour ${q(step)}.`,
    tips: step => `Conseils pour ${q(step)} :`,
    noTips: step => `Il n’y a pas de conseils pour ${q(step)}.`,
    warnings: step => `Attention à ceci pour ${q(step)} :`,
    noWarnings: step => `Il n’y a rien de spécial à surveiller pour ${q(step)}.`,
    suggests: message => message,
    historyEmpty: 'Rien n’a encore été fait.',
    history: 'Voici ce qui vient d’être fait :',
    options: (step, options) => `${q(step)} : tu as le choix entre ${names(options)}.`,
    noDecision: 'Il n’y a rien à choisir pour le moment.',
    option: ({ option, next, minutes, outcome }) =>
      next === null
        ? `Avec ${q(option)}, le travail s’arrêterait là.`
        : `Avec ${q(option)}, on continue par ${q(next)}. À partir de là, il faut ${about(minutes)}${outcome === null ? '' : `, et tu obtiens ${q(outcome)}`}.`,
    path: ({ outcome, count, minutes }) =>
      `Le meilleur chemin${outcome === null ? ' jusqu’au bout' : ` vers ${q(outcome)}`} compte ${counted(count, ['étape', 'étapes'])} et prend ${about(minutes)}.`,
    pathSteps: steps => `Il passe par ${names(steps)}.`,
    pathChoose: (step, option) => `À ${q(step)}, choisis ${q(option)}.`,
    noPath: outcome =>
      outcome === null ? 'Aucun chemin ne mène plus loin.' : `Plus aucun chemin ne mène à ${q(outcome)}.`,
    whichOutcome: outcomes => `De quel objectif parles-tu : ${names(outcomes, 'or')} ?`,
    noOutcomes: 'Il n’y a qu’un seul objectif ici.',
    whatNote: 'Qu’est-ce que je note ? Dis « note » puis ta phrase.',
    whatUsed: 'Combien as-tu utilisé, et de quoi ? Dis par exemple « utilisé 2 pièces de cuir ».',
    whatMissing: 'Qu’est-ce qui manque ? Dis par exemple « il manque du fil ».',
    noteNowhere: 'Va d’abord à une étape, pour que je sache où l’écrire.',
    didYouMean: labels =>
      labels.length === 1
        ? `Tu veux dire : ${labels.join('')} ?`
        : `Tu veux dire l’une de ces choses ? ${labels.join(', ')}`,
    unknown: 'Je n’ai pas bien compris. Essaie l’une de ces phrases, ou dis « aide ».',
    tooLong: 'C’était un peu long. Redis-le en une phrase courte, s’il te plaît.',
    empty: 'Je n’ai rien entendu. Qu’est-ce que tu veux faire ?',
    noSuchStep: (n, total) => `Il n’y a pas d’étape ${number(n)}, elles vont de 1 à ${number(total)}.`,
    noStepNamed: name => `Je ne trouve pas d’étape appelée ${q(name)}. Dis « montre les étapes » pour les voir toutes.`,
    notYet: 'Ce n’est pas possible ici.',
    stepsOpen: steps => `À faire maintenant : ${names(steps)}.`,
  },
  readings: {
    help: () => ['Voir ce que tu peux dire', 'aide'],
    status: () => ['Voir où tu en es', 'statut'],
    where_am_i: () => ['Savoir où tu es', 'où suis-je ?'],
    next: () => ['Passer à l’étape suivante', 'suivant'],
    previous: () => ['Revenir à l’étape d’avant', 'retour'],
    complete: step => (step === null ? ['Terminer l’étape', 'terminé'] : [`Terminer ${q(step)}`, `termine ${step}`]),
    skip: step => (step === null ? ['Sauter l’étape', 'sauter cette étape'] : [`Sauter ${q(step)}`, `saute ${step}`]),
    fail: () => ['Signaler que l’étape a échoué', 'étape ratée'],
    goto: step => (step === null ? ['Changer d’étape', 'montre les étapes'] : [`Aller à ${q(step)}`, `va à ${step}`]),
    list_steps: () => ['Voir toutes les étapes', 'montre les étapes'],
    overview: () => ['Voir l’ensemble', 'vue d’ensemble'],
    list_materials: () => ['Voir le matériel', 'de quel matériel ai-je besoin ?'],
    list_tools: () => ['Voir les outils', 'de quels outils ai-je besoin ?'],
    list_resources: () => ['Voir ce qu’il te faut', 'de quoi ai-je besoin ?'],
    instructions: () => ['Expliquer comment faire', 'instructions'],
    tips: () => ['Donner des conseils', 'conseils'],
    warnings: () => ['Voir les avertissements', 'avertissements'],
    time_remaining: () => ['Savoir combien de temps il reste', 'combien de temps reste-t-il ?'],
    suggest: () => ['Proposer quoi faire', 'que dois-je faire ?'],
    path: outcome =>
      outcome === null
        ? ['Voir le meilleur chemin', 'meilleur chemin']
        : [`Voir le chemin vers ${q(outcome)}`, `chemin vers ${outcome}`],
    what_if: option =>
      option === null
        ? ['Voir où mènent les choix', 'et si ?']
        : [`Voir où mène ${q(option)}`, `et si je choisis ${option} ?`],
    decide: option => (option === null ? ['Choisir', 'choix'] : [`Choisir ${q(option)}`, `choisis ${option}`]),
    select_outcome: outcome =>
      outcome === null
        ? ['Choisir un objectif', 'objectif']
        : [`Prendre ${q(outcome)} comme objectif`, `objectif ${outcome}`],
    start_timer: () => ['Lancer un minuteur', 'lance un minuteur'],
    pause_timer: () => ['Mettre le minuteur en pause', 'mets le minuteur en pause'],
    resume_timer: () => ['Relancer le minuteur', 'relance le minuteur'],
    extend_timer: () => ['Rallonger le minuteur', 'ajoute 5 minutes'],
    stop_timer: () => ['Arrêter le minuteur', 'arrête le minuteur'],
    list_timers: () => ['Voir les minuteurs', 'montre les minuteurs'],
    add_note: () => ['Écrire une note', 'note'],
    record_usage: () => ['Noter ce que tu as utilisé', 'utilisé'],
    report_shortage: () => ['Dire qu’il manque quelque chose', 'il manque'],
    history: () => ['Voir ce qui a été fait', 'historique'],
    undo: () => ['Annuler ta dernière action', 'annuler'],
    pause: () => ['Faire une pause', 'pause'],
    resume: () => ['Reprendre', 'reprendre'],
    cancel: () => ['Abandonner pour de bon', 'abandonner'],
    repeat: () => ['Répéter', 'répète'],
    yes: () => ['Oui', 'oui'],
    no: () => ['Non', 'non'],
  },
}
