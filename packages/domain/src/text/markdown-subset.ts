/**
 * Instructions are written by other people: of Markdown they get paragraphs, lists, emphasis, code and links. These
 * constructs (by micromark's names) are switched off wherever instructions are shown or written.
 */
export const disabledMarkdown: readonly string[] = [
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'headingAtx',
  'setextUnderline',
  'definition',
  'thematicBreak',
]
