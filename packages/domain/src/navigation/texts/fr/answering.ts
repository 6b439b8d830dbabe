import type { Texts } from '../texts.ts'
import { of, stepStatuses, words } from './words.ts'

const { quoted: q, names, number, counted, duration, about } = words

export const answering: Pick<Texts, 'answers' | 'readings'> = {
  answers: {
    help: 'Voici ce que vous pouvez dire :',
    helpLines: [
      ['aide', 'Montre ce que vous pouvez dire'],
      ['statut', 'Montre où vous en êtes'],
      ['suivant', 'Dit ce qui vient ensuite, ou passe à une autre étape ouverte'],
      ['retour', 'Montre l’étape précédente'],
      ['terminé', 'Termine l’étape'],
      ['sauter cette étape', 'Continue sans elle'],
      ['va à l’étape 3', 'Va à une étape, par son numéro ou son nom'],
      ['montre les étapes', 'Montre toutes les étapes'],
      ['de quoi ai-je besoin ?', 'Montre le matériel et les outils'],
      ['instructions', 'Explique comment faire'],
      ['conseils', 'Donne des conseils pour l’étape'],
      ['combien de temps reste-t-il ?', 'Dit combien de temps il faut encore'],
      ['note : …', 'Note quelque chose à cette étape'],
      ['annuler', 'Annule votre dernière action'],
      ['pause', 'Met le travail en pause'],
    ],
    status: ({ workflow, done, total, percent }) =>
      `${workflow} : vous avez fait ${counted(done, ['étape', 'étapes'])} sur ${number(total)} au plus, soit ${number(percent)} pour cent.`,
    youAreAt: (step, n) => `Vous en êtes à l’étape ${number(n)}, ${q(step)}.`,
    stepIs: (step, status) => `L’étape ${q(step)} est ${stepStatuses[status]}.`,
    nowhere: 'Vous n’êtes à aucune étape pour le moment.',
    left: minutes => `Il reste ${about(minutes)}.`,
    leftAtMost: (minutes, most) => `Il reste ${about(minutes)}, ${duration(most)} au plus.`,
    leftWithWaits: (work, until) => `Il reste ${about(work)} de travail, ${about(until)} avec les attentes.`,
    waitLeft: (step, minutes) => `${q(step)} demande encore ${duration(minutes)}.`,
    nothingLeft: 'Il n’y a plus rien à faire.',
    elapsed: minutes => `Vous y travaillez depuis ${about(minutes)}.`,
    after: (step, next) => `Après ${q(step)}, on passe à ${names(next)}.`,
    afterDecision: step => `Après ${q(step)}, c’est vous qui choisissez la suite.`,
    nothingAfter: step => `Il n’y a plus rien après ${q(step)}.`,
    finishFirst: step => `Dites « terminé » quand vous aurez fini ${q(step)}.`,
    nothingBefore: 'Il n’y a pas d’étape avant celle-ci.',
    steps: (workflow, count) => `${workflow} compte ${counted(count, ['étape', 'étapes'])} :`,
    materials: step => `Matériel pour ${q(step)} :`,
    tools: step => `Outils pour ${q(step)} :`,
    resources: step => `Ce qu’il vous faut pour ${q(step)} :`,
    noMaterials: step => `Pour ${q(step)}, il ne vous faut aucun matériel.`,
    noTools: step => `Pour ${q(step)}, il ne vous faut aucun outil.`,
    noResources: step => `Il n’y a pas de liste pour ${q(step)} : voyez les instructions.`,
    optional: 'facultatif',
    youNeed: things => `Il vous faut : ${things}.`,
    needsIn: (step, thing) => `${thing} pour ${q(step)}`,
    needsNot: (step, thing) => `Pour ${q(step)}, ceci ne sert pas : ${thing}.`,
    needsNoMore: thing => `D’ici la fin, ceci ne sert plus : ${thing}.`,
    noInstructions: step => `Il n’y a pas d’instructions pour ${q(step)}.`,
    tips: step => `Conseils pour ${q(step)} :`,
    noTips: step => `Il n’y a pas de conseils pour ${q(step)}.`,
    warnings: step => `Précautions pour ${q(step)} :`,
    noWarnings: step => `Il n’y a pas de précaution particulière à prendre pour ${q(step)}.`,
    suggests: message => message,
    historyEmpty: 'Rien n’a encore été fait.',
    history: 'Voici ce qui vient d’être fait :',
    options: (step, options) => `${q(step)} : vous avez le choix entre ${names(options)}.`,
    noDecision: 'Il n’y a rien à choisir pour le moment.',
    noCheck: 'Il n’y a rien à contrôler pour le moment. Dites « terminé » quand l’étape est finie.',
    option: ({ option, next, minutes, outcome }) =>
      next === null
        ? `Avec ${q(option)}, le travail s’arrêterait là.`
        : `Avec ${q(option)}, on continue par ${q(next)}. À partir de là, il faut ${about(minutes)}${outcome === null ? '' : `, et vous obtenez ${q(outcome)}`}.`,
    path: ({ outcome, count, minutes }) =>
      `Le meilleur chemin${outcome === null ? ' jusqu’au bout' : ` vers ${q(outcome)}`} compte ${counted(count, ['étape', 'étapes'])} et prend ${about(minutes)}.`,
    pathSteps: steps => `Il passe par ${names(steps)}.`,
    pathChoose: (step, option) => `À l’étape ${q(step)}, choisissez ${q(option)}.`,
    noPath: outcome =>
      outcome === null ? 'Aucun chemin ne mène plus loin.' : `Plus aucun chemin ne mène à ${q(outcome)}.`,
    whichOutcome: outcomes => `De quel objectif parlez-vous : ${names(outcomes, 'or')} ?`,
    noOutcomes: 'Il n’y a qu’un seul objectif ici.',
    whatNote: 'Que faut-il noter ? Dites « note », puis votre phrase.',
    noteTooLong: (count, most) =>
      `Une note a au plus ${number(most)} caractères, celle-ci en a ${number(count)}. Rien n’a été noté${words.colon} répartissez-la sur plusieurs notes.`,
    whatUsed: 'Qu’avez-vous utilisé, et combien ? Dites par exemple « utilisé 2 pièces de cuir ».',
    whatMissing: 'Qu’est-ce qui vous manque ? Dites par exemple « il manque du fil ».',
    noteNowhere: 'Allez d’abord à une étape, pour que je sache où ranger la note.',
    didYouMean: labels =>
      labels.length === 1
        ? `Vouliez-vous dire : ${labels.join('')} ?`
        : `Vouliez-vous dire l’une de ces choses ? ${labels.join(', ')}`,
    unknown: 'Je n’ai pas compris. Essayez l’une de ces phrases :',
    unknownAloud: sentences => `Je n’ai pas compris. Vous pouvez dire : ${words.list(sentences, 'or')}.`,
    tooLong: 'C’était un peu long. Redites-le en une phrase courte, s’il vous plaît.',
    empty: 'Je n’ai rien entendu. Que voulez-vous faire ?',
    noSuchStep: (n, total) => `Il n’y a pas d’étape ${number(n)} : elles vont de 1 à ${number(total)}.`,
    noStepNamed: name =>
      `Je ne trouve pas d’étape appelée ${q(name)}. Dites « montre les étapes » pour les voir toutes.`,
    notYet: 'Ce n’est pas possible ici.',
    stepsOpen: steps => `À faire maintenant : ${names(steps)}.`,
  },
  readings: {
    help: () => ['Voir ce que vous pouvez dire', 'aide'],
    status: () => ['Voir où vous en êtes', 'statut'],
    where_am_i: () => ['Savoir où vous êtes', 'où suis-je ?'],
    next: () => ['Passer à l’étape suivante', 'suivant'],
    previous: () => ['Revoir l’étape précédente', 'retour'],
    complete: step => (step === null ? ['Terminer l’étape', 'terminé'] : [`Terminer ${q(step)}`, `termine ${step}`]),
    skip: step => (step === null ? ['Sauter l’étape', 'sauter cette étape'] : [`Sauter ${q(step)}`, `saute ${step}`]),
    fail: step =>
      step === null
        ? ['Signaler que l’étape est ratée', 'étape ratée']
        : [`Signaler que l’étape ${q(step)} est ratée`, `l’étape ${step} est ratée`],
    goto: step => (step === null ? ['Changer d’étape', 'montre les étapes'] : [`Aller à ${q(step)}`, `va à ${step}`]),
    list_steps: () => ['Voir toutes les étapes', 'montre les étapes'],
    overview: () => ['Avoir une vue d’ensemble', 'vue d’ensemble'],
    list_materials: () => ['Voir le matériel', 'de quel matériel ai-je besoin ?'],
    list_tools: () => ['Voir les outils', 'de quels outils ai-je besoin ?'],
    list_resources: () => ['Voir ce qu’il vous faut', 'de quoi ai-je besoin ?'],
    instructions: () => ['Voir comment faire', 'instructions'],
    tips: () => ['Voir les conseils', 'conseils'],
    warnings: () => ['Voir les avertissements', 'avertissements'],
    time_remaining: () => ['Savoir combien de temps il reste', 'combien de temps reste-t-il ?'],
    suggest: () => ['Savoir quoi faire', 'qu’est-ce que je fais maintenant ?'],
    path: outcome =>
      outcome === null
        ? ['Voir le meilleur chemin', 'meilleur chemin']
        : [`Voir le chemin vers ${q(outcome)}`, `chemin vers ${outcome}`],
    what_if: option => (option === null ? null : [`Voir où mène ${q(option)}`, `et si je choisis ${option} ?`]),
    decide: option => (option === null ? null : [`Choisir ${q(option)}`, `choisis ${option}`]),
    select_outcome: outcome =>
      outcome === null ? null : [`Prendre ${q(outcome)} comme objectif`, `je veux arriver à ${outcome}`],
    start_timer: (name, amount) =>
      !amount
        ? ['Lancer un minuteur', 'lance un minuteur']
        : name === null
          ? [`Lancer un minuteur de ${amount}`, `minuteur de ${amount}`]
          : [
              `Lancer un minuteur de ${amount}${words.colon} ${q(name)}`,
              `lance un minuteur de ${amount} nommé ${name}`,
            ],
    pause_timer: name =>
      name === null
        ? ['Mettre le minuteur en pause', 'mets le minuteur en pause']
        : [`Mettre le minuteur ${q(name)} en pause`, `mets le minuteur ${name} en pause`],
    resume_timer: name =>
      name === null
        ? ['Relancer le minuteur', 'relance le minuteur']
        : [`Relancer le minuteur ${q(name)}`, `relance le minuteur ${name}`],
    extend_timer: (name, amount) => {
      const more = amount ?? '5 minutes'
      return name === null
        ? [`Ajouter ${more} au minuteur`, `ajoute ${more}`]
        : [`Ajouter ${more} au minuteur ${q(name)}`, `ajoute ${more} au minuteur ${name}`]
    },
    stop_timer: name =>
      name === null
        ? ['Arrêter le minuteur', 'arrête le minuteur']
        : [`Arrêter le minuteur ${q(name)}`, `arrête le minuteur ${name}`],
    list_timers: () => ['Voir les minuteurs', 'montre les minuteurs'],
    add_note: text => (text === null ? ['Écrire une note', 'note'] : [`Noter ${q(text)}`, `note : ${text}`]),
    record_usage: (thing, amount) =>
      thing === null || !amount
        ? null
        : [`Noter que vous avez utilisé ceci : ${q(thing)}, ${amount}`, `utilisé ${amount} ${of(thing)}`],
    report_shortage: thing => (thing === null ? null : [`Dire qu’il manque ${q(thing)}`, `il manque ${thing}`]),
    history: () => ['Voir ce qui a été fait', 'historique'],
    undo: () => ['Annuler votre dernière action', 'annuler'],
    pause: () => ['Faire une pause', 'pause'],
    resume: () => ['Reprendre', 'reprendre'],
    cancel: () => ['Abandonner pour de bon', 'abandonner'],
    repeat: () => ['Répéter', 'répète'],
    yes: () => ['Oui', 'oui'],
    no: () => ['Non', 'non'],
  },
}
