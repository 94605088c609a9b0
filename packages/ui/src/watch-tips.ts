/** Long enough that a pointer only passing by shows nothing. */
const openAfterMs = 400;
/** The way from the element to its tooltip, which may be pointed at too. */
const graceMs = 120;

type Opened = 'pointer' | 'focus' | null;

/**
 * Tells which element with `data-tip` is to be explained, for the whole page at once: one watcher costs less than a
 * component around every button. Escape and a press put it away; what follows close by is shown at once.
 */
export function watchTips(show: (element: HTMLElement | null) => void, near: () => void): () => void {
  let element: HTMLElement | null = null;
  let opened: Opened = null;
  let pressed: HTMLElement | null = null;
  let left: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leaving = new MutationObserver(() => element?.isConnected || close());

  const open = (next: HTMLElement, by: Opened) => {
    clearTimeout(timer);
    if (!next.isConnected || isOpenMenu(next)) return;
    element = next;
    opened = by;
    leaving.observe(document.body, { childList: true, subtree: true });
    show(next);
  };
  const close = () => {
    clearTimeout(timer);
    leaving.disconnect();
    element = null;
    if (opened) show(null);
    opened = null;
  };
  const onOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType !== 'mouse' || isTooltip(target)) return void (opened && clearTimeout(timer));
    const next = tipAt(target);
    if (next !== pressed) pressed = null;
    if (next === element) return void (opened && clearTimeout(timer));
    if (next && next !== pressed) {
      near();
      if (opened) return open(next, 'pointer');
      clearTimeout(timer);
      element = next;
      timer = setTimeout(open, openAfterMs, next, 'pointer');
    } else if (opened !== 'focus') {
      clearTimeout(timer);
      if (opened) timer = setTimeout(close, graceMs);
      else element = null;
    }
  };
  const onOut = ({ relatedTarget }: PointerEvent) => {
    // Out of the window.
    if (relatedTarget === null && opened !== 'focus') close();
  };
  const onFocus = ({ target }: FocusEvent) => {
    const next = target instanceof HTMLElement && target.matches('[data-tip]:focus-visible') ? target : null;
    // Coming back to the window is not coming to the button.
    if (next && next !== left) open(next, 'focus');
    left = null;
  };
  const onPress = ({ target }: Event) => {
    close();
    pressed = tipAt(target);
  };
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && close();
  const onLeave = () => {
    left = document.activeElement;
    close();
  };

  const pairs: [EventTarget, string, (event: never) => unknown][] = [
    [document, 'pointerover', onOver],
    [document, 'pointerout', onOut],
    [document, 'focusin', onFocus],
    [document, 'focusout', () => opened === 'focus' && close()],
    [document, 'pointerdown', onPress],
    [document, 'click', onPress],
    [document, 'keydown', onKey],
    [window, 'blur', onLeave],
  ];
  for (const [at, name, listener] of pairs) at.addEventListener(name, listener as EventListener, true);
  return () => {
    close();
    for (const [at, name, listener] of pairs) at.removeEventListener(name, listener as EventListener, true);
  };
}

function tipAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
}

function isTooltip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=tooltip]') !== null;
}

/** What is open beside the button says more than its name. */
function isOpenMenu(element: HTMLElement): boolean {
  return element.hasAttribute('aria-haspopup') && element.getAttribute('aria-expanded') === 'true';
}
