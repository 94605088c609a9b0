/** What a file says, whatever its format: the same records from a CASE package and from a table. */
export interface ReadItem {
  identifier: string;
  /** False where the file has none and one was derived: then the standard keeps the one it has. */
  identifier_given: boolean;
  /** Where it stands in the file, for faults found later. */
  place: string;
  line: number | null;
  code: string;
  statement: string;
  short_statement: string | null;
  label: string | null;
  item_type: string | null;
  education_levels: string[];
  grade_levels: string[];
  subjects: string[];
  list_enumeration: string | null;
  notes: string | null;
  language: string | null;
  licence: string;
  source_uri: string | null;
  /** Null where the file has no opinion: then the tree decides. */
  assessable: boolean | null;
  /** As given, as JSON text: a string costs a fraction of the object it came from. */
  source: string;
  content_hash: string;
}

export interface ReadAssociation {
  identifier: string;
  place: string;
  type: string;
  origin_identifier: string;
  origin_uri: string | null;
  destination_identifier: string;
  destination_uri: string | null;
  sequence: number | null;
  source: string;
  content_hash: string;
}

export interface ReadDocument {
  identifier: string;
  source_uri: string | null;
  title: string;
  creator: string;
  publisher: string;
  jurisdiction: string;
  description: string;
  subjects: string[];
  version: string;
  adoption_status: 'draft' | 'adopted' | 'deprecated' | 'private';
  language: string;
  licence: string;
  document_source: string;
  definitions_source: string | null;
  package_source: string | null;
}

export interface ReadFramework {
  /** Null for a table: it tells nothing about the framework. */
  document: ReadDocument | null;
  items: ReadItem[];
  associations: ReadAssociation[];
}

export interface FoundDocument {
  identifier: string;
  title: string;
  items_count: number;
}
