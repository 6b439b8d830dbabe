import { courseTools } from './course-tools.ts'
import { guidanceTools } from './guidance-tools.ts'
import { runTools } from './run-tools.ts'
import { stepTools } from './step-tools.ts'
import { timerTools } from './timer-tools.ts'
import type { Tool } from './tool.ts'
import { workflowTools } from './workflow-tools.ts'

/** Every tool there is, in the order in which an assistant meets them. */
export const allTools: readonly Tool[] = [
  ...workflowTools,
  ...runTools,
  ...guidanceTools,
  ...stepTools,
  ...courseTools,
  ...timerTools,
]
