import type { ErrorCode } from '@hidesync/contract/http/errors'
import { boxPreset } from '../box-preset.ts'
import { send } from '../answers.ts'
import type { Piece } from './piece.ts'
import { newName, type Stage } from './stage.ts'

type Prefix =
  | 'workflow'
  | 'revision'
  | 'share'
  | 'link'
  | 'rating'
  | 'comment'
  | 'proposal'
  | 'merge'
  | 'upstream'
  | 'theme'
  | 'translation'
  | 'enum'
  | 'project'
  | 'preset'

/** What workflows, and what belongs to them, may be refused with. Moving takes a run: it has tests of its own. */
export type WalkedCode = Exclude<Extract<ErrorCode, `${Prefix}.${string}`>, 'revision.not_movable'>

interface Case {
  /** Sends what is refused; `at` is a public workflow of the owner's, for this alone. */
  readonly request: (by: Sender, at: Piece) => Promise<Response>
  readonly detail: RegExp
}

/** As the superuser unless stated. */
export class Sender {
  constructor(readonly stage: Stage) {}

  send(method: string, path: string, body?: unknown, token: string = this.stage.cast.superuser.token) {
    return send(this.stage.app, path, { method, token, ...(body === undefined ? {} : { body }) })
  }

  /** The same, of what has to go well for the refusal to come. */
  async done(method: string, path: string, body?: unknown, token?: string): Promise<{ readonly id: number }> {
    const response = await this.send(method, path, body, token)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} was refused: ${text}`)
    return (text === '' ? { id: 0 } : JSON.parse(text)) as { id: number }
  }
}

const none = 999_999_999
const color_scheme = { version: 1, primary: '#8A4B16' }

/** Sends it twice, with one body. */
const twice = async (by: Sender, method: string, path: string, body: unknown) => {
  await by.done(method, path, body)
  return by.send(method, path, body)
}

const newWorkflow = async (by: Sender) => (await by.done('POST', '/workflows', { name: newName() })).id

export const refusalCases: Readonly<Record<WalkedCode, Case>> = {
  'workflow.not_found': {
    request: by => by.send('GET', `/workflows/${none}`),
    detail: /^There is no workflow 999999999 that you may see\.$/,
  },
  'workflow.name_taken': {
    request: by => twice(by, 'POST', '/workflows', { name: 'Twice' }),
    detail:
      /^There is a workflow named “Twice” already among those of its owner\. Choose another name, such as “Twice \(2\)”\.$/,
  },
  'workflow.invalid_transition': {
    request: (by, { id }) => by.send('PUT', `/workflows/${id}`, { status: 'archived' }),
    detail: /^“Piece \d+” is active and can not become archived\. From active it can become published or draft\.$/,
  },
  'workflow.not_publishable': {
    request: async by => by.send('POST', `/workflows/${await newWorkflow(by)}/publish`),
    detail: /^“Piece \d+” can not be published yet: \d things are missing\.$/,
  },
  'workflow.not_startable': {
    request: async (by, { id }) => {
      await by.done('POST', `/workflows/${id}/publish`)
      await by.done('PUT', `/workflows/${id}`, { status: 'deprecated' })
      return by.send('POST', `/workflows/${id}/start`)
    },
    detail: /^“Piece \d+” is deprecated: only an active or published workflow can be started\.$/,
  },
  'workflow.no_steps': {
    request: async by => by.send('POST', `/workflows/${await newWorkflow(by)}/start`),
    detail: /^This workflow has no steps yet, so there is nothing to start\.$/,
  },
  'workflow.invalid': {
    request: (by, { id }) =>
      by.send('PUT', `/workflows/${id}/definition`, { steps: [{ id: 1 }], connections: [], outcomes: [{}] }),
    detail: /^The graph can not be saved: Outcome 1 must have a name\. There are \d such findings in all\.$/,
  },
  'workflow.part_not_found': {
    request: (by, { id }) => by.send('GET', `/workflows/${id}/outcomes/${none}`),
    detail: /^There is no outcome 999999999 in this workflow\.$/,
  },
  'workflow.part_exists': {
    request: (by, { id }) => twice(by, 'POST', `/workflows/${id}/outcomes`, { name: 'Stool' }),
    detail: /^There is an outcome named “Stool” already\.$/,
  },
  'workflow.part_in_use': {
    request: (by, { id, steps }) => by.send('DELETE', `/workflows/${id}/steps/${steps[2]}`),
    detail:
      /^This step is named elsewhere: The option “Dovetails” of “Choose joint”\. Change that first, then remove it\.$/,
  },
  'revision.not_found': {
    request: (by, { id }) => by.send('GET', `/workflows/${id}/revisions/1/compare/99`),
    detail: /^This workflow has no revision 99\.$/,
  },
  'revision.unchanged': {
    request: async (by, { id }) => {
      await by.done('POST', `/workflows/${id}/revisions`)
      return by.send('POST', `/workflows/${id}/revisions/2/restore`)
    },
    detail: /^Revision 2 is what the draft says already: there is nothing to restore\.$/,
  },
  'share.not_found': {
    request: (by, { id }) => by.send('DELETE', `/workflows/${id}/shares/workshops/${none}`),
    detail: /^“Piece \d+” is not shared with workshop 999999999\.$/,
  },
  'link.not_found': {
    request: by => by.send('GET', '/shared/this-is-no-token'),
    detail: /^This link has ended\. Ask who gave it to you for a new one\.$/,
  },
  'link.limit_reached': {
    request: async (by, { id }) => {
      for (let n = 0; n < 100; n++) await by.done('POST', `/workflows/${id}/links`, {})
      return by.send('POST', `/workflows/${id}/links`, {})
    },
    detail: /^There are 100 open links of this workflow already\. End some of them first\.$/,
  },
  'rating.not_found': {
    request: (by, { id }) => by.send('DELETE', `/workflows/${id}/rating`),
    detail: /^You have not rated “Piece \d+”\.$/,
  },
  'comment.not_found': {
    request: (by, { id }) => by.send('DELETE', `/workflows/${id}/comments/${none}`),
    detail: /^There is no comment 999999999 on this workflow\.$/,
  },
  'proposal.not_found': {
    request: (by, { id }) => by.send('POST', `/workflows/${id}/proposals/${none}/accept`),
    detail: /^There is no proposal 999999999 for this workflow that you may see\.$/,
  },
  'proposal.closed': {
    request: (by, { id, proposal_id }) => twice(by, 'POST', `/workflows/${id}/proposals/${proposal_id}/decline`, {}),
    detail: /^“As it was” is declined already\.$/,
  },
  'merge.conflict': {
    request: async (by, { id, proposal_id, steps }) => {
      await by.done('PUT', `/workflows/${id}/steps/${steps[0]}`, { instructions: 'Cut six boards.' })
      return by.send('POST', `/workflows/${id}/proposals/${proposal_id}/accept`)
    },
    detail: /^One thing was changed on both sides of “Piece \d+”\. Say which side counts for each in “resolutions”\.$/,
  },
  'upstream.not_found': {
    request: async by => by.send('GET', `/workflows/${await newWorkflow(by)}/upstream`),
    detail: /^“Piece \d+” was copied from no workflow that you may still see\.$/,
  },
  'theme.not_found': {
    request: by => by.send('GET', `/workflows/themes/${none}`),
    detail: /^There is no theme 999999999\.$/,
  },
  'theme.name_taken': {
    request: by => twice(by, 'POST', '/workflows/themes', { name: 'Oak', color_scheme }),
    detail: /^There is a theme named “Oak” already\. Choose another name\.$/,
  },
  'translation.not_found': {
    request: (by, { id }) => by.send('GET', `/workflows/${id}/translations/fr`),
    detail: /^There is no translation of “Piece \d+” in fr\. There are ones in de\.$/,
  },
  'enum.not_found': {
    request: by => by.send('GET', '/enums/colours'),
    detail: /^There is no enumeration “colours”\. There are workflow_step_type, .+\.$/,
  },
  'enum.code_taken': {
    request: by => by.send('POST', '/enums/workflow_status/values', { code: 'draft', display_text: 'Draft' }),
    detail: /^There is a value “draft” in workflow_status already: choose another code\.$/,
  },
  'enum.value_in_use': {
    request: async (by, { id, steps }) => {
      await by.done('POST', '/enums/workflow_step_type/values', { code: 'photo', display_text: 'Photograph' })
      await by.done('PUT', `/workflows/${id}/steps/${steps[0]}`, { step_type: 'photo' })
      return by.send('DELETE', '/enums/workflow_step_type/values/photo')
    },
    detail: /^Steps of “Piece \d+” are of the type “photo”: give them another one first\./,
  },
  'enum.system_value': {
    request: by => by.send('DELETE', '/enums/workflow_status/values/draft'),
    detail: /^“draft” belongs to the system and stays; its texts can be changed\.$/,
  },
  'project.not_found': {
    request: by => by.send('GET', `/projects/${none}`),
    detail: /^There is no project 999999999 in your workshops\.$/,
  },
  'project.name_taken': {
    request: by => twice(by, 'POST', '/projects', { name: 'Chairs' }),
    detail: /^The workshop has a project “Chairs” already\. Choose another name\.$/,
  },
  'preset.unreadable': {
    request: by => by.send('POST', '/workflows/import?format=text', '\n'),
    detail: /^The file is empty\.$/,
  },
  'preset.invalid': {
    request: by => by.send('POST', '/workflows/import', { ...boxPreset(newName()), workflow: {} }),
    detail: /^The preset can not be imported: .+\.$/,
  },
}
