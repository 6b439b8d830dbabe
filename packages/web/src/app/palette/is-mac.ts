/** Whether the keyboard has a ⌘ key, as far as a browser tells. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
