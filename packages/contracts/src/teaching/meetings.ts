import { z } from 'zod';
import { day, id } from '../records.ts';

/** A local time of day, `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time such as 08:30' });

/** When a section meets: every week on a weekday (0 is Sunday), or on a day of the school's rotation (PLN-112). */
export const Meeting = z.object({
  id,
  weekday: z.int().min(0).max(6).nullable(),
  rotation_day: z.string().nullable(),
  starts_at: timeOfDay,
  ends_at: timeOfDay,
  location: z.string().nullable(),
  effective_from_on: day.nullable(),
  effective_to_on: day.nullable(),
});
export type Meeting = z.infer<typeof Meeting>;

export const MeetingInput = z
  .strictObject({
    weekday: z.int().min(0).max(6).nullable(),
    rotation_day: z.string().trim().min(1).max(10).nullable(),
    starts_at: timeOfDay,
    ends_at: timeOfDay,
    location: z.string().trim().max(80).nullable(),
    effective_from_on: day.nullable(),
    effective_to_on: day.nullable(),
  })
  .partial({
    weekday: true,
    rotation_day: true,
    location: true,
    effective_from_on: true,
    effective_to_on: true,
  });
export type MeetingInput = z.infer<typeof MeetingInput>;
