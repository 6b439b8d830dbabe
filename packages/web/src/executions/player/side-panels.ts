/** What stands beside the step, one panel at a time. */
export const sidePanels = ['resources', 'timers', 'log'] as const
export type SidePanel = (typeof sidePanels)[number]
