import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { Problem } from '../errors.ts';

/** Looks for malware in a finished upload, before it is kept: what was never kept is never served (IDN-107). */
export type Scanner = (path: string) => Promise<'clean' | 'infected'>;

const patienceMs = 60_000;
const chunkBytes = 64 * 1024;

/** Speaks the INSTREAM command of ClamAV's daemon, as does whatever stands in for it. */
export function createScanner(url: string): Scanner {
  const { hostname, port } = new URL(url);
  return async (path) => {
    const answer = await ask({ host: hostname, port: Number(port || 3310) }, path).catch(() => {
      throw new Problem('storage_unavailable', { retry_after: 30, detail: 'The file could not be checked.' });
    });
    if (answer.endsWith('FOUND')) return 'infected';
    // "INSTREAM size limit exceeded. ERROR" and the like: not known to be clean.
    if (!answer.endsWith('OK')) throw new Problem('storage_unavailable', { retry_after: 30 });
    return 'clean';
  };
}

async function ask(address: { host: string; port: number }, path: string): Promise<string> {
  const socket = connect(address);
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('The scanner does not answer')));
  const answer = new Promise<string>((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('end', () => resolve(text.replace(/\0.*$/s, '').trim()));
    socket.on('error', reject);
  });
  answer.catch(() => undefined);
  try {
    socket.write('zINSTREAM\0');
    for await (const part of createReadStream(path, { highWaterMark: chunkBytes })) {
      if (socket.destroyed) break;
      const size = Buffer.alloc(4);
      size.writeUInt32BE((part as Buffer).length);
      if (!socket.write(Buffer.concat([size, part as Buffer])))
        await new Promise<void>((resolve) => {
          socket.once('drain', resolve);
          socket.once('close', () => resolve());
        });
    }
    if (!socket.destroyed) socket.write(Buffer.alloc(4));
    return await answer;
  } finally {
    socket.destroy();
  }
}
