// Free ports, also when two clones start in the same second: a port counts as taken while another launcher has
// reserved it, even though its service does not listen yet.
import { mkdirSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { acquireLock } from './lock.ts';

export type PortName = 'web' | 'core' | 'ai_gateway' | 'postgres';
export const PORT_NAMES: readonly PortName[] = ['web', 'core', 'ai_gateway', 'postgres'];
export const DEFAULT_PORTS: Record<PortName, number> = {
  web: 3000,
  core: 3001,
  ai_gateway: 3002,
  postgres: 3003,
};

export type Reservation = { port: number; release(): void };

export async function reservePort(preferred: number): Promise<Reservation> {
  for (let port = preferred; port < preferred + 500 && port < 65_536; port += 1) {
    const reservation = await reserveExactly(port);
    if (reservation) return reservation;
  }
  throw new Error(`No free port was found from ${preferred} upwards.`);
}

export async function reserveExactly(port: number): Promise<Reservation | undefined> {
  const release = acquireLock(path.join(reservationFolder(), String(port)));
  if (!release) return undefined;
  if (await isFree(port)) return { port, release };
  release();
  return undefined;
}

/** Browsers try `localhost` on IPv6 first, so a stranger listening there alone would answer in our place. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 cannot have anybody listening on it.
      resolve(error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL');
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Per user: one user's leftovers can be removed by that user only. */
function reservationFolder(): string {
  const folder = path.join(os.tmpdir(), `homeroom-ports-${os.userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
