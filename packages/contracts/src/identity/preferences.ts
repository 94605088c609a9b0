import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { locale, lockVersion, timeZone } from '../records.ts';

const step = z.int().min(0).max(4);

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['normal', 'high']),
  density: z.enum(['comfortable', 'compact']),
  reading: z.strictObject({
    font: z.enum(['default', 'hyperlegible', 'opendyslexic']),
    letter_spacing: step,
    word_spacing: step,
    line_spacing: step,
    measure: z.enum(['narrow', 'normal', 'wide']),
    tint: z.enum(['none', 'cream', 'blue', 'green', 'rose', 'grey']),
    ruler: z.boolean(),
  }),
  motion: z.enum(['system', 'reduced']),
  locale: locale.nullable(),
  time_zone: timeZone.nullable(),
  first_weekday: z.int().min(1).max(7).nullable(),
  digits: z.enum(['latin', 'native']),
  sidebar: z.enum(['open', 'icons']),
  context_panel: z.strictObject({ open: z.boolean(), width: z.int().min(280).max(480) }),
  single_key_shortcuts: z.boolean(),
  home: z
    .string()
    .regex(/^\/[a-z0-9/_-]{0,120}$/)
    .nullable(),
};

export const Preferences = z.object(fields);
export type Preferences = z.infer<typeof Preferences>;

export const defaultPreferences: Preferences = {
  theme: 'system',
  contrast: 'normal',
  density: 'comfortable',
  reading: {
    font: 'default',
    letter_spacing: 0,
    word_spacing: 0,
    line_spacing: 0,
    measure: 'normal',
    tint: 'none',
    ruler: false,
  },
  motion: 'system',
  locale: null,
  time_zone: null,
  first_weekday: null,
  digits: 'latin',
  sidebar: 'open',
  context_panel: { open: true, width: 320 },
  single_key_shortcuts: true,
  home: null,
};

const reply = Preferences.extend({ lock_version: lockVersion });

export const getPreferences = endpoint({
  name: 'me.preferences.get',
  method: 'GET',
  path: '/me/preferences',
  summary: 'How the product looks and reads for this person',
  permission: 'signed_in',
  rate: 'general',
  replies: { 200: reply },
});

export const PreferencesUpdate = z.strictObject({
  ...z.strictObject(fields).partial().shape,
  reading: fields.reading.partial().optional(),
  context_panel: fields.context_panel.partial().optional(),
  lock_version: lockVersion,
});

export const updatePreferences = endpoint({
  name: 'me.preferences.update',
  method: 'PATCH',
  path: '/me/preferences',
  summary: 'Change some preferences',
  permission: 'signed_in',
  rate: 'general',
  while_impersonating: 'refused',
  body: PreferencesUpdate,
  replies: { 200: reply },
  errors: ['version_conflict'],
});
