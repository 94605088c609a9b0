import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface ReceivedMail {
  to: string;
  message_id: string;
  subject: string;
  /** Headers and parts, decoded. */
  text: string;
}

export interface SmtpServer {
  url: string;
  received: ReceivedMail[];
  /** Answers instead of `250`, or does something first, when a recipient is named. */
  onRecipient: (address: string) => string | undefined;
  stop(): Promise<void>;
}

/** A mail server that speaks enough SMTP (RFC 5321) for a real client, and keeps what it accepts. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    talk(socket, smtp);
  });
  const smtp: SmtpServer = {
    url: '',
    received: [],
    onRecipient: () => undefined,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  smtp.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return smtp;
}

function talk(socket: Socket, server: SmtpServer): void {
  let to = '';
  let body: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 mail.example.test ESMTP');
  const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    if (body) {
      if (line !== '.') return void body.push(line);
      server.received.push(read(to, body));
      body = null;
      return say('250 2.0.0 accepted');
    }
    const [verb] = line.split(/[\s:]/);
    switch (verb?.toUpperCase()) {
      case 'RCPT':
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        return say(server.onRecipient(to) ?? '250 2.1.5 ok');
      case 'DATA':
        body = [];
        return say('354 go ahead');
      case 'QUIT':
        say('221 bye');
        return socket.end();
      default:
        return say('250 ok');
    }
  });
}

function read(to: string, lines: string[]): ReceivedMail {
  const header = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  return { to, message_id: header('message-id'), subject: header('subject'), text: decode(lines.join('\n')) };
}

/** Quoted-printable (RFC 2045). */
function decode(text: string): string {
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_match, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
