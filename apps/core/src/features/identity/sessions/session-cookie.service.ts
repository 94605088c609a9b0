import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../platform/config.ts';
import { newSecret } from '../../../platform/crypto/secrets.ts';

/** `__Host-` forbids a Domain and demands Secure; plain http on a development host drops both (IDN-78). */
function cookieName(config: Config, name: string): string {
  return config.secure_cookies ? `__Host-${name}` : name;
}

const sessionName = 'homeroom_session';
const visitorName = 'homeroom_visitor';
const deviceName = 'homeroom_device';
const deviceDays = 400;

export function readSessionCookie(request: FastifyRequest, config: Config): string | null {
  return request.cookies[cookieName(config, sessionName)] ?? null;
}

export function setSessionCookie(reply: FastifyReply, config: Config, secret: string, expiresAt: Date): void {
  reply.setCookie(cookieName(config, sessionName), secret, { ...attributes(config), expires: expiresAt });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config, sessionName), attributes(config));
}

/** A random value of this browser before sign-in; the sign-in form's token is bound to it (IDN-85). */
export function readVisitorCookie(request: FastifyRequest, config: Config): string | null {
  return request.cookies[cookieName(config, visitorName)] ?? null;
}

export function setVisitorCookie(reply: FastifyReply, config: Config, value: string): void {
  reply.setCookie(cookieName(config, visitorName), value, { ...attributes(config), maxAge: 24 * 3600 });
}

/** What wrong guesses and new-device notices count by: the browser, or its network where it keeps no cookie. */
export function deviceHashOf(request: FastifyRequest, config: Config): Buffer {
  const device = readDevice(request, config);
  return createHash('sha256')
    .update(device ? `device:${device}` : `network:${request.ip}`)
    .digest();
}

export function ensureDeviceCookie(request: FastifyRequest, reply: FastifyReply, config: Config): void {
  if (readDevice(request, config)) return;
  const device = newSecret();
  const value = `${device}.${signature(config, device)}`;
  reply.setCookie(cookieName(config, deviceName), value, {
    ...attributes(config),
    maxAge: deviceDays * 86_400,
  });
}

/** Signed, so that nobody makes up a new device for each guess. */
function readDevice(request: FastifyRequest, config: Config): string | null {
  const [device, given] = request.cookies[cookieName(config, deviceName)]?.split('.') ?? [];
  if (!device || !given) return null;
  const expected = Buffer.from(signature(config, device));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? device : null;
}

function signature(config: Config, device: string): string {
  return createHmac('sha256', config.APP_SECRET_KEY).update(`device:${device}`).digest('base64url');
}

function attributes(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure_cookies } as const;
}
