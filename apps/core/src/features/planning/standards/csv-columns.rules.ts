import { type ColumnMapping, type CsvField, csvFields } from '@k12/contracts/planning/standard-imports';

/** Header names in use, letters and digits alone; our own export uses the first of each. */
const names: Readonly<Record<CsvField, readonly string[]>> = {
  identifier: [
    'identifier',
    'id',
    'guid',
    'uuid',
    'caseidentifier',
    'standardid',
    'itemidentifier',
    'cfitemidentifier',
  ],
  code: [
    'code',
    'standardcode',
    'humancodingscheme',
    'notation',
    'number',
    'standardnumber',
    'codigo',
    'código',
  ],
  statement: [
    'statement',
    'fullstatement',
    'standard',
    'description',
    'text',
    'standardtext',
    'standardstatement',
    'title',
    'enunciado',
    'énoncé',
  ],
  level: [
    'level',
    'grade',
    'grades',
    'gradelevel',
    'gradelevels',
    'educationlevel',
    'educationlevels',
    'educationallevel',
    'grado',
    'niveau',
  ],
  parent_code: [
    'parentcode',
    'parent',
    'parentstandard',
    'parentid',
    'parentidentifier',
    'ischildof',
    'parenthumancodingscheme',
    'smartlevelparent',
  ],
  type: ['type', 'itemtype', 'cfitemtype', 'standardtype', 'kind'],
  position: ['position', 'sequence', 'sequencenumber', 'order', 'sortorder', 'row'],
  notes: ['notes', 'note', 'comment', 'comments', 'clarification'],
};

/** Each field's column by its header, whatever its case, spaces and signs; a mapping of a person goes first. */
export function mapColumns(header: readonly string[], given: ColumnMapping | null): ColumnMapping {
  const plain = header.map(plainName);
  const mapping: ColumnMapping = {};
  for (const field of csvFields) {
    const chosen = given?.[field];
    if (chosen === null) mapping[field] = null;
    else if (chosen !== undefined)
      mapping[field] =
        header.find((name) => name === chosen) ?? header[plain.indexOf(plainName(chosen))] ?? null;
    else mapping[field] = byName(header, plain, field);
  }
  return mapping;
}

function byName(header: readonly string[], plain: readonly string[], field: CsvField): string | null {
  for (const name of names[field]) {
    const at = plain.indexOf(name);
    if (at >= 0) return header[at] ?? null;
  }
  return null;
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
