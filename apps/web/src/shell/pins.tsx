'use client';
import { listPins, type Pin } from '@k12/contracts/identity/pins';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { PinList } from './pin-list.tsx';

/** Where each kind stands in the navigation (UXP-03). */
const sections: Record<Pin['subject_type'], readonly string[]> = {
  unit_plan: [paths.planUnits(), paths.plan()],
  course: [paths.teachCourses(), paths.learnCourses()],
};

export function usePins(): { pins: readonly Pin[] } {
  return { pins: useApi(listPins, {}).data?.data ?? [] };
}

/** What this person pinned, under the section it belongs to. */
export function PinnedUnder({ route }: { route: string }) {
  const { pins } = usePins();
  const own = pins.filter(({ subject_type }) => sections[subject_type].includes(route));
  return own.length === 0 ? null : <PinList pins={own} all={pins} />;
}
