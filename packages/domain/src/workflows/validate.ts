import type { WorkflowDefinition } from './definition.ts'
import type { Finding } from './finding.ts'
import { subjectOf } from './validation/findings.ts'
import { conditionFindings } from './validation/conditions.ts'
import type { ValidationContext } from './validation/context.ts'
import { cycleFindings } from './validation/cycles.ts'
import { hierarchyFindings } from './validation/hierarchy.ts'
import { imageFindings } from './validation/images.ts'
import { pathFindings, pathReferenceFindings } from './validation/paths.ts'
import { sizeFindings } from './validation/sizes.ts'
import { referenceFindings, repeatedConnections } from './validation/references.ts'
import { graphFindings } from './validation/graph.ts'
import { surroundingFindings } from './validation/surroundings.ts'
import { criteriaFindings, lagFindings, stepFindings } from './validation/texts.ts'

const asSentence = (finding: Finding): Finding => ({
  ...finding,
  message: finding.message.charAt(0).toUpperCase() + finding.message.slice(1),
})

/**
 * Everything that is wrong, doubtful or missing, all at once. A `fatal` finding says that the workflow could not run: it is
 * refused on import, saving and starting. Errors block publishing, warnings ask for a second look, hints never block.
 * What can only be told of a graph that holds together is not looked for while a fatal finding stands.
 * Without a context only the definition itself is looked at. docs/validation.md lists the codes.
 */
export function validateDefinition(
  definition: WorkflowDefinition,
  context: ValidationContext = {},
): readonly Finding[] {
  return findingsOf(definition, context).map(asSentence)
}

function findingsOf(definition: WorkflowDefinition, context: ValidationContext): readonly Finding[] {
  const tooMuch = sizeFindings(definition)
  if (tooMuch.length > 0) return tooMuch
  const subject = subjectOf(definition)
  const fatal = [
    ...referenceFindings(subject),
    ...hierarchyFindings(subject),
    ...pathReferenceFindings(subject),
    ...conditionFindings(subject),
    ...cycleFindings(subject),
  ]
  const plain = [
    ...repeatedConnections(subject),
    ...stepFindings(subject),
    ...lagFindings(subject),
    ...criteriaFindings(subject),
    ...pathFindings(subject),
    ...imageFindings(subject),
    ...surroundingFindings(subject, context),
  ]
  if (definition.steps.length === 0)
    return [
      ...fatal,
      ...plain,
      { code: 'WF-G01', severity: 'error', path: '/steps', message: 'There are no steps yet: add the first.' },
    ]
  if (fatal.length > 0) return [...fatal, ...plain]
  return [...graphFindings(subject), ...plain]
}
