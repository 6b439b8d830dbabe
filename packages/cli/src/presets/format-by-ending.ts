/** The form that a file's name ends with, by its own name or by one that files of it usually have; undefined: it says nothing. */
export function formatByEnding<Format extends string>(
  file: string,
  formats: readonly Format[],
  usual: Readonly<Record<string, Format>>,
): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''
  return formats.find(format => format === ending) ?? new Map(Object.entries(usual)).get(ending)
}
