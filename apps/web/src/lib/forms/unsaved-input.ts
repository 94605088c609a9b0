/** Forms that hold something not yet saved, each under its own mark. */
const forms = new Set<symbol>();

export function holdUnsaved(): () => void {
  const mark = Symbol('form');
  forms.add(mark);
  return () => {
    forms.delete(mark);
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
  return true;
}
