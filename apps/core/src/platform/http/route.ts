import type { BodyOf, EndpointDeclaration, ParamsOf, QueryOf, ReplyOf } from '@k12/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Platform } from '../context.ts';

/** What a handler gets: validated parts, the acting context, and the raw pair for the rare cookie or stream. */
export interface HandlerInput<E extends EndpointDeclaration> {
  context: Context;
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** An endpoint that anyone may call has no actor yet, hence no tenant. */
export interface PublicInput<E extends EndpointDeclaration> extends Omit<HandlerInput<E>, 'context'> {
  platform: Platform;
}

/** An operation without a reply body may simply end. */
// biome-ignore lint/suspicious/noConfusingVoidType: it stands for a handler without a return statement
type Nothing<T> = undefined extends T ? void : never;

type Result<E extends EndpointDeclaration> = Promise<ReplyOf<E> | Nothing<ReplyOf<E>> | Answer<ReplyOf<E>>>;

type Handler<E extends EndpointDeclaration> = (
  input: E['permission'] extends 'public' ? PublicInput<E> : HandlerInput<E>,
) => Result<E>;

export interface Route {
  endpoint: EndpointDeclaration;
  handler: (input: never) => Promise<unknown>;
}

/** One line of a routes file: the declared endpoint and one call. */
export function route<const E extends EndpointDeclaration>(endpoint: E, handler: Handler<E>): Route {
  return { endpoint, handler: handler as Route['handler'] };
}

/** A reply with another status than the endpoint's first, or with headers of its own. */
export class Answer<T> {
  readonly status: number;
  readonly body: T;
  constructor(status: number, body: T) {
    this.status = status;
    this.body = body;
  }
}
