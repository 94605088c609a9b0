import { createHash } from 'node:crypto';
import { unpack } from '../../../platform/files/inspect-archive.ts';
import { readZipDirectory, UnreadableArchive, type ZipEntry } from '../../../platform/files/zip-directory.ts';
import type { PackageProblems } from './package-problems.ts';

const deepestJson = 100;

/** The parts of an archive by their names. Faults of a part are reported where it is asked for. */
export class PackageParts {
  readonly #path: string;
  readonly #entries = new Map<string, ZipEntry>();
  readonly #problems: PackageProblems;

  private constructor(path: string, problems: PackageProblems) {
    this.#path = path;
    this.#problems = problems;
  }

  static async open(path: string, problems: PackageProblems): Promise<PackageParts> {
    const parts = new PackageParts(path, problems);
    for (const entry of await entriesOf(path, problems)) {
      if (entry.name.endsWith('/')) continue;
      if (parts.#entries.has(entry.name))
        problems.error('duplicate_part', shown(entry.name), 'The archive holds two parts of this name.');
      const fault = faultOf(entry);
      if (fault) problems.error(fault.code, shown(entry.name), fault.detail);
      else parts.#entries.set(entry.name, entry);
    }
    return parts;
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Its bytes, compared with what the manifest says of it; undefined with a fault reported. */
  async bytes(name: string, sha256?: string): Promise<Buffer | undefined> {
    const entry = this.#entries.get(name);
    if (!entry) {
      this.#problems.error('missing_part', shown(name), 'The archive does not hold this part.');
      return undefined;
    }
    const content = await this.#unpacked(entry);
    if (!content) return undefined;
    if (sha256 && createHash('sha256').update(content).digest('hex') !== sha256) {
      this.#problems.error('changed_part', shown(name), 'The part is not what the manifest says it is.');
      return undefined;
    }
    return content;
  }

  async json(name: string, sha256?: string): Promise<unknown> {
    const content = await this.bytes(name, sha256);
    if (!content) return undefined;
    const text = content.toString('utf8');
    if (depthOf(text) > deepestJson) {
      this.#problems.error('too_deep', shown(name), `JSON is read down to ${deepestJson} levels.`);
      return undefined;
    }
    try {
      const value: unknown = JSON.parse(text);
      if (isStorable(value)) return value;
      this.#problems.error('forbidden_character', shown(name), 'The part holds characters no text can hold.');
    } catch {
      this.#problems.error('broken_json', shown(name), 'The part is no JSON.');
    }
    return undefined;
  }

  async #unpacked(entry: ZipEntry): Promise<Buffer | undefined> {
    const { name, size } = entry;
    try {
      const content = await unpack(this.#path, entry);
      if (content.length === size) return content;
      this.#problems.error('wrong_size', shown(name), 'The part is not as large as the archive says.');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ERR_BUFFER_TOO_LARGE' || size > 64 * 1024 ** 2)
        this.#problems.error('part_too_large', shown(name), 'Unpacked, the part is larger than 64 MB.');
      else this.#problems.error('broken_part', shown(name), 'The part cannot be unpacked.');
    }
    return undefined;
  }
}

async function entriesOf(path: string, problems: PackageProblems): Promise<ZipEntry[]> {
  try {
    return await readZipDirectory(path);
  } catch (error) {
    if (!(error instanceof UnreadableArchive) && !(error instanceof RangeError)) throw error;
    problems.error('no_archive', '', 'The file is no zip archive, or it is damaged.');
    return [];
  }
}

/** The upload was looked at already; an archive is looked at again, because it may have come another way. */
function faultOf({ name, encrypted, is_link }: ZipEntry): { code: string; detail: string } | undefined {
  if (encrypted) return { code: 'encrypted_part', detail: 'The part is protected by a password.' };
  if (is_link) return { code: 'link', detail: 'The part is a link to somewhere else.' };
  if (name.includes('\u0000') || /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..'))
    return { code: 'path_outside', detail: 'The name leads out of the package.' };
  return undefined;
}

const shown = (name: string) =>
  name
    .replace(/\p{Cc}/gu, '�')
    .slice(0, 200)
    .toWellFormed();

/** How deep brackets nest outside of texts: asked before anything walks down there. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isText) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) isText = false;
    } else if (sign === 0x22) isText = true;
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (sign === 0x5d || sign === 0x7d) depth -= 1;
  }
  return deepest;
}

/** The database keeps no NUL and no half of a sign. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}
