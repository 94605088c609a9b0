export type Command =
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'find' }
  | { kind: 'go'; key: string };

/** How long after `g` the second letter still belongs to it. */
const sequenceMs = 1_500;

/** Reads key after key; single letters never fire in fields, in dialogs, or when the person switched them off (UXP-18). */
export function readShortcut() {
  let sinceG = Number.NEGATIVE_INFINITY;
  return (event: KeyboardEvent): Command | null => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k')
      return { kind: 'palette' };
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
    if (document.documentElement.dataset.shortcuts === 'off' || isBusy(event.target)) return null;
    const follows = event.timeStamp - sinceG < sequenceMs;
    sinceG = event.key === 'g' && !follows ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (follows) return { kind: 'go', key: event.key };
    if (event.key === '?') return { kind: 'shortcuts' };
    if (event.key === 'f') return { kind: 'find' };
    return event.key === '/' ? { kind: 'palette' } : null;
  };
}

export function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isField = target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
  return isField || target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;
}
