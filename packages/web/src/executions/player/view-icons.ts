import { Focus, Map, ScrollText } from 'lucide-react'

/** How each view of a run is drawn where there is no room for its name. */
export const viewIcons = { focus: Focus, story: ScrollText, map: Map } as const
