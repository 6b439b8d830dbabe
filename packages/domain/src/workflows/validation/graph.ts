import { compile } from '../compile.ts'
import type { Finding } from '../finding.ts'
import { atOnceFindings } from './at-once.ts'
import { groupFindings, variableFindings } from './conditions.ts'
import { decisionFindings } from './decisions.ts'
import { endingFindings } from './endings.ts'
import type { Subject } from './findings.ts'
import { freeRunsOf } from './free-runs.ts'
import { jumpFindings } from './jumps.ts'
import { loopFindings, roundFindings } from './loops.ts'
import { shapeFindings } from './shape.ts'
import { Stories } from './story.ts'
import { togetherIn } from './together.ts'
import { twoOutcomesFindings } from './two-outcomes.ts'
import { untakenFindings, vanishingFindings } from './ways-on.ts'

/** Codes that say of a step why a run may end there. */
const endings = new Set(['WF-G04', 'WF-C03', 'WF-D01', 'WF-D02', 'WF-G15', 'WF-G03'])

/** What can be told of a graph that holds together: its shape, its decisions, and every run that it makes possible. */
export function graphFindings(subject: Subject): Finding[] {
  const workflow = compile(subject.definition)
  const runs = freeRunsOf(workflow)
  const stories = new Stories(runs)
  const together = togetherIn(runs)
  const inside = { subject, runs, together, stories }
  const findings = [
    ...shapeFindings(subject, workflow),
    ...loopFindings(subject, workflow),
    ...untakenFindings(subject, runs),
    ...decisionFindings(subject, workflow),
    ...groupFindings(subject, workflow),
    ...variableFindings(subject, runs),
    ...vanishingFindings(subject, runs, stories),
    ...roundFindings(inside),
  ]
  const told = new Set(findings.flatMap(({ code, step_id }) => (endings.has(code) && step_id ? [step_id] : [])))
  return [
    ...findings,
    ...endingFindings(subject, runs, told),
    ...twoOutcomesFindings(inside),
    ...(together === null ? [] : atOnceFindings(subject, runs, { together, stories })),
    ...jumpFindings(subject, runs, stories),
  ]
}
