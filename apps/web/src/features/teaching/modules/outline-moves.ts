import type { CourseModule } from '@k12/contracts/teaching/module-records';

/** The modules as they will be once an item stands at a place of another (or the same) module. */
export function withItemAt(
  modules: readonly CourseModule[],
  itemId: string,
  moduleId: string,
  place: number,
): CourseModule[] {
  const item = modules.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  if (!item) return [...modules];
  return modules.map((module) => {
    const rest = module.items.filter(({ id }) => id !== itemId);
    if (module.id !== moduleId)
      return rest.length === module.items.length ? module : { ...module, items: rest };
    return { ...module, items: rest.toSpliced(place, 0, { ...item, module_id: moduleId }) };
  });
}

export function withModuleAt(modules: readonly CourseModule[], id: string, place: number): CourseModule[] {
  const moved = modules.find((module) => module.id === id);
  if (!moved) return [...modules];
  return modules.filter((module) => module !== moved).toSpliced(place, 0, moved);
}

/** One step up or down; at the end of a module into the next one. */
export function stepOf(
  modules: readonly CourseModule[],
  itemId: string,
  step: -1 | 1,
): { module_id: string; place: number } | null {
  const at = modules.findIndex(({ items }) => items.some(({ id }) => id === itemId));
  const module = modules[at];
  if (!module) return null;
  const place = module.items.findIndex(({ id }) => id === itemId) + step;
  if (place >= 0 && place < module.items.length) return { module_id: module.id, place };
  const neighbour = modules[at + step];
  if (!neighbour) return null;
  return { module_id: neighbour.id, place: step === 1 ? 0 : neighbour.items.length };
}
