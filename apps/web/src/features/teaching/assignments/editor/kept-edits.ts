import type { KeptEdits } from './autosave.ts';

const keyOf = (user: string, assignment: string) => `homeroom.assignment.${user}.${assignment}`;

/** Kept on the device until the server has it, so that neither a lost network nor a closed page loses a word (UXP-33). */
export function keepEdits(user: string, assignment: string, kept: KeptEdits | null): void {
  try {
    if (kept === null) window.localStorage.removeItem(keyOf(user, assignment));
    else window.localStorage.setItem(keyOf(user, assignment), JSON.stringify(kept));
  } catch {
    // A device without room keeps what is on the screen.
  }
}

export function readKeptEdits(user: string, assignment: string): KeptEdits | null {
  try {
    const text = window.localStorage.getItem(keyOf(user, assignment));
    return text ? (JSON.parse(text) as KeptEdits) : null;
  } catch {
    return null;
  }
}
