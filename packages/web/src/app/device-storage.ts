/** What this device remembers. Storage may be full or switched off: then nothing is remembered, and nothing breaks. */
export function readDevice(key: string): unknown {
  try {
    const text = localStorage.getItem(`hidesync.${key}`)
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Forgets all whose key begins, and ends, with this. */
export function forgetDevice(beginning: string, end = ''): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(`hidesync.${beginning}`) && key.endsWith(end)) localStorage.removeItem(key)
  } catch {
    // There is nothing to forget.
  }
}

export function writeDevice(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`hidesync.${key}`)
    else localStorage.setItem(`hidesync.${key}`, JSON.stringify(value))
  } catch {
    // Nothing to do: the value lives as long as the page.
  }
}
