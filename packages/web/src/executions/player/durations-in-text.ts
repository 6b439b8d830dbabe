/** A piece of a text: plain, or a duration that one can start a timer with. */
export type TextPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'duration'; readonly text: string; readonly minutes: number }

const inMinutes: Readonly<Record<string, number>> = { h: 60, m: 1, s: 1 / 60 }
const number = String.raw`\d{1,4}(?:[.,]\d{1,2})?`
const pattern = new RegExp(
  String.raw`(?<![\w.,])(${number})(?:\s?(?:-|–|to)\s?(${number}))?[ \u00a0-]?(hours?|hrs?|h|minutes?|mins?|seconds?|secs?)(?![\w])`,
  'gi',
)
const longest = 7 * 24 * 60

/**
 * Finds durations such as "10 minutes", "5–10 min" or "1.5 hours". Of a range the smaller end counts: one looks then, and may
 * add a minute.
 */
export function splitDurations(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const [whole, low = '', , unit = ''] = match
    const minutes = Number(low.replace(',', '.')) * (inMinutes[unit[0]?.toLowerCase() ?? ''] ?? 0)
    if (minutes <= 0 || minutes > longest) continue
    if (match.index > end) pieces.push({ type: 'text', text: text.slice(end, match.index) })
    pieces.push({ type: 'duration', text: whole, minutes })
    end = match.index + whole.length
  }
  if (end < text.length) pieces.push({ type: 'text', text: text.slice(end) })
  return pieces
}
