import { z } from 'zod';

export const FieldProblem = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });

/** RFC 9457, with our code, the failing fields and the request id; `current` rides along on conflicts. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  errors: z.array(FieldProblem).optional(),
  request_id: z.string(),
  current: z.unknown().optional(),
  retry_after: z.number().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
});
