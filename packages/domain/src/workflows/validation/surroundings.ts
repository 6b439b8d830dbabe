import { convert } from '../../inventory/units.ts'
import type { StepDefinition, StepResource } from '../definition.ts'
import type { Finding } from '../finding.ts'
import type { ValidationContext } from './context.ts'
import { aboutStep, named, type Subject } from './findings.ts'

const linkOf = { material: 'dynamic_material_id', tool: 'tool_id', documentation: 'documentation_id' } as const
const nounOf = { material: 'material', tool: 'tool', documentation: 'document' } as const

interface Placed {
  readonly step: StepDefinition
  readonly resource: StepResource
  readonly index: number
}

/** Resources that are no longer there, and quantities that can't be taken from the stock. */
function resourceFinding(subject: Subject, { step, resource, index }: Placed, context: ValidationContext): Finding[] {
  const link = linkOf[resource.resource_type]
  const id = resource[link]
  const known = id === null ? null : context.resource?.(resource.resource_type, id)
  if (known === null || known === undefined) return []
  const what = `the ${nounOf[resource.resource_type]} “${known.name}”`
  if (known.state !== 'usable') {
    const why = known.state === 'deleted' ? 'was deleted' : 'is out of use'
    const message = `${named(step)} needs ${what}, which ${why}: choose another, or name it without a link.`
    const field = `resources/${index}/${link}`
    const finding = aboutStep(subject, step, { code: 'WF-R03', severity: 'error', field, message })
    const unlink = { type: 'set_field', path: finding.path, value: null } as const
    const name = { type: 'set_field', path: finding.path.replace(link, 'name'), value: known.name } as const
    const edits = resource.name === null ? [unlink, name] : [unlink]
    return [{ ...finding, fix: { title: 'Keep the name without the link', edits } }]
  }
  const { quantity, unit } = resource
  if (known.unit === null || unit === null || quantity === null || convert(quantity, unit, known.unit) !== null)
    return []
  const message = `${named(step)} needs ${what} in ${unit}, but it is kept in ${known.unit}, and the one does not convert to the other: state the quantity in ${known.unit}.`
  return [aboutStep(subject, step, { code: 'WF-R02', severity: 'warning', field: `resources/${index}/unit`, message })]
}

const texts = (count: number): string => (count === 1 ? 'one text' : `${count} texts`)

/** What only shows beside what surrounds the definition: the stock, its translations, the handlers of its step types. */
export function surroundingFindings(subject: Subject, context: ValidationContext): Finding[] {
  const { steps } = subject.definition
  const ofSteps = steps.flatMap(step => [
    ...step.resources.flatMap((resource, index) => resourceFinding(subject, { step, resource, index }, context)),
    ...(context.stepType?.(step) ?? []).map(({ severity, field, message }) =>
      aboutStep(subject, step, { code: 'WF-X01', severity, field, message }),
    ),
  ])
  const ofLocales = (context.locales ?? []).flatMap(({ locale, missing }): Finding[] =>
    missing === 0
      ? []
      : [
          {
            code: 'WF-T01',
            severity: 'warning',
            path: '',
            message: `The translation into “${locale}” lacks ${texts(missing)}: readers see the original there.`,
          },
        ],
  )
  return [...ofSteps, ...ofLocales]
}
