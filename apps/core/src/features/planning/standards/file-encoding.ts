import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { UnreadableFile } from './import-problems.ts';

export interface Encoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes of a byte order mark at the start. */
  mark_length: number;
}

/** By the mark, else by whether the bytes are UTF-8 at all: tables saved by an older spreadsheet are not (PLN-75). */
export async function detectEncoding(path: string): Promise<Encoding> {
  const start = await firstBytes(path, 4);
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return checkedUtf8(path, 3);
  if (start[0] === 0xff && start[1] === 0xfe) return { name: 'utf-16le', mark_length: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { name: 'utf-16be', mark_length: 2 };
  return checkedUtf8(path, 0);
}

async function checkedUtf8(path: string, mark_length: number): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return { name: 'utf-8', mark_length };
  } catch (error) {
    if (error instanceof TypeError) return { name: 'windows-1252', mark_length };
    throw error;
  }
}

/** The text of a file, piece by piece. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name, { ignoreBOM: true });
  for await (const chunk of createReadStream(path, { start: encoding.mark_length, highWaterMark: 1 << 18 })) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

export async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export async function firstText(path: string, encoding: Encoding, length: number): Promise<string> {
  const bytes = await firstBytes(path, length);
  if (bytes.length <= encoding.mark_length) throw new UnreadableFile('empty', 'The file is empty.');
  return new TextDecoder(encoding.name).decode(bytes.subarray(encoding.mark_length));
}
