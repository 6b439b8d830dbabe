import { errorReasons, serverCodes } from '@hidesync/contract/http/errors'
import { refusalCodes } from '@hidesync/domain/executions/refusal'
import { expect, test } from 'vitest'
import { interfaceLanguages } from '../app/i18n.ts'
import { catalogueOf } from '../testing/catalogue.ts'

const rules = import.meta.glob<string>(
  ['../../../domain/src/presets/*.ts', '../../../domain/src/workflows/validation/*.ts', '!../../../**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)

/** Codes that no page shows, with why. */
const unsaid: Readonly<Record<string, readonly string[]>> = {
  'the server says it in the language of the reader, with the names of the steps': [
    ...refusalCodes,
    'execution.step_incomplete',
    'execution.not_found',
    'execution.conflict',
  ],
  'only a program can ask so': [
    'request.unsupported_media_type',
    'request.not_found',
    'request.method_not_allowed',
    'request.idempotency_mismatch',
    'photo.link_ended',
    'events.cursor_gone',
    'events.too_many_streams',
  ],
  'no page does this': [
    'workflow.part_exists',
    'workflow.part_in_use',
    'revision.not_found',
    'revision.not_movable',
    'revision.unchanged',
    'proposal.not_found',
    'proposal.closed',
    'merge.conflict',
    'upstream.not_found',
    'theme.name_taken',
    'translation.not_found',
    'enum.not_found',
    'enum.code_taken',
    'enum.value_in_use',
    'enum.system_value',
    'project.name_taken',
  ],
}
const isUnsaid = new Set(Object.values(unsaid).flat())
const keyOf = (code: string) => code.replace('.', '_')

test.each(interfaceLanguages)('every refusal that a page can meet is said in %s', language => {
  const { refusal, error } = catalogueOf(language)
  const said = { ...error.code, ...refusal.code }
  const codes = [...serverCodes, ...refusalCodes, 'server.unexpected', 'network.unreachable']
  expect(codes.filter(code => !isUnsaid.has(code) && !(keyOf(code) in said))).toEqual([])
  expect(Object.keys(said).filter(key => !codes.some(code => keyOf(code) === key))).toEqual([])
  const reasons = new Set(Object.values(errorReasons).flat())
  expect(Object.keys(refusal.reason).toSorted()).toEqual([...reasons].toSorted())
})

test.each(interfaceLanguages)('everything that is found wrong with a file is said in %s', language => {
  const codes = Object.values(rules).flatMap(source => source.match(/(?<=')(preset\.[a-z_]+|WF-[A-Z]\d\d)(?=')/g) ?? [])
  // Readers of other forms leave out what has no place in a workflow.
  const found = new Set([...codes, 'preset.left_out'].map(keyOf))
  expect(found.size).toBeGreaterThan(60)
  expect(Object.keys(catalogueOf(language).finding).toSorted()).toEqual([...found].toSorted())
})
