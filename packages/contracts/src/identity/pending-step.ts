import { z } from 'zod';

/** What a session still owes before it may be used for anything else. */
export const PendingStep = z.enum(['second_factor', 'enrol_factor', 'new_password']);
export type PendingStep = z.infer<typeof PendingStep>;
