import type { Texts } from '../texts.ts'
import { words } from './words.ts'

const { quoted: q, names, duration, about } = words

export const guiding: Pick<Texts, 'options' | 'situations' | 'gestures'> = {
  options: {
    complete: step => ({ label: `Terminer : ${step}`, description: 'Marquer cette étape comme terminée' }),
    pass: step => ({ label: `Contrôle réussi : ${step}`, description: 'C’est conforme' }),
    failCheck: step => ({ label: `Contrôle raté : ${step}`, description: 'Il faut reprendre le travail' }),
    choose: (option, next, minutes) => ({
      label: `Choisir : ${option}`,
      description:
        next === null
          ? 'Le travail s’arrête là'
          : `On continue avec ${q(next)}, encore ${about(minutes)} à partir de là`,
    }),
    goTo: (step, isActive) => ({
      label: `Aller à : ${step}`,
      description: isActive ? 'Continuer cette étape' : 'Commencer cette étape',
    }),
    lookBack: step => ({ label: `Revoir : ${step}`, description: 'Revoir cette étape, sans rien changer' }),
    skip: step => ({ label: `Sauter : ${step}`, description: 'Continuer sans cette étape' }),
    pause: { label: 'Faire une pause', description: 'S’arrêter maintenant et reprendre plus tard' },
    resume: { label: 'Reprendre', description: 'Continuer là où tu t’es arrêté' },
    undo: { label: 'Annuler', description: 'Revenir sur ta dernière action' },
    cancel: { label: 'Abandonner', description: 'Arrêter pour de bon, sans pouvoir reprendre' },
  },
  situations: {
    begin: ({ step }) => ({
      primary: `Tout est prêt pour ${q(step)}.`,
      message: `C’est parti ! Commence par ${q(step)}.`,
      reason: 'C’est la première étape',
    }),
    working: ({ step }) => ({
      primary: `Tu en es à ${q(step)}.`,
      message: `Prends ton temps pour ${q(step)} et dis « terminé » quand tu as fini.`,
      reason: 'Étape en cours',
    }),
    last: ({ step }) => ({
      primary: `${q(step)} est la dernière étape.`,
      message: `Tu y es presque : plus que ${q(step)} et c’est fini.`,
      reason: 'Dernière étape',
    }),
    goal: ({ step }) => ({
      primary: `Tu es arrivé au but : ${q(step)}.`,
      message: `Regarde bien ton travail, puis termine ${q(step)}.`,
      reason: 'L’objectif est atteint',
    }),
    milestone: ({ step }) => ({
      primary: `${q(step)} est une étape clé.`,
      message: `Prends ton temps pour ${q(step)} : après, une bonne partie sera derrière toi.`,
      reason: 'Étape clé en cours',
    }),
    decision: ({ step, options }) => ({
      primary: `${q(step)} : à toi de choisir.`,
      message: `Il faut choisir pour ${q(step)} : ${names(options, 'or')}.`,
      reason: 'Un choix est nécessaire',
    }),
    check: ({ step }) => ({
      primary: `Regarde bien : ${q(step)}.`,
      message: `Contrôle soigneusement ${q(step)}, puis dis si c’est bon.`,
      reason: 'Contrôle en cours',
    }),
    waiting: ({ step, left, other }) => ({
      primary: `${q(step)} demande encore ${duration(left)}.`,
      message:
        other === null
          ? `Il n’y a plus qu’à attendre pour ${q(step)} : fais une pause.`
          : `Pendant que ${q(step)} suit son cours, tu peux avancer ${q(other)}.`,
      reason: 'Le temps d’attente court encore',
    }),
    wait_over: ({ step }) => ({
      primary: `L’attente est finie pour ${q(step)}.`,
      message: `Vérifie que c’est prêt, puis termine ${q(step)}.`,
      reason: 'Le temps d’attente est écoulé',
    }),
    deadline: ({ step, left }) => ({
      primary:
        left === null ? `Le délai pour ${q(step)} est passé.` : `Il reste ${duration(left)} pour faire ${q(step)}.`,
      message:
        left === null
          ? `Regarde si ${q(step)} est encore possible et note ce que tu vois.`
          : `Fais ${q(step)} tout de suite, avant la fin du délai.`,
      reason: left === null ? 'Le délai est dépassé' : 'Le délai expire bientôt',
    }),
    looking_back: ({ step, open }) => ({
      primary: `Tu regardes de nouveau ${q(step)}.`,
      message: `Pour continuer, retourne à ${names(open, 'or')}.`,
      reason: 'Cette étape est déjà faite',
    }),
    ready: ({ step }) => ({
      primary: `${q(step)} est prête à commencer.`,
      message: `Continue avec ${q(step)}.`,
      reason: 'L’étape suivante est prête',
    }),
    lag: ({ step, left }) => ({
      primary: `${q(step)} pourra commencer dans ${duration(left)}.`,
      message: `Fais une pause en attendant ${q(step)}.`,
      reason: 'Le temps d’attente court encore',
    }),
    stuck: () => ({
      primary: 'Il n’y a rien à faire pour le moment.',
      message: 'Regarde la liste des étapes pour voir où tu en es.',
      reason: 'Aucune étape n’est ouverte',
    }),
    paused: ({ step }) => ({
      primary: 'Tu es en pause.',
      message:
        step === null ? 'Dis « reprendre » pour continuer.' : `Dis « reprendre » pour continuer avec ${q(step)}.`,
      reason: 'Le travail est en pause',
    }),
    timeout: () => ({
      primary: 'Ce travail a duré plus longtemps que prévu.',
      message: 'Si tu veux le finir, dis « reprendre ».',
      reason: 'Le temps est écoulé',
    }),
    completed: ({ outcome }) => ({
      primary: outcome === null ? 'Bravo, tu as terminé !' : `Bravo, tu as réussi : ${q(outcome)} !`,
      message: 'Note ce que tu ferais autrement, et recommence quand tu veux.',
      reason: 'Tout est terminé',
    }),
    failed: () => ({
      primary: 'Cette fois, ça n’a pas marché.',
      message: 'Tu peux annuler ta dernière action et essayer un autre chemin.',
      reason: 'Aucun objectif n’a été atteint',
    }),
    cancelled: () => ({
      primary: 'Ce travail a été abandonné.',
      message: 'Il n’y a plus rien à faire ici. Tu peux recommencer quand tu veux.',
      reason: 'Le travail a été abandonné',
    }),
  },
  gestures: {
    unknown: (gesture, known) => `Je ne connais pas le geste ${q(gesture)}. Je connais ${words.list(known)}.`,
    guidance: step => `Voici comment faire ${q(step)}.`,
  },
}
