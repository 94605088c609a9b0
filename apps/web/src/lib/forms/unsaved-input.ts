/** Forms that hold something not yet saved, each under its own mark. */
const forms = new Set<symbol>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** For what shows that something is not saved yet, such as the dot in the tab (UXP-10). */
export function watchUnsaved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function holdUnsaved(): () => void {
  const mark = Symbol('form');
  forms.add(mark);
  tell();
  return () => {
    forms.delete(mark);
    tell();
  };
}

export function hasUnsavedInput(): boolean {
  return forms.size > 0;
}

/** Asks once; who has agreed to lose what is typed is not asked again on the way out (UXP-32). */
export function mayDiscardInput(question: string): boolean {
  if (!hasUnsavedInput()) return true;
  if (!window.confirm(question)) return false;
  forms.clear();
  tell();
  return true;
}
