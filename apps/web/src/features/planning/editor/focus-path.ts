/** Puts the cursor into what shows this path, or the nearest that holds it, once it is drawn. */
export function focusPath(path: string): void {
  requestAnimationFrame(() => {
    const target = findPath(path);
    if (!target) return;
    target.focus();
    if (target instanceof HTMLTextAreaElement)
      target.setSelectionRange(target.value.length, target.value.length);
  });
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
