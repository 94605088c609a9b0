/** What a template may leave open; filled in when a unit is made from it (PLN-66). */
export const placeholderNames = ['course', 'teacher', 'year', 'term'] as const;
export type Placeholders = Partial<Record<(typeof placeholderNames)[number], string>>;

const placeholder = /\{\{\s*(course|teacher|year|term)\s*\}\}/gi;

/** One without a value stays as it is: the teacher sees what is still to fill. */
export function fillText(text: string, values: Placeholders): string {
  return text.replace(
    placeholder,
    (whole, name: string) => values[name.toLowerCase() as keyof Placeholders] ?? whole,
  );
}

/** In every text of a plan's content, rich text included. */
export function fillContent<T>(value: T, values: Placeholders): T {
  return mapTexts(value, (text) => fillText(text, values));
}

/** Every text that people wrote; ids and the marks of rich text are left alone. */
export function mapTexts<T>(value: T, change: (text: string) => string, key = ''): T {
  if (typeof value === 'string') return (structural.has(key) ? value : change(value)) as T;
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change, name)]);
  return Object.fromEntries(entries) as T;
}

const structural = new Set(['id', 'type', 'src', 'href', 'language', 'from', 'to']);
