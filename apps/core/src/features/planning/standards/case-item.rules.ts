import { createHash } from 'node:crypto';
import {
  canonicalJson,
  fieldOf,
  identifierOf,
  isObject,
  numberOf,
  referenceOf,
  textOf,
  textsOf,
} from './case-values.ts';
import { gradesOf } from './grade-levels.rules.ts';
import type { ImportProblems } from './import-problems.ts';
import type { JsonObject } from './json-elements.ts';
import type { ReadAssociation, ReadItem } from './read-records.ts';

export const maxCode = 200;
export const maxStatement = 20_000;

/** One CFItem; null when it cannot be taken over, which has then been reported. */
export function readCaseItem(value: unknown, place: string, problems: ImportProblems): ReadItem | null {
  if (!isObject(value)) {
    problems.error({ code: 'not_an_object', place, value, detail: 'An item is not an object.' });
    return null;
  }
  const identifier = identifierOfRecord(value, place, problems);
  if (identifier === null) return null;
  const report = { place, identifier };
  const statement = statementOf(value, report, problems);
  if (statement === null) return null;
  const levels = fieldOf(value, 'educationLevel', 'educationalLevel', 'educationLevels', 'gradeLevel');
  if (levels && (levels.name !== 'educationLevel' || !Array.isArray(levels.value))) {
    problems.note({
      ...report,
      code: 'education_level_form',
      column: levels.name,
      value: levels.value,
      detail: 'Education levels are not written as the format says; they were understood.',
    });
  }
  if (value.lastChangeDateTime === undefined) {
    problems.note({
      ...report,
      code: 'no_change_time',
      detail: 'The item does not say when it was last changed.',
    });
  }
  const education_levels = textsOf(levels?.value);
  const source = canonicalJson(value);
  return {
    identifier,
    identifier_given: true,
    place,
    line: null,
    code: codeOf(value, report, problems),
    statement,
    short_statement: textOf(value.abbreviatedStatement),
    label: textOf(value.alternativeLabel),
    item_type: itemTypeOf(value),
    education_levels,
    grade_levels: gradesOf(education_levels),
    subjects: textsOf(fieldOf(value, 'subject', 'subjectURI')?.value),
    list_enumeration: textOf(value.listEnumeration),
    notes: textOf(value.notes),
    language: textOf(value.language),
    licence: textOf(value.licenseURI) ?? '',
    source_uri: uriOf(value.uri),
    assessable: assessableByType(itemTypeOf(value)),
    source,
    content_hash: hashOf(source),
  };
}

function identifierOfRecord(value: JsonObject, place: string, problems: ImportProblems): string | null {
  const own = identifierOf(value.identifier) ?? identifierOf(value.id) ?? identifierOf(value.sourcedId);
  if (own !== null) return own;
  const fromUri = referenceOf(value.uri);
  if (fromUri === null) {
    problems.error({
      code: 'identifier_missing',
      place,
      value: textOf(value.humanCodingScheme) ?? textOf(value.fullStatement) ?? '',
      detail: 'The item has neither an identifier nor a URI.',
    });
    return null;
  }
  problems.note({
    code: 'identifier_from_uri',
    place,
    identifier: fromUri.identifier,
    detail: 'The identifier was taken from the URI.',
  });
  return fromUri.identifier;
}

interface Report {
  place: string;
  identifier: string;
}

function statementOf(value: JsonObject, report: Report, problems: ImportProblems): string | null {
  const full = textOf(value.fullStatement);
  const statement =
    full ??
    textOf(value.abbreviatedStatement) ??
    textOf(value.title) ??
    textOf(value.alternativeLabel) ??
    textOf(value.humanCodingScheme);
  if (statement === null) {
    problems.error({
      ...report,
      code: 'statement_missing',
      column: 'fullStatement',
      detail: 'The item has no statement.',
    });
    return null;
  }
  if (statement.length > maxStatement) {
    problems.error({
      ...report,
      code: 'statement_too_long',
      column: 'fullStatement',
      value: statement,
      detail: 'The statement has more than 20,000 characters.',
    });
    return null;
  }
  if (full === null) {
    problems.note({
      ...report,
      code: 'statement_from_other_field',
      value: statement,
      detail: 'There is no full statement; a shorter text of the item stands in for it.',
    });
  }
  return statement;
}

function codeOf(value: JsonObject, report: Report, problems: ImportProblems): string {
  const code = textOf(value.humanCodingScheme) ?? '';
  if (code.length <= maxCode) return code;
  problems.note({
    ...report,
    code: 'code_too_long',
    value: code,
    detail: 'The code has more than 200 characters and was cut.',
  });
  return code.slice(0, maxCode).toWellFormed();
}

function itemTypeOf(value: JsonObject): string | null {
  return (
    textOf(value.CFItemType) ?? (isObject(value.CFItemTypeURI) ? textOf(value.CFItemTypeURI.title) : null)
  );
}

function uriOf(value: unknown): string | null {
  if (isObject(value)) return textOf(value.uri) ?? textOf(value.identifier);
  return textOf(value);
}

const grouping =
  /\b(domain|cluster|strand|substrand|category|heading|grade|course|subject|theme|topic|unit|chapter|document|anchor)\b/i;
const assessed =
  /\b(standard|component|statement|expectation|benchmark|indicator|objective|element|outcome|skill|practice|target|proficiency|competency)\b/i;

/** A heading is not taught or assessed by itself; of an unknown type the place in the tree decides. */
function assessableByType(type: string | null): boolean | null {
  if (type === null) return null;
  if (grouping.test(type)) return false;
  return assessed.test(type) ? true : null;
}

const types: Readonly<Record<string, string>> = {
  ischildof: 'is_child_of',
  ispartof: 'is_part_of',
  ispeerof: 'is_peer_of',
  exactmatchof: 'exact_match_of',
  precedes: 'precedes',
  isrelatedto: 'is_related_to',
  replacedby: 'replaced_by',
  isreplacedby: 'replaced_by',
  exemplar: 'exemplar',
  hasskilllevel: 'has_skill_level',
  istranslationof: 'is_translation_of',
};

export function readCaseAssociation(
  value: unknown,
  place: string,
  problems: ImportProblems,
): ReadAssociation | null {
  if (!isObject(value)) {
    problems.error({ code: 'not_an_object', place, value, detail: 'An association is not an object.' });
    return null;
  }
  const given = textOf(value.associationType) ?? '';
  const type = types[given.replace(/[^a-z]/gi, '').toLowerCase()] ?? 'other';
  const origin = referenceOf(fieldOf(value, 'originNodeURI', 'originNodeIdentifier', 'originNode')?.value);
  const destination = referenceOf(
    fieldOf(value, 'destinationNodeURI', 'destinationNodeIdentifier', 'destinationNode')?.value,
  );
  if (!origin || !destination) {
    const column = origin ? 'destinationNodeURI' : 'originNodeURI';
    problems.error({
      code: 'end_missing',
      place,
      column,
      value: value[column],
      detail: 'One end of the association cannot be read.',
    });
    return null;
  }
  const source = canonicalJson(value);
  const content_hash = hashOf(source);
  const own = identifierOf(value.identifier) ?? referenceOf(value.uri)?.identifier;
  const identifier = own ?? `derived-${content_hash.slice(0, 32)}`;
  if (own === undefined)
    problems.note({
      code: 'association_without_identifier',
      place,
      detail: 'The association has no identifier; one was derived from its content.',
    });
  if (origin.as_text || destination.as_text) {
    problems.note({
      code: 'uri_as_text',
      place,
      identifier,
      detail: 'An end is given as text instead of an object.',
    });
  }
  if (type === 'other') {
    problems.note({
      code: 'association_type_unknown',
      place,
      identifier,
      column: 'associationType',
      value: given,
      detail: 'This type of association is not of the format; it is kept as given.',
    });
  }
  return {
    identifier,
    place,
    type,
    origin_identifier: origin.identifier,
    origin_uri: origin.uri,
    destination_identifier: destination.identifier,
    destination_uri: destination.uri,
    sequence: numberOf(value.sequenceNumber),
    source,
    content_hash,
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
