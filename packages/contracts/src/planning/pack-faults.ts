import type { fieldKinds, sectionKinds } from './packs.ts';

type Kind = (typeof sectionKinds)[number] | (typeof fieldKinds)[number];

interface Described {
  key: string;
  kind: Kind;
  required?: boolean | undefined;
  hidden?: boolean | undefined;
  options?: { value: string }[] | undefined;
  min?: number | undefined;
  max?: number | undefined;
  fields?: Described[] | undefined;
}

interface Schema {
  key: string;
  plan_kind: 'unit' | 'lesson' | 'document';
  document_type?: string | undefined;
  sections: Described[];
}

export interface PackFault {
  path: (string | number)[];
  message: string;
}

const counted: readonly Kind[] = ['list', 'choices', 'number', 'rating', 'group'];
const linked: readonly Kind[] = ['standards', 'resources', 'lessons'];

/** What shapes cannot tell of one section or field; tolerates parts that are wrong in themselves. */
export function sectionFaults(section: Described): PackFault[] {
  const faults: PackFault[] = [];
  const add = (part: string, message: string) => faults.push({ path: [part], message });
  const chooses = section.kind === 'choice' || section.kind === 'choices';
  if (chooses && !section.options) add('options', 'a choice needs options');
  if (!chooses && section.options) add('options', 'only choices have options');
  if (section.kind === 'group' && !section.fields) add('fields', 'a group needs fields');
  if (section.kind !== 'group' && section.fields) add('fields', 'only groups have fields');
  if (section.min !== undefined && section.max !== undefined && section.min > section.max) {
    add('max', 'more than the least');
  }
  for (const bound of ['min', 'max'] as const) {
    if (section[bound] !== undefined && !counted.includes(section.kind)) {
      add(bound, 'this kind of section has no limits');
    }
  }
  if (section.required && section.hidden) add('hidden', 'nobody can fill what is required but hidden');
  const options = Array.isArray(section.options) ? section.options : [];
  const values = options.map((option) => option?.value);
  faults.push(...repeated(values, (at) => ['options', at, 'value']));
  const fields = Array.isArray(section.fields) ? section.fields : [];
  return [...faults, ...repeated(keysOf(fields), (at) => ['fields', at, 'key'])];
}

export function schemaFaults(schema: Schema): PackFault[] {
  const sections = Array.isArray(schema.sections) ? schema.sections : [];
  const faults = repeated(keysOf(sections), (at) => ['sections', at, 'key']);
  const seen = new Set<Kind>();
  for (const [at, section] of sections.entries()) {
    const kind = section?.kind;
    const refuse = (message: string) => faults.push({ path: ['sections', at, 'kind'], message });
    if (linked.includes(kind) && seen.has(kind)) refuse(`only one section of kind ${kind}`);
    if (kind === 'lessons' && schema.plan_kind !== 'unit') refuse('only units have lessons');
    seen.add(kind);
  }
  if ((schema.plan_kind === 'document') !== (schema.document_type !== undefined)) {
    faults.push({ path: ['document_type'], message: 'documents have a type, and nothing else has' });
  }
  return faults;
}

/** Over all schemas of a pack: a unit and a lesson, each once; document types once each. */
export function schemasFaults(schemas: Schema[]): PackFault[] {
  const faults = repeated(keysOf(schemas), (at) => [at, 'key']);
  for (const kind of ['unit', 'lesson'] as const) {
    const places = schemas.flatMap((schema, at) => (schema?.plan_kind === kind ? [at] : []));
    if (places.length === 0) faults.push({ path: [], message: `a ${kind} is missing` });
    for (const at of places.slice(1)) {
      faults.push({ path: [at, 'plan_kind'], message: `one ${kind} only` });
    }
  }
  const types = schemas.map((schema) => schema?.document_type);
  return [...faults, ...repeated(types, (at) => [at, 'document_type'])];
}

function keysOf(entries: { key: string }[]): (string | undefined)[] {
  return entries.map((entry) => entry?.key);
}

function repeated(values: unknown[], place: (at: number) => (string | number)[]): PackFault[] {
  return values.flatMap((value, at) =>
    value !== undefined && values.indexOf(value) < at
      ? [{ path: place(at), message: 'is there already' }]
      : [],
  );
}
