import { boxPreset } from '../box-preset.ts'
import type { Calls, Ready } from './call.ts'
import { everybody, fellows, maker, right, superusers } from './rule.ts'
import { newName } from './stage.ts'

const about = 'installation' as const
const anyone = { about, may: everybody } as const
const code = () => newName().toLowerCase().replace(' ', '_')
const color_scheme = { version: 1, primary: '#8A4B16' }

const withTheme: Ready = async (stage, piece) => ({
  ...piece,
  theme: (await stage.owner.themes.create({ body: { name: newName(), color_scheme } })).id,
})
const withProject: Ready = async (stage, piece) => ({
  ...piece,
  project: (await stage.owner.projects.create({ body: { name: newName() } })).id,
})
const withValue: Ready = async (stage, piece) => {
  const body = { code: code(), display_text: 'On hold' }
  await stage.superuser.enums.create({ params: { type: piece.type }, body })
  return { ...piece, code: body.code }
}

const ofTheme = { about, ready: withTheme, params: ({ theme = 0 }) => ({ id: theme }) } satisfies Partial<
  Calls<'themes'>['themes.get']
>
const ofProject = {
  about,
  may: fellows,
  ready: withProject,
  params: ({ project = 0 }) => ({ id: project }),
} satisfies Calls<'projects'>['projects.get']

export const installationCalls: Calls<'themes' | 'stepTypes' | 'enums' | 'projects' | 'presets' | 'events' | 'home'> = {
  'themes.list': anyone,
  'themes.create': { ...anyone, body: () => ({ name: newName(), color_scheme }) },
  'themes.get': { ...ofTheme, may: everybody },
  'themes.update': { ...ofTheme, may: maker, body: () => ({ description: newName() }) },
  'themes.delete': { ...ofTheme, may: maker },

  'stepTypes.list': anyone,
  'enums.list': anyone,
  'enums.create': { about, may: superusers, body: () => ({ code: code(), display_text: 'On hold' }) },
  'enums.update': { about, may: superusers, ready: withValue, body: () => ({ display_text: newName() }) },
  'enums.delete': { about, may: superusers, ready: withValue },

  'events.list': anyone,
  'home.home': anyone,

  'projects.list': anyone,
  'projects.create': { ...anyone, body: () => ({ name: newName() }) },
  'projects.get': ofProject,
  'projects.update': { ...ofProject, body: () => ({ description: newName() }) },
  'projects.delete': ofProject,

  'presets.library': anyone,
  'presets.import': { about, may: superusers, body: () => boxPreset(newName()) },
  'presets.validate': { ...anyone, body: () => boxPreset(newName()), changesNothing: true },
  'presets.fromWorkflow': { about: 'workflow', may: right('edit'), changesNothing: true },
  'presets.export': { about: 'workflow', may: right('edit') },
}
