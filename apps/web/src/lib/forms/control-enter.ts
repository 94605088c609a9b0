import type { KeyboardEvent } from 'react';

/** Ctrl or Cmd with Enter sends a form from any of its fields, a text area included (UXP-31). */
export function submitOnControlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
