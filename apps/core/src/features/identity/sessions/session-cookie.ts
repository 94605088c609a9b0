import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../platform/config.ts';

/** `__Host-` forbids a Domain and demands Secure; plain http on a development host drops both (IDN-78). */
function cookieName(config: Config, name: string): string {
  return config.secure_cookies ? `__Host-${name}` : name;
}

const sessionName = 'homeroom_session';
const visitorName = 'homeroom_visitor';

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

function attributes(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure_cookies } as const;
}
