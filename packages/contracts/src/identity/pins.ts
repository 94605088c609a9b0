import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../records.ts';

export const PinSubject = z.enum(['unit_plan', 'course']);
/** More than this is a list again, not something at hand. */
export const mostPins = 20;

export const Pin = z
  .object({ subject_type: PinSubject, subject_id: id, title: z.string() })
  .meta({ id: 'Pin' });
export type Pin = z.infer<typeof Pin>;

const subject = { subject_type: PinSubject, subject_id: id };
const all = z.object({ data: z.array(Pin) });
const common = { permission: 'signed_in', rate: 'general', path: '/me/pins' } as const;

export const listPins = endpoint({
  ...common,
  name: 'me.pins.list',
  method: 'GET',
  summary: 'What one keeps at hand, in one’s own order; what may not be seen any more is left out',
  replies: { 200: all },
});

export const PinPut = z.strictObject({
  ...subject,
  /** Counted from 0; at the end unless said. */
  position: z
    .int()
    .min(0)
    .max(mostPins - 1)
    .optional(),
});
export type PinPut = z.infer<typeof PinPut>;

export const putPin = endpoint({
  ...common,
  name: 'me.pins.put',
  method: 'PUT',
  summary: 'Keep something at hand, or move it among what is',
  body: PinPut,
  replies: { 200: all },
  errors: ['conflict'],
});

export const deletePin = endpoint({
  ...common,
  name: 'me.pins.delete',
  method: 'DELETE',
  summary: 'Put something away again',
  query: z.strictObject(subject),
  replies: { 200: all },
});
