/** How often this page has gone from one address to another; 0: it shows what the browser opened. */
let count = 0

export const navigations = {
  get count() {
    return count
  },
  add: () => {
    count += 1
  },
}
