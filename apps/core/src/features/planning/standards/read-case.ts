import { createReadStream } from 'node:fs';
import { readCaseDocument } from './case-document.rules.ts';
import { readCaseAssociation, readCaseItem } from './case-item.rules.ts';
import { isObject, referenceOf } from './case-values.ts';
import { detectEncoding, readText } from './file-encoding.ts';
import { ImportProblems, UnreadableFile } from './import-problems.ts';
import { JsonElements, type JsonObject } from './json-elements.ts';
import type {
  FoundDocument,
  ReadAssociation,
  ReadDocument,
  ReadFramework,
  ReadItem,
} from './read-records.ts';

interface PackageInReading {
  items: ReadItem[];
  /** Which document an item says it belongs to, where a package holds several. */
  document_of: Map<string, string>;
  associations: ReadAssociation[];
  problems: ImportProblems;
}

export interface CaseFile {
  documents: FoundDocument[];
  /** The document asked for, else the first with items. Undefined when there is none such. */
  framework(identifier: string | null): ReadFramework | undefined;
  /** Faults of the file and of the package that document is in. */
  problems: ImportProblems;
}

type OnProgress = (items: number) => Promise<void>;

const lists = new Map([
  ['cfitems', 'CFItems'],
  ['cfassociations', 'CFAssociations'],
]);
const known = new Set(['CFDocument', 'CFDocuments', 'CFItems', 'CFAssociations', 'CFDefinitions']);

/** Reads a CASE package of any size: items and associations are kept as small records, never as one tree of objects. */
export async function readCase(path: string, onProgress: OnProgress): Promise<CaseFile> {
  const problems = new ImportProblems();
  const packages = new Map<JsonObject, PackageInReading>();
  const inReading = (owner: JsonObject) => {
    const found = packages.get(owner) ?? { items: [], document_of: new Map(), associations: [], problems };
    packages.set(owner, found);
    return found;
  };
  let read = 0;
  const parser = new JsonElements({
    isElementList: (key) => lists.has(key.toLowerCase()),
    onElement: (list, index, value, owner) => {
      read += 1;
      take(inReading(owner), lists.get(list.toLowerCase()) ?? list, index, value);
    },
  });
  const root = await parse(path, parser, () => onProgress(read));
  if (parser.cleaned_count > 0) {
    problems.note({
      code: 'characters_removed',
      place: '',
      value: String(parser.cleaned_count),
      detail: 'Characters that no text can hold were taken out.',
    });
  }
  const found = packagesOf(root).map((owner, at, all) =>
    close(owner, inReading(owner), all.length > 1 ? `/${at}` : '', problems),
  );
  return assemble(found.flat(), problems);
}

async function parse(path: string, parser: JsonElements, onChunk: () => Promise<void>): Promise<unknown> {
  const encoding = await detectEncoding(path);
  const chunks =
    encoding.name === 'utf-8'
      ? createReadStream(path, { start: encoding.mark_length, highWaterMark: 1 << 18 })
      : readText(path, encoding);
  let seen = 0;
  try {
    for await (const chunk of chunks) {
      seen += chunk.length;
      parser.write(chunk);
      await onChunk();
    }
    return parser.end();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (seen === 0) throw new UnreadableFile('empty', 'The file is empty.');
    throw new UnreadableFile(
      error.code,
      error.message,
      await lineOf(path, encoding.mark_length + Number(error.place || parser.offset)),
    );
  }
}

/** `line 12, byte 345`: a fault in a file of one long line still has a place. */
async function lineOf(path: string, offset: number): Promise<string> {
  let line = 1;
  if (offset > 0) {
    for await (const chunk of createReadStream(path, { end: offset - 1 })) {
      for (const byte of chunk as Buffer) if (byte === 10) line += 1;
    }
  }
  return `line ${line}, byte ${offset}`;
}

function take(into: PackageInReading, list: string, index: number, value: unknown): void {
  const place = `/${list}/${index}`;
  if (list === 'CFAssociations') {
    const association = readCaseAssociation(value, place, into.problems);
    if (association) into.associations.push(association);
    return;
  }
  const item = readCaseItem(value, place, into.problems);
  if (!item) return;
  into.items.push(item);
  const document = isObject(value) ? referenceOf(value.CFDocumentURI) : null;
  if (document) into.document_of.set(item.identifier, document.identifier);
}

/** A package, a list of packages, or packages wrapped in one object. */
function packagesOf(root: unknown): JsonObject[] {
  const isPackage = (value: unknown): value is JsonObject =>
    isObject(value) &&
    ['CFDocument', 'CFDocuments', 'CFItems', 'cfItems', 'CFAssociations'].some((key) => key in value);
  if (isPackage(root)) return [root];
  const wrapped = Array.isArray(root) ? root : isObject(root) ? Object.values(root).flat() : [];
  const packages = wrapped.filter(isPackage);
  if (packages.length === 0) throw new UnreadableFile('no_package', 'The file holds no CASE package.');
  return packages;
}

interface FoundFramework extends ReadFramework {
  document: ReadDocument;
}

function close(
  owner: JsonObject,
  read: PackageInReading,
  place: string,
  problems: ImportProblems,
): FoundFramework[] {
  // A list of one is written as the one itself by some publishers, or as an object by identifier.
  for (const [key, list] of lists) {
    const name = Object.keys(owner).find((own) => own.toLowerCase() === key);
    const value = name === undefined ? undefined : owner[name];
    if (!isObject(value)) continue;
    const single = 'identifier' in value || 'uri' in value;
    const entries = single ? [value] : Object.values(value);
    problems.note({
      code: 'list_as_object',
      place: `${place}/${list}`,
      detail: 'A list is written as an object.',
    });
    for (const [at, entry] of entries.entries()) take(read, list, at, entry);
  }
  const given = [owner.CFDocument, owner.CFDocuments].flat().filter(isObject);
  const rest: JsonObject = Object.fromEntries(
    Object.entries(owner).filter(([key]) => !known.has(key) && !lists.has(key.toLowerCase())),
  );
  const documents = given.flatMap((document) => {
    const details = { definitions: owner.CFDefinitions, package: rest };
    return readCaseDocument(document, details, `${place}/CFDocument`, problems) ?? [];
  });
  if (documents.length === 0) documents.push(...inventedDocument(read, rest, problems, place));
  if (documents.length === 1) return [{ document: documents[0] as ReadDocument, ...read }];
  return documents.map((document) => {
    const items = read.items.filter(
      ({ identifier }) => read.document_of.get(identifier) === document.identifier,
    );
    const own = new Set(items.map(({ identifier }) => identifier));
    return {
      document,
      items,
      associations: read.associations.filter((link) => own.has(link.origin_identifier)),
    };
  });
}

/** Without a document the items still say which one they are of. */
function inventedDocument(
  read: PackageInReading,
  rest: JsonObject,
  problems: ImportProblems,
  place: string,
): ReadDocument[] {
  const identifier = [...read.document_of.values()][0];
  if (identifier === undefined) return [];
  problems.note({
    code: 'document_missing',
    place,
    identifier,
    detail: 'The package has no document; its identifier was taken from the items.',
  });
  const document = readCaseDocument(
    { identifier },
    { definitions: undefined, package: rest },
    place,
    problems,
  );
  return document ? [document] : [];
}

function assemble(found: FoundFramework[], problems: ImportProblems): CaseFile {
  const documents = found.map(({ document, items }) => ({
    identifier: document.identifier,
    title: document.title,
    items_count: items.length,
  }));
  if (found.length > 1) {
    for (const { identifier, title } of documents) {
      problems.note({
        code: 'one_of_several_documents',
        place: '',
        identifier,
        value: title,
        detail: 'The file holds several documents; one of them is imported at a time.',
      });
    }
  }
  return {
    documents,
    problems,
    framework: (identifier) =>
      identifier === null
        ? (found.find(({ items }) => items.length > 0) ?? found[0])
        : found.find(({ document }) => document.identifier === identifier),
  };
}
