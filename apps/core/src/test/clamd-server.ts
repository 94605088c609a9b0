import { createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/** ClamAV's daemon as far as INSTREAM goes: chunks with their length, an empty one, one line of answer. */
export async function startClamd() {
  const received: Buffer[] = [];
  const server = createServer((socket) => serve(socket, received));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  afterAll(() => stop());
  return { port: (server.address() as { port: number }).port, received, stop };
}

const command = 'zINSTREAM\0';

function serve(socket: Socket, received: Buffer[]): void {
  let pending = Buffer.alloc(0);
  const parts: Buffer[] = [];
  let isGreeted = false;
  socket.on('error', () => undefined);
  socket.on('data', (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    if (!isGreeted) {
      if (pending.length < command.length) return;
      if (pending.toString('latin1', 0, command.length) !== command)
        return void socket.end('UNKNOWN COMMAND\0');
      pending = pending.subarray(command.length);
      isGreeted = true;
    }
    while (pending.length >= 4) {
      const size = pending.readUInt32BE(0);
      if (size === 0) return answer();
      if (pending.length < 4 + size) return;
      parts.push(pending.subarray(4, 4 + size));
      pending = pending.subarray(4 + size);
    }
  });

  function answer(): void {
    const file = Buffer.concat(parts);
    received.push(file);
    socket.end(file.includes('EICAR-TEST') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  }
}
