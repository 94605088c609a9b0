import { createServer, type RequestListener } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { isPublicAddress } from './address-rules.ts';
import { checkUrl, type UrlRules } from './check-url.ts';
import { ReplyTooLarge, safeFetch } from './safe-fetch.ts';

const publicAddress = { address: '93.184.215.14', family: 4 };

function strict(given: Partial<UrlRules> = {}): UrlRules {
  return { allow_http: false, internal_hosts: new Set(), resolve: async () => [publicAddress], ...given };
}

async function serve(listener: RequestListener) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(
      `${request.method} ${request.headers.host}${request.url} ${request.headers.authorization ?? ''}`.trim(),
    );
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => void server.close());
  const { port } = server.address() as { port: number };
  return { port, requests };
}

/** An operator has allowed these names, so that a test may reach a server of its own. */
function inside(...hosts: string[]): UrlRules {
  return strict({
    internal_hosts: new Set(hosts),
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
}

const refused = { code: 'unsafe_url' };

test.each([
  'http://example.com/',
  'ftp://example.com/',
  'https://example.com:8080/',
  'https://user:pass@example.com/',
  'https://127.0.0.1/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://2130706433/',
  'https://127.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://169.254.169.254/latest/meta-data',
  'https://example.com\\@127.0.0.1/',
  'https:// example.com/',
  'javascript:alert(1)',
  'not a url',
])('IDN-104 %s is refused', async (url) => {
  const resolve: UrlRules['resolve'] = async (host) => [
    { address: /[\d:]/.test(host[0] ?? '') ? host : '93.184.215.14', family: 4 },
  ];
  await expect(checkUrl(url, strict({ resolve }))).rejects.toMatchObject(refused);
});

test.each([
  ['127.0.0.1', 'loopback'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['192.168.1.1', 'private'],
  ['169.254.169.254', 'link-local and metadata'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.100.100.200', 'metadata'],
  ['168.63.129.16', 'metadata'],
  ['224.0.0.1', 'multicast'],
  ['0.0.0.0', 'unspecified'],
  ['255.255.255.255', 'broadcast'],
  ['198.18.0.1', 'benchmarking'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['fe80::1', 'link-local'],
  ['fd00::1', 'unique local'],
  ['fd00:ec2::254', 'metadata'],
  ['ff02::1', 'multicast'],
  ['::ffff:10.0.0.1', 'IPv4-mapped'],
  ['64:ff9b::a00:1', 'NAT64'],
  ['2002:7f00:1::', '6to4'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
])('IDN-104 a name that resolves to %s (%s) is refused, also among good addresses', async (address) => {
  expect(isPublicAddress(address)).toBe(false);
  const resolve = async () => [publicAddress, { address, family: address.includes(':') ? 6 : 4 }];
  await expect(checkUrl('https://hook.example/', strict({ resolve }))).rejects.toMatchObject(refused);
});

test('IDN-104 ordinary addresses on ports 443 and 8443 pass', async () => {
  for (const url of ['https://hook.example/x', 'https://hook.example:8443/', 'https://8.8.8.8/']) {
    expect((await checkUrl(url, strict())).address).toEqual(publicAddress);
  }
  expect(isPublicAddress('2606:2800:21f:cb07:6820:80da:af6b:8b2c')).toBe(true);
});

test('IDN-104 a name that is public when saved and 169.254.169.254 at the call is refused and nothing is sent', async () => {
  const answers = [[publicAddress], [{ address: '169.254.169.254', family: 4 }]];
  const rules = strict({ resolve: async () => answers.shift() ?? [] });
  await checkUrl('https://hook.example/', rules);
  await expect(
    safeFetch('https://hook.example/', rules, { method: 'POST', body: '{}' }),
  ).rejects.toMatchObject(refused);
});

test('IDN-104 the connection goes to the address that was checked, however the name resolves meanwhile', async () => {
  const target = await serve((_request, response) => void response.end('reached'));
  let lookups = 0;
  const rules = inside('partner.internal');
  const resolve: UrlRules['resolve'] = async () => {
    lookups += 1;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const reply = await safeFetch(`http://partner.internal:${target.port}/a`, { ...rules, resolve });
  expect([reply.status, reply.body.toString(), lookups]).toEqual([200, 'reached', 1]);
  expect(target.requests).toEqual([`GET partner.internal:${target.port}/a`]);
});

test('IDN-104 each redirect is checked again, and the fourth is not followed', async () => {
  const inner = await serve((_request, response) => void response.end('secret'));
  const outer = await serve((_request, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/metadata` });
    response.end();
  });
  await expect(
    safeFetch(`http://partner.internal:${outer.port}/`, inside('partner.internal')),
  ).rejects.toMatchObject(refused);
  expect(inner.requests).toEqual([]);

  const loop = await serve((_request, response) => {
    response.writeHead(302, { location: '/again' });
    response.end();
  });
  await expect(
    safeFetch(`http://partner.internal:${loop.port}/`, inside('partner.internal')),
  ).rejects.toMatchObject(refused);
  expect(loop.requests).toHaveLength(4);
});

test('IDN-104 a secret meant for one host is not told to the next', async () => {
  const second = await serve((_request, response) => void response.end('ok'));
  const first = await serve((_request, response) => {
    response.writeHead(307, { location: `http://second.internal:${second.port}/` });
    response.end();
  });
  const rules = inside('first.internal', 'second.internal');
  await safeFetch(`http://first.internal:${first.port}/`, rules, {
    headers: { authorization: 'Bearer secret' },
  });
  expect(first.requests[0]).toContain('Bearer secret');
  expect(second.requests[0]).not.toContain('secret');
});

test('IDN-104 replies are cut off at the size limit and waiting at the time limit', async () => {
  const large = await serve((_request, response) => void response.end(Buffer.alloc(200_000)));
  const rules = inside('partner.internal');
  const call = safeFetch(`http://partner.internal:${large.port}/`, rules, { max_bytes: 100_000 });
  await expect(call).rejects.toBeInstanceOf(ReplyTooLarge);
  const silent = await serve(() => undefined);
  const slow = safeFetch(`http://partner.internal:${silent.port}/`, rules, { timeout_ms: 50 });
  await expect(slow).rejects.toThrow(/abort|time/i);
});
