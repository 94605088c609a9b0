import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, locale } from '../records.ts';
import { PrintedPlan } from './exports.ts';

/** What can be set on paper besides plans (UXP-98). */
export const sheetKinds = [
  'gradebook',
  'roster',
  'seating',
  'rubric',
  'assignment',
  'module',
  'map',
  'week',
  'calendar',
  'coverage',
] as const;
export const SheetKind = z.enum(sheetKinds);
export type SheetKind = z.infer<typeof SheetKind>;

export const SheetQuery = z.strictObject({
  of: SheetKind,
  /** The course, rubric, assignment or module; the others are of the caller. */
  id: id.optional(),
  section_id: id.optional(),
  from: day.optional(),
  to: day.optional(),
  /** Numbers of students stand on the sheet only where somebody asks for them (UXP-99). */
  numbers: z.stringbool().default(false),
  paper: z.enum(['a4', 'us-letter']).default('a4'),
  black_and_white: z.stringbool().default(false),
  locale: locale.default('en'),
});
export type SheetQuery = z.infer<typeof SheetQuery>;

export const PrintedSheet = PrintedPlan.extend({
  paper: z.enum(['a4', 'us-letter']),
  landscape: z.boolean(),
}).meta({ id: 'PrintedSheet' });
export type PrintedSheet = z.infer<typeof PrintedSheet>;

export const getSheet = endpoint({
  name: 'sheets.get',
  method: 'GET',
  path: '/sheets',
  summary: 'A gradebook, roster, rubric, assignment, module, map or calendar as it is printed',
  permission: 'signed_in',
  rate: 'general',
  query: SheetQuery,
  replies: { 200: PrintedSheet },
});

export const getSheetFile = endpoint({
  name: 'sheets.file',
  method: 'GET',
  path: '/sheets/file',
  summary: 'The same as a tagged PDF',
  permission: 'signed_in',
  rate: 'export',
  query: SheetQuery,
  replies: { 200: z.string() },
  stream: 'download',
});
