import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id } from '../http/schemas.ts'
import { NewTheme, Theme, ThemeChanges, ThemeSummary } from './theme.schemas.ts'

const params = Closed({ id: Id })

export const themeRoutes = {
  list: route({
    method: 'GET',
    path: '/workflows/themes',
    summary: 'The themes of the system and your own.',
    access: 'user',
    status: 200,
    response: Type.Array(ThemeSummary),
  }),
  create: route({
    method: 'POST',
    path: '/workflows/themes',
    summary: 'Make a theme of your own; a superuser also one of the system.',
    access: 'user',
    atStations: false,
    body: NewTheme,
    status: 201,
    response: Theme,
  }),
  get: route({
    method: 'GET',
    path: '/workflows/themes/:id',
    summary: 'One theme, also somebody else’s that a workflow has, with the colours that are shown.',
    access: 'user',
    params,
    status: 200,
    response: Theme,
  }),
  update: route({
    method: 'PUT',
    path: '/workflows/themes/:id',
    summary: 'Change any subset of the fields of your theme.',
    access: 'user',
    versioned: true,
    params,
    body: ThemeChanges,
    status: 200,
    response: Theme,
  }),
  delete: route({
    method: 'DELETE',
    path: '/workflows/themes/:id',
    summary: 'Remove your theme; workflows that have it (`workflow_count`) go without one.',
    access: 'user',
    versioned: true,
    params,
    status: 204,
  }),
}
