import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { executableExtensions, type FileType, fileTypes } from './file-types.ts';
import { extensionOf, inspectArchive } from './inspect-archive.ts';
import type { PurposeRules } from './purposes.ts';

export interface Candidate {
  /** A finished upload on this machine. */
  path: string;
  name: string;
  declared_type: string;
}

export type Inspection = { fault: string } | { fault: null; content_type: string };

const textProbeBytes = 64 * 1024;
const programStart = /^\s*(<!doctype|<html|<script|<svg|<\?xml|<\?php|#!)/i;

/** Name, declared type and content must tell the same story, and one the purpose allows (IDN-105). */
export async function inspectFile(candidate: Candidate, rules: PurposeRules): Promise<Inspection> {
  const fault = faultOfName(candidate.name);
  if (fault) return { fault };
  const extension = extensionOf(candidate.name);
  const type = fileTypes[extension];
  if (!type || !rules.extensions.has(extension)) return { fault: 'type_not_accepted' };
  const declared = candidate.declared_type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (declared !== 'application/octet-stream' && !type.declared.includes(declared))
    return { fault: 'type_mismatch' };
  const content = await faultOfContent(candidate.path, type);
  if (content) return { fault: content };
  return { fault: null, content_type: type.declared[0] ?? 'application/octet-stream' };
}

function faultOfName(name: string): string | null {
  const parts = name.toLowerCase().split('.').slice(1);
  const last = parts.pop() ?? '';
  if (executableExtensions.has(last)) return 'executable';
  const hidden = parts.some((part) => executableExtensions.has(part.trim()) || part.trim() in fileTypes);
  // "report.pdf.zip" shows as report.pdf wherever known extensions are hidden.
  return hidden ? 'double_extension' : null;
}

async function faultOfContent(path: string, type: FileType): Promise<string | null> {
  const found = await fileTypeFromFile(path);
  if (type.signature === null) return found ? 'content_mismatch' : faultOfText(path);
  if (!found || !type.signature.includes(found.mime)) {
    // An office document with a password is a container of another kind.
    return found?.mime === 'application/x-cfb' ? 'encrypted' : 'content_mismatch';
  }
  const isZip = type.group === 'archive';
  const isOffice = type.group === 'document' && /openxml|opendocument/.test(found.mime);
  return isZip || isOffice ? inspectArchive(path, isOffice) : null;
}

async function faultOfText(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(textProbeBytes), 0, textProbeBytes, 0);
    const start = buffer.subarray(0, bytesRead);
    const text = decoded(start);
    if (text.includes('\0')) return 'content_mismatch';
    return programStart.test(text) ? 'executable' : null;
  } finally {
    await file.close();
  }
}

/** By the mark of UTF-16, which spreadsheets write as "Unicode text"; all else as UTF-8. */
function decoded(start: Buffer): string {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(start);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(start);
  return start.toString('utf8');
}
