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
