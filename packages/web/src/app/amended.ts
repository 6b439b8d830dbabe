/**
 * What somebody changed in a search as it was shown to them, done to the search as the address has it by then: where the page follows
 * late, neither of two changes takes back the other.
 */
export const amended =
  <Search extends object>(shown: Search, wanted: Search) =>
  (now: Search): Search => {
    const keys = [...new Set([...Object.keys(shown), ...Object.keys(wanted)])] as (keyof Search)[]
    const changed = keys.filter(key => shown[key] !== wanted[key]).map(key => [key, wanted[key]])
    const all = Object.entries({ ...now, ...Object.fromEntries(changed) })
    return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Search
  }
