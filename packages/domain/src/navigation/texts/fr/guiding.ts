import type { Texts } from '../texts.ts'
import { words } from './words.ts'

const { quoted: q, names, duration, about } = words

export const guiding: Pick<Texts, 'options' | 'situations' | 'gestures'> = {
  options: {
    complete: step => ({ label: `Terminer : ${step}`, description: 'Marquer cette étape comme terminée' }),
    pass: step => ({ label: `Contrôle réussi : ${step}`, description: 'C’est conforme' }),
    failCheck: step => ({ label: `Contrôle raté : ${step}`, description: 'Il y a quelque chose à corriger' }),
    choose: (option, next, minutes) => ({
      label: `Choisir : ${option}`,
      description:
        next === null
          ? 'Le travail s’arrête là'
          : `On continue avec ${q(next)} ; à partir de là, il reste ${about(minutes)}`,
    }),
    goTo: (step, isActive) => ({
      label: `Aller à : ${step}`,
      description: isActive ? 'Continuer cette étape' : 'Commencer cette étape',
    }),
    lookBack: step => ({ label: `Revoir : ${step}`, description: 'Revoir cette étape, sans rien changer' }),
    skip: step => ({ label: `Sauter : ${step}`, description: 'Continuer sans cette étape' }),
    pause: { label: 'Faire une pause', description: 'S’arrêter maintenant et reprendre plus tard' },
    resume: { label: 'Reprendre', description: 'Continuer là où vous en étiez' },
    undo: { label: 'Annuler', description: 'Revenir sur votre dernière action' },
    cancel: { label: 'Abandonner', description: 'Arrêter pour de bon, sans pouvoir reprendre' },
  },
  situations: {
    begin: ({ step }) => ({
      primary: `Tout est prêt pour ${q(step)}.`,
      message: `C’est parti ! Commencez par ${q(step)}.`,
      reason: 'C’est la première étape',
    }),
    working: ({ step }) => ({
      primary: `Vous en êtes à ${q(step)}.`,
      message: `Prenez votre temps pour ${q(step)} et dites « terminé » quand vous aurez fini.`,
      reason: 'Étape en cours',
    }),
    last: ({ step }) => ({
      primary: `${q(step)} est la dernière étape.`,
      message: `Vous y êtes presque : il ne reste que ${q(step)}.`,
      reason: 'Dernière étape',
    }),
    goal: ({ step }) => ({
      primary: `Vous voilà au but : ${q(step)}.`,
      message: `${q(step)} : regardez bien votre travail, puis dites « terminé ».`,
      reason: 'L’objectif est atteint',
    }),
    milestone: ({ step }) => ({
      primary: `${q(step)} est une étape clé.`,
      message: `Prenez votre temps pour ${q(step)} : ensuite, une bonne partie du travail sera derrière vous.`,
      reason: 'Étape clé en cours',
    }),
    decision: ({ step, options }) => ({
      primary: `${q(step)} : à vous de choisir.`,
      message: `Pour ${q(step)}, il faut choisir : ${names(options, 'or')}.`,
      reason: 'Un choix est nécessaire',
    }),
    check: ({ step }) => ({
      primary: `Regardez bien : ${q(step)}.`,
      message: `Pour ${q(step)}, vérifiez avec soin, puis dites si c’est réussi ou raté.`,
      reason: 'Contrôle en cours',
    }),
    waiting: ({ step, left, other }) => ({
      primary: `${q(step)} demande encore ${duration(left)}.`,
      message:
        other === null
          ? `${q(step)} prend du temps. S’il n’y a rien à surveiller, faites une pause.`
          : `Pendant que ${q(step)} suit son cours, vous pouvez passer à ${q(other)}.`,
      reason: 'Le temps d’attente court encore',
    }),
    wait_over: ({ step }) => ({
      primary: `L’attente est finie pour ${q(step)}.`,
      message: `${q(step)} : vérifiez que c’est prêt, puis dites « terminé ».`,
      reason: 'Le temps d’attente est écoulé',
    }),
    deadline: ({ step, left }) => ({
      primary:
        left === null
          ? `Le délai pour commencer ${q(step)} est passé.`
          : `Il vous reste ${duration(left)} pour commencer ${q(step)}.`,
      message:
        left === null
          ? `Voyez si ${q(step)} est encore possible et notez ce que vous constatez.`
          : `Commencez ${q(step)} avant la fin du délai.`,
      reason: left === null ? 'Le délai est dépassé' : 'Le délai expire bientôt',
    }),
    looking_back: ({ step, open }) => ({
      primary: `Vous revoyez ${q(step)}.`,
      message: `Pour continuer, retournez à ${names(open, 'or')}.`,
      reason: 'Cette étape est déjà faite',
    }),
    ready: ({ step }) => ({
      primary: `Vous pouvez commencer ${q(step)}.`,
      message: `Continuez avec ${q(step)}.`,
      reason: 'L’étape suivante est prête',
    }),
    lag: ({ step, left }) => ({
      primary: `${q(step)} pourra commencer dans ${duration(left)}.`,
      message: `Faites une pause en attendant ${q(step)}.`,
      reason: 'Le temps d’attente court encore',
    }),
    stuck: () => ({
      primary: 'Il n’y a rien à faire pour le moment.',
      message: 'Regardez la liste des étapes pour voir où vous en êtes.',
      reason: 'Aucune étape n’est ouverte',
    }),
    paused: ({ step }) => ({
      primary: 'Vous êtes en pause.',
      message:
        step === null ? 'Dites « reprendre » pour continuer.' : `Dites « reprendre » pour continuer avec ${q(step)}.`,
      reason: 'Le travail est en pause',
    }),
    timeout: () => ({
      primary: 'Ce travail a duré plus longtemps que prévu.',
      message: 'Si vous voulez le finir, dites « reprendre ».',
      reason: 'Le temps est écoulé',
    }),
    completed: ({ outcome }) => ({
      primary: outcome === null ? 'Bravo, vous avez terminé !' : `Bravo, c’est réussi : ${q(outcome)} !`,
      message: 'Notez ce que vous feriez autrement, et recommencez quand vous voudrez.',
      reason: 'Tout est terminé',
    }),
    failed: () => ({
      primary: 'Cette fois, ça n’a pas marché.',
      message: 'Vous pouvez annuler votre dernière action et essayer un autre chemin.',
      reason: 'Aucun objectif n’a été atteint',
    }),
    cancelled: () => ({
      primary: 'Ce travail a été abandonné.',
      message: 'Il n’y a plus rien à faire ici. Vous pouvez recommencer quand vous voulez.',
      reason: 'Le travail a été abandonné',
    }),
  },
  gestures: {
    unknown: (gesture, known) => `Je ne connais pas le geste ${q(gesture)}. Je connais ${words.list(known)}.`,
    guidance: step => `Voici comment faire ${q(step)}.`,
  },
}
