import type { Capability } from '@k12/contracts/identity/capabilities';
import { paths } from '@/lib/paths.ts';

interface CreateAction {
  /** Key in messages `shell.creates.*`. */
  key: string;
  href: string;
  capability: Capability;
}

/** What the plus of the top bar and the palette offer; a feature adds its line. */
export const createActions: readonly CreateAction[] = [
  { key: 'unit', href: paths.planNewUnit(), capability: 'unit_plans.create' },
  { key: 'school', href: `${paths.adminSchools()}?open=new`, capability: 'schools.create' },
];
