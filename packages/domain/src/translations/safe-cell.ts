/**
 * Programs for tables run a cell that begins like this. An apostrophe before it keeps it a text; one that was there already gets
 * a second, so that each text comes back as it was.
 */
const risky = /^[=+\-@\t\r\n']/

/** The text as a cell that no program takes for a formula. */
export const safeCell = (text: string): string => (risky.test(text) ? `'${text}` : text)

/** The text of a cell that `safeCell` wrote, or that a translator typed. */
export const readCell = (cell: string): string =>
  cell.startsWith("'") && risky.test(cell.slice(1)) ? cell.slice(1) : cell
