import type { ProficiencyScale, ScaleSource } from '@k12/contracts/teaching/proficiency-scales';
import type { Transaction } from '@k12/db';
import { productScale } from './proficiency-scale.rules.ts';
import * as queries from './scales.queries.ts';

export interface CoursePlace {
  id: string;
  school_id: string;
}

export interface ScaleInForce {
  scale: ProficiencyScale;
  source: ScaleSource;
}

/** The most specific one: of the course, of its school, of the organisation, of the product (TCH-125). */
export async function scaleOf(tx: Transaction, course: CoursePlace): Promise<ScaleInForce> {
  const found = await scalesAt(tx, { school_id: course.school_id, course_id: course.id });
  return found[0];
}

/** All that could count at a place, the nearest first; what the product knows is always the last. */
export async function scalesAt(
  tx: Transaction,
  place: queries.ScalePlace,
): Promise<[ScaleInForce & Partial<queries.ScaleRow>, ...(ScaleInForce & Partial<queries.ScaleRow>)[]]> {
  const rows = (await queries.listScales(tx, place)).map((row) => ({ ...row, source: row.scope }));
  const product = { scale: productScale, source: 'product' as const };
  const [nearest, ...others] = rows;
  return nearest ? [nearest, ...others, product] : [product];
}
