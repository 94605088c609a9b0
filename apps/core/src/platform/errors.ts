import { type ErrorCode, type FieldProblem, problems } from '@k12/contracts';

export interface ProblemDetails {
  detail?: string;
  errors?: FieldProblem[];
  /** The record as it is now, on conflicts. */
  current?: unknown;
  retry_after?: number;
  /** Named facts a page needs to explain the refusal, for example the missing capability. */
  context?: Record<string, unknown>;
}

/** The one error class of the API; the error handler turns it into RFC 9457. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: ErrorCode, details: ProblemDetails = {}) {
    super(details.detail ?? problems[code].title);
    this.name = 'Problem';
    this.code = code;
    this.status = problems[code].status;
    this.details = details;
  }
}

/** One field is wrong; rules that find several collect them and throw once. */
export function invalid(pointer: string, code: string, detail: string): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, code, detail }] });
}
