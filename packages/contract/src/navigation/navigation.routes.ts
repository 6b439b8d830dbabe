import { pathAims } from '@hidesync/domain/navigation/paths/path'
import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, oneOf } from '../http/schemas.ts'
import { CommandAnswer, Gesture, GestureAnswer, Sentence, VoiceAnswer } from './command.schemas.ts'
import { NavigationContext, PathAnalysis, StepGuidance, Suggestion } from './navigation.schemas.ts'

const params = Closed({ id: Id })

/** Sentences and gestures: 200 also where nothing was understood or done, `success` says it. */
const spoken = { method: 'POST', access: 'user', versioned: true, params, status: 200 } as const

export const navigationRoutes = {
  context: route({
    method: 'GET',
    path: '/workflows/executions/:id/context',
    summary: 'Where the run stands, what can be done now, how far it is, and what to do next.',
    access: 'user',
    params,
    status: 200,
    response: NavigationContext,
  }),
  guidance: route({
    method: 'GET',
    path: '/workflows/executions/:id/steps/:step_id/guidance',
    summary: 'How a step is done: instructions, what it needs, tips, warnings, what can be chosen.',
    access: 'user',
    params: Closed({ id: Id, step_id: Id }),
    status: 200,
    response: StepGuidance,
  }),
  suggestion: route({
    method: 'GET',
    path: '/workflows/executions/:id/suggestion',
    summary: 'What to do next, and why.',
    access: 'user',
    params,
    status: 200,
    response: Suggestion,
  }),
  path: route({
    method: 'GET',
    path: '/workflows/executions/:id/path',
    summary: 'The best way from here to an outcome, and others; with `options` only ways on which these are chosen.',
    access: 'user',
    params,
    query: Closed({
      target_outcome_id: Type.Optional(Id),
      by: Type.Optional(oneOf(pathAims)),
      options: Type.Optional(
        Type.String({
          pattern: '^[1-9]\\d{0,15}(,[1-9]\\d{0,15})*$',
          maxLength: 500,
          description: 'ids of options, separated by commas; several of one decision are taken in turn, one a visit',
        }),
      ),
    }),
    status: 200,
    response: PathAnalysis,
  }),
  command: route({
    path: '/workflows/executions/:id/command',
    summary: 'Say in everyday words what you want to know or do; English, German, French and Spanish.',
    body: Sentence,
    response: CommandAnswer,
    ...spoken,
  }),
  voice: route({
    path: '/workflows/executions/:id/voice',
    summary: 'The same for a sentence that was spoken, with an answer to be spoken.',
    body: Sentence,
    response: VoiceAnswer,
    ...spoken,
  }),
  gesture: route({
    path: '/workflows/executions/:id/gesture',
    summary: 'Do what a gesture on the step stands for.',
    body: Gesture,
    response: GestureAnswer,
    ...spoken,
  }),
}
