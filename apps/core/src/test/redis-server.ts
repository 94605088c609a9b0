import { createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

type Command = (socket: Socket, args: string[]) => string;

const bulk = (text: string | undefined) =>
  text === undefined ? '$-1\r\n' : `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
const list = (...texts: string[]) => `*${texts.length}\r\n${texts.map(bulk).join('')}`;

interface Values {
  values: Map<string, { text: string; expires: number }>;
  subscribers: Set<Socket>;
}

/** What each command does and answers. */
function createCommands({ values, subscribers }: Values): Record<string, Command> {
  const live = (key: string) => {
    const known = values.get(key);
    return known && known.expires > Date.now() ? known : undefined;
  };

  const commands: Record<string, Command> = {
    GET: (_socket, [key = '']) => bulk(live(key)?.text),
    SET(_socket, [key = '', text = '', unit, amount]) {
      const expires = unit === 'EX' ? Date.now() + Number(amount) * 1000 : Number.POSITIVE_INFINITY;
      values.set(key, { text, expires });
      return '+OK\r\n';
    },
    INCR: (socket, [key = '']) => commands.INCRBY?.(socket, [key, '1']) ?? '',
    INCRBY(_socket, [key = '', step = '0']) {
      const known = live(key) ?? { text: '0', expires: Number.POSITIVE_INFINITY };
      values.set(key, { ...known, text: String(Number(known.text) + Number(step)) });
      return `:${values.get(key)?.text}\r\n`;
    },
    PEXPIRE(_socket, [key = '', amount]) {
      const known = live(key);
      if (known) known.expires = Date.now() + Number(amount);
      return `:${known ? 1 : 0}\r\n`;
    },
    TTL(_socket, [key = '']) {
      const known = live(key);
      return `:${known ? Math.ceil((known.expires - Date.now()) / 1000) : -2}\r\n`;
    },
    DEL: (_socket, [key = '']) => `:${values.delete(key) ? 1 : 0}\r\n`,
    ZADD(_socket, [key = '', _gt, score = '0']) {
      const known = live(key) ?? { text: '0', expires: Number.POSITIVE_INFINITY };
      values.set(key, { ...known, text: String(Math.max(Number(known.text), Number(score))) });
      return ':1\r\n';
    },
    ZSCORE: (_socket, [key = '']) => bulk(live(key)?.text),
    EXPIRE(socket, [key = '', seconds = '0']) {
      return commands.PEXPIRE?.(socket, [key, String(Number(seconds) * 1000)]) ?? '';
    },
    SUBSCRIBE(socket, [channel = '']) {
      subscribers.add(socket);
      return `*3\r\n${bulk('subscribe')}${bulk(channel)}:1\r\n`;
    },
    PUBLISH(_socket, [channel = '', text = '']) {
      for (const subscriber of subscribers) subscriber.write(list('message', channel, text));
      return `:${subscribers.size}\r\n`;
    },
    CLIENT: () => '+OK\r\n',
    INFO: () => bulk('redis_version:7.2.0\r\nloading:0\r\n'),
  };
  return commands;
}

/** Speaks enough of the Redis protocol (RESP2) for counters, scores, values with an expiry and channels. */
export async function startRedisServer() {
  const values: Values['values'] = new Map();
  const subscribers = new Set<Socket>();
  const sockets = new Set<Socket>();
  const commands = createCommands({ values, subscribers });
  const server = createServer((socket) => {
    sockets.add(socket);
    let rest = '';
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      subscribers.delete(socket);
    });
    socket.on('data', (data) => {
      rest += data;
      for (let parsed = parse(rest); parsed; parsed = parse(rest)) {
        const [name = '', ...args] = parsed.words;
        rest = rest.slice(parsed.length);
        socket.write(commands[name.toUpperCase()]?.(socket, args) ?? '-ERR unknown command\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  afterAll(() => void stop());
  return { url: `redis://127.0.0.1:${port}`, keys: () => [...values.keys()], stop };
}

/** One command at the start of the text, if it has arrived whole. */
function parse(text: string): { words: string[]; length: number } | null {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (!head) return null;
  let at = head[0].length;
  const words: string[] = [];
  for (let word = 0; word < Number(head[1]); word++) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at));
    if (!size) return null;
    at += size[0].length;
    const end = at + Number(size[1]);
    if (text.length < end + 2) return null;
    words.push(text.slice(at, end));
    at = end + 2;
  }
  return { words, length: at };
}
