import { mostPins, type Pin, type PinPut } from '@k12/contracts/identity/pins';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { titlesOfUnits } from '../../planning/plans/plans.access.service.ts';
import { namesOfCourses } from '../../teaching/courses/course-access.service.ts';
import * as queries from './pins.queries.ts';

type Pins = Promise<{ data: Pin[] }>;
type Subject = Pick<Pin, 'subject_type' | 'subject_id'>;

export function listPins(context: Context): Pins {
  const userId = ownId(context);
  return context.readTenant(async (tx) => titled(tx, context, await queries.listPins(tx, userId)));
}

export function putPin(context: Context, { position, ...subject }: PinPut): Pins {
  return changePins(context, async (tx, known) => {
    const { data } = await titled(tx, context, [subject]);
    if (data.length === 0) throw new Problem('not_found');
    const others = known.filter((pin) => !isSame(pin, subject));
    if (others.length >= mostPins) throw new Problem('conflict', { detail: `At most ${mostPins} pins.` });
    return others.toSpliced(position ?? others.length, 0, subject);
  });
}

export function deletePin(context: Context, subject: Subject): Pins {
  return changePins(context, async (_tx, known) => known.filter((pin) => !isSame(pin, subject)));
}

function changePins(
  context: Context,
  change: (tx: Transaction, known: Subject[]) => Promise<Subject[]>,
): Pins {
  const userId = ownId(context);
  return context.withTenant(async (tx) => {
    await queries.lockPins(tx, userId);
    // What cannot be seen any more gives its place to others.
    const { data } = await titled(tx, context, await queries.listPins(tx, userId));
    const known = data.map(({ subject_type, subject_id }) => ({ subject_type, subject_id }));
    const pins = await change(tx, known);
    await queries.replacePins(tx, userId, pins, context.platform.clock.now().toISOString());
    return titled(tx, context, pins);
  });
}

const isSame = (one: Subject, other: Subject) =>
  one.subject_type === other.subject_type && one.subject_id === other.subject_id;

/** With the names of today, as far as they may be read now. */
async function titled(tx: Transaction, context: Context, pins: readonly Subject[]): Pins {
  const idsOf = (type: Subject['subject_type']) =>
    pins.filter(({ subject_type }) => subject_type === type).map(({ subject_id }) => subject_id);
  const [units, courses] = [idsOf('unit_plan'), idsOf('course')];
  const titles = new Map([
    ...(units.length > 0 ? await titlesOfUnits(tx, context.actor, units) : []),
    ...(courses.length > 0 ? await namesOfCourses(tx, context, courses) : []),
  ]);
  const data = pins.flatMap((pin) => {
    const title = titles.get(pin.subject_id);
    return title === undefined ? [] : [{ ...pin, title }];
  });
  return { data };
}

function ownId({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('not_found');
  return actor.user_id;
}
