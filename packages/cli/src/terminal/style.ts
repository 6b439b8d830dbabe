/** How text stands out. Without colours every function gives its text back unchanged. */
export interface Style {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  readonly warning: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
}

const code =
  (open: number, close: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`
const same = (text: string): string => text

export const plainStyle: Style = { strong: same, quiet: same, warning: same, good: same, bad: same }
export const colourStyle: Style = {
  strong: code(1, 22),
  quiet: code(2, 22),
  // Yellow cannot be read on white.
  warning: code(35, 39),
  good: code(32, 39),
  bad: code(31, 39),
}
