import { compile } from './compile.ts'
import type { Finding, WorkflowDefinition } from './definition.ts'
import { subjectOf } from './findings.ts'
import { conditionFindings, groupFindings, variableFindings } from './validate-conditions.ts'
import { cycleFindings } from './validate-cycles.ts'
import { decisionFindings } from './validate-decisions.ts'
import { referenceFindings, repeatedConnections } from './validate-references.ts'
import { shapeFindings } from './validate-shape.ts'
import { criteriaFindings, lagFindings, stepFindings } from './validate-texts.ts'

const asSentence = (finding: Finding): Finding => ({
  ...finding,
  message: finding.message.charAt(0).toUpperCase() + finding.message.slice(1),
})

/**
 * Everything that is wrong, doubtful or missing, all at once. A `fatal` finding says that the workflow could not run: it is
 * refused on import, saving and starting. Errors block publishing, warnings ask for a second look, hints never block.
 * What can only be told of a graph that holds together is not looked for while a fatal finding stands.
 */
export function validateDefinition(definition: WorkflowDefinition): readonly Finding[] {
  return findingsOf(definition).map(asSentence)
}

function findingsOf(definition: WorkflowDefinition): readonly Finding[] {
  const subject = subjectOf(definition)
  const fatal = [...referenceFindings(subject), ...conditionFindings(subject), ...cycleFindings(subject)]
  const plain = [
    ...repeatedConnections(subject),
    ...stepFindings(subject),
    ...lagFindings(subject),
    ...criteriaFindings(subject),
  ]
  if (definition.steps.length === 0)
    return [
      ...fatal,
      ...plain,
      { code: 'WF-G01', severity: 'error', path: '/steps', message: 'There are no steps yet: add the first.' },
    ]
  if (fatal.length > 0) return [...fatal, ...plain]
  const workflow = compile(definition)
  return [
    ...shapeFindings(subject, workflow),
    ...decisionFindings(subject, workflow),
    ...groupFindings(subject, workflow),
    ...variableFindings(subject, workflow),
    ...plain,
  ]
}
