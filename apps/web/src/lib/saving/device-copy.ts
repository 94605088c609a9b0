/** Null also where it cannot be read: then it was not written by this page. */
export function readFromDevice<T>(key: string): T | null {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Kept until the server has it, so that neither a lost network nor a closed page loses a word; null when nothing waits. */
export function keepOnDevice(key: string, value: unknown): void {
  try {
    if (value === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A device without room keeps what is on the screen.
  }
}
