import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Capability } from './identity/capabilities.ts';
import type { PendingStep } from './identity/pending-step.ts';
import type { FlagKey } from './operations/flags.ts';
import type { RateClass } from './rates.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a caller needs before the handler runs: nothing, a session, or one capability at any reach. */
export type Permission = 'public' | 'signed_in' | 'platform' | Capability;

/** Announced at least twelve months ahead; every answer says so (INT-146). */
export interface Removal {
  announced_on: string;
  removed_on: string;
  /** Path of the operation that takes its place. */
  instead?: string;
}

export interface EndpointDeclaration {
  /** Stable operation name, `resource.verb`; used by metrics, OpenAPI and the permission matrix. */
  name: string;
  method: Method;
  /** Path below /api/v1, parameters in braces: `/schools/{id}`. */
  path: string;
  summary: string;
  permission: Permission;
  rate: RateClass;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Content types of the body beside JSON whose content is JSON all the same. */
  body_types?: readonly string[];
  /** Reply bodies by status. The first status is the one a handler answers with when it just returns. */
  replies: Record<number, z.ZodType>;
  /** Codes of errors.ts this operation may answer beyond those every operation shares. */
  errors?: readonly ErrorCode[];
  /** Needs a sign-in not older than ten minutes. A sensitive capability implies it (IDN-46). */
  fresh_sign_in?: boolean;
  /** Works for a session that still owes one of these steps; all others answer 401 `mfa_required`. */
  accepts_pending?: readonly PendingStep[];
  /** While acting for somebody: never, or in `read` mode too. Otherwise reads always, changes in `act` mode (IDN-97). */
  while_impersonating?: 'refused' | 'allowed';
  /** Answers 404 `feature_disabled` while this feature flag is off (OPS-112). */
  flag?: FlagKey;
  /** Works until then, and tells so. */
  removal?: Removal;
  /** Not JSON: the handler takes or sends a stream. */
  stream?: 'upload' | 'download' | 'events';
}

/** Declares an operation once; routing, validation, serialisation, OpenAPI, client and tests read it. */
export function endpoint<const D extends EndpointDeclaration>(declaration: D): D {
  return declaration;
}

type OutputOf<T> = T extends z.ZodType ? z.output<T> : undefined;
type InputOf<T> = T extends z.ZodType ? z.input<T> : undefined;

export type ParamsOf<E extends EndpointDeclaration> = OutputOf<E['params']>;
export type QueryOf<E extends EndpointDeclaration> = OutputOf<E['query']>;
export type BodyOf<E extends EndpointDeclaration> = OutputOf<E['body']>;
type Replies<E extends EndpointDeclaration> = E['replies'];
export type ReplyOf<E extends EndpointDeclaration> = {
  [S in keyof Replies<E>]: OutputOf<Replies<E>[S]>;
}[keyof Replies<E>];

type Part<K extends string, T> = undefined extends T
  ? T extends undefined
    ? unknown
    : { [P in K]?: T }
  : { [P in K]: T };

/** All of an address is text: a switch or a number is given as what it is read as. */
type Asked<In, Out> = {
  [K in keyof In]: K extends keyof Out
    ? unknown extends In[K]
      ? Out[K]
      : In[K] | Extract<Out[K], boolean>
    : In[K];
};
type QueryFor<T> = T extends z.ZodType ? Asked<z.input<T>, z.output<T>> : undefined;

/** What the client passes: only the parts the endpoint declares. */
export type RequestOf<E extends EndpointDeclaration> = Part<'params', InputOf<E['params']>> &
  Part<'query', QueryFor<E['query']>> &
  Part<'body', InputOf<E['body']>>;

export function successStatus(declaration: EndpointDeclaration): number {
  const [first] = Object.keys(declaration.replies);
  if (first === undefined) throw new Error(`${declaration.name} declares no reply`);
  return Number(first);
}
