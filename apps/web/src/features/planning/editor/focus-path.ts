/** How long what shows a path may take to be drawn: some kinds of sections are loaded when they are first needed. */
const patienceMs = 5_000;

/** Puts the cursor into what shows this path, or the nearest that holds it, once it is drawn. */
export function focusPath(path: string): void {
  const until = performance.now() + patienceMs;
  const had = document.activeElement;
  const look = () => {
    // Whoever has gone elsewhere meanwhile is left there.
    if (document.activeElement !== had && document.activeElement !== document.body) return;
    const target = findPath(path);
    if (!target) {
      if (performance.now() < until) requestAnimationFrame(look);
      return;
    }
    target.focus();
    if (target instanceof HTMLTextAreaElement)
      target.setSelectionRange(target.value.length, target.value.length);
  };
  requestAnimationFrame(look);
}

function findPath(path: string): HTMLElement | null {
  for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
    if (at === '') break;
    const exact = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    const inside = exact ?? document.querySelector<HTMLElement>(`[data-path^="${CSS.escape(`${at}/`)}"]`);
    if (inside) return inside;
  }
  return document.querySelector<HTMLElement>(`#section-${CSS.escape(path.split('/')[1] ?? '')} h2`);
}
