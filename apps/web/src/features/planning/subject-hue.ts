import { type Subject, subjects } from '@k12/ui/tone';

const usual: readonly [RegExp, Subject][] = [
  [/math|mate|رياضيات/i, 'blue'],
  [/scien|bio|cienc|علوم|أحياء/i, 'leaf'],
  [/chem|chim|quím|كيمياء/i, 'violet'],
  [/phys|fís|فيزياء/i, 'teal'],
  [/engl|language|lengua|fran|literat|لغة/i, 'coral'],
  [/hist|social|geogr|اجتماع|تاريخ/i, 'amber'],
  [/art|mus|drama|فن|موسيقى/i, 'rose'],
  [/sport|physical|educación física|رياضة/i, 'olive'],
];

/** A subject has the same hue everywhere: the usual ones a fixed one, others by their name. */
export function hueOf(subject: string | undefined): Subject {
  const name = subject ?? '';
  const known = usual.find(([pattern]) => pattern.test(name));
  if (known) return known[1];
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return subjects[sum % subjects.length] ?? 'teal';
}
