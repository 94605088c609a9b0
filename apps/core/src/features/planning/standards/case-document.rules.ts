import {
  canonicalJson,
  fieldOf,
  identifierOf,
  isObject,
  referenceOf,
  textOf,
  textsOf,
} from './case-values.ts';
import type { ImportProblems } from './import-problems.ts';
import type { JsonObject } from './json-elements.ts';
import type { ReadDocument } from './read-records.ts';

const statuses: Readonly<Record<string, ReadDocument['adoption_status']>> = {
  adopted: 'adopted',
  implemented: 'adopted',
  draft: 'draft',
  deprecated: 'deprecated',
  retired: 'deprecated',
  private: 'private',
  privatedraft: 'private',
};

export function readCaseDocument(
  document: JsonObject,
  rest: { definitions: unknown; package: JsonObject },
  place: string,
  problems: ImportProblems,
): ReadDocument | null {
  const identifier = identifierOf(document.identifier) ?? referenceOf(document.uri)?.identifier;
  if (identifier === undefined || identifier === null) {
    problems.error({
      code: 'identifier_missing',
      place,
      detail: 'The document has neither an identifier nor a URI.',
    });
    return null;
  }
  const title = textOf(document.title);
  if (title === null)
    problems.note({ code: 'title_missing', place, identifier, detail: 'The document has no title.' });
  const status = textOf(document.adoptionStatus) ?? '';
  const known = statuses[status.replace(/[^a-z]/gi, '').toLowerCase()];
  if (status !== '' && !known) {
    problems.note({
      code: 'adoption_status_unknown',
      place,
      identifier,
      value: status,
      detail: 'This adoption status is not of the format; the framework counts as adopted.',
    });
  }
  const others = Object.keys(rest.package).length > 0 ? canonicalJson(rest.package) : null;
  return {
    identifier,
    source_uri: isObject(document.uri) ? textOf(document.uri.uri) : textOf(document.uri),
    title: cut(title ?? 'Untitled framework', 300),
    creator: cut(textOf(document.creator) ?? '', 300),
    publisher: cut(textOf(fieldOf(document, 'publisher', 'officialSourceURL')?.value) ?? '', 300),
    jurisdiction: cut(textOf(fieldOf(document, 'jurisdiction', 'caseJurisdiction')?.value) ?? '', 300),
    description: cut(textOf(document.description) ?? '', 5_000),
    subjects: textsOf(fieldOf(document, 'subject', 'subjectURI')?.value)
      .map((subject) => cut(subject, 80))
      .slice(0, 20),
    version: cut(textOf(fieldOf(document, 'version', 'frameworkVersion')?.value) ?? '', 80),
    adoption_status: known ?? 'adopted',
    language: languageOf(document.language),
    licence: cut(licenceOf(document.licenseURI) ?? '', 2_000),
    document_source: canonicalJson(document),
    definitions_source: rest.definitions === undefined ? null : canonicalJson(rest.definitions),
    package_source: others,
  };
}

function languageOf(value: unknown): string {
  const text = (textOf(value) ?? 'en').replaceAll('_', '-');
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? text : 'en';
}

function licenceOf(value: unknown): string | null {
  if (!isObject(value)) return textOf(value);
  return [textOf(value.title), textOf(value.uri)].filter(Boolean).join(' ') || null;
}

function cut(text: string, length: number): string {
  return text.length > length ? text.slice(0, length).toWellFormed() : text;
}
