import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflated = promisify(deflateRaw);
const store = 0;
const deflate = 8;
/** Of plain archives; what needs more is refused by us when it comes in, too. */
const most = { entries: 65_534, bytes: 0xffff_fffe };
/** The names are UTF-8. */
const flags = 0x0800;
/** 1 January 1980: equal contents make equal archives. */
const dosDate = 0x0021;

const localMark = Buffer.from('PK\x03\x04', 'latin1');

export interface WrittenPart {
  path: string;
  size_bytes: number;
  sha256: string;
}

/** Writes an archive part by part to a file of this machine, so that it never is in memory as a whole. */
export class ZipWriter {
  readonly parts: WrittenPart[] = [];
  readonly #directory: Buffer[] = [];
  readonly #file: FileHandle;
  #offset = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'w'));
  }

  async add(path: string, content: Buffer): Promise<void> {
    const packed = await deflated(content);
    const shrinks = packed.length < content.length;
    const body = shrinks ? packed : content;
    const name = Buffer.from(path);
    const [method, sum] = [shrinks ? deflate : store, crc32(content)];
    const common = commonPart({ method, sum, packed: body.length, size: content.length, name: name.length });
    this.#list(common, name);
    await this.#write(Buffer.concat([localMark, common, name]));
    await this.#write(body);
    const sha256 = createHash('sha256').update(content).digest('hex');
    this.parts.push({ path, size_bytes: content.length, sha256 });
  }

  /** For what may be too large to be held: stored as it is, its sum written before it once it is known. */
  async addStream(path: string, content: AsyncIterable<Buffer>): Promise<void> {
    const name = Buffer.from(path);
    const start = this.#offset;
    const hash = createHash('sha256');
    let [sum, size] = [0, 0];
    await this.#write(Buffer.alloc(localMark.length + 26 + name.length));
    for await (const chunk of content) {
      sum = crc32(chunk, sum);
      size += chunk.length;
      hash.update(chunk);
      await this.#write(chunk);
    }
    const common = commonPart({ method: store, sum, packed: size, size, name: name.length });
    const head = Buffer.concat([localMark, common, name]);
    await this.#file.write(head, 0, head.length, start);
    this.#list(common, name, start);
    this.parts.push({ path, size_bytes: size, sha256: hash.digest('hex') });
  }

  #list(common: Buffer, name: Buffer, start = this.#offset): void {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(start, 10);
    this.#directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name]));
  }

  /** The list of contents; gives the size of the archive. */
  async finish(): Promise<number> {
    const count = this.#directory.length;
    if (count > most.entries) throw new Error('The archive would hold too many parts.');
    const start = this.#offset;
    const list = Buffer.concat(this.#directory);
    await this.#write(list);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06');
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(start, 16);
    await this.#write(end);
    await this.close();
    return this.#offset;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#offset + bytes.length > most.bytes) throw new Error('The archive would be too large.');
    await this.#file.write(bytes);
    this.#offset += bytes.length;
  }
}

/** What the list of contents repeats of each part. */
function commonPart(part: { method: number; sum: number; packed: number; size: number; name: number }) {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(part.method, 4);
  common.writeUInt16LE(dosDate, 8);
  common.writeUInt32LE(part.sum, 10);
  common.writeUInt32LE(part.packed, 14);
  common.writeUInt32LE(part.size, 18);
  common.writeUInt16LE(part.name, 22);
  return common;
}
