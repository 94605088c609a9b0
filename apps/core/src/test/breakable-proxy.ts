import { connect, createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

interface Fault {
  at: (sent: string) => boolean;
  delivers: boolean;
}

/** A TCP relay that a test can cut or freeze: the network between the app and a service it needs. */
export async function breakableProxy(target: { host: string; port: number }) {
  const sockets = new Set<Socket>();
  let mode: 'open' | 'cut' | 'frozen' = 'open';
  let fault: Fault | undefined;
  const server = createServer((client) => {
    if (mode === 'cut') return void client.destroy();
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (data) => {
      if (mode !== 'open') return;
      if (!fault?.at(data.toString('latin1'))) return void upstream.write(data);
      const { delivers } = fault;
      fault = undefined;
      if (!delivers) return void client.destroy();
      // The server gets it and answers; nobody is there to hear it.
      upstream.removeAllListeners('data');
      upstream.on('data', () => client.destroy());
      upstream.write(data);
    });
    upstream.on('data', (data) => mode === 'open' && client.write(data));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  afterAll(() => {
    dropAll();
    server.close();
  });
  return {
    host: '127.0.0.1',
    port,
    /** Connections end, new ones are refused. */
    cut() {
      mode = 'cut';
      dropAll();
    },
    /** Connections stay, nothing comes through. */
    freeze() {
      mode = 'frozen';
    },
    mend() {
      mode = 'open';
    },
    /** Ends the connection once, when it is about to carry this: before it arrives, or before its answer does. */
    breakOnce(next: Fault) {
      fault = next;
    },
  };
}

/** The same database address, through the relay. */
export function throughProxy(url: string, proxy: { host: string; port: number }): string {
  const address = new URL(url);
  address.hostname = proxy.host;
  address.port = String(proxy.port);
  return address.href;
}
