import { CourseSettings } from '@k12/contracts/teaching/course-settings';

/** What the course decided, with the value of the product where it decided nothing. */
export function courseSettings({ settings }: { settings: unknown }): CourseSettings {
  const known = CourseSettings.safeParse(settings ?? {});
  if (known.success) return known.data;
  // One value that is not understood any more must not take the others with it.
  const faulty = new Set(known.error.issues.map(({ path }) => path[0]));
  const rest = Object.entries(settings as object).filter(
    ([key]) => !faulty.has(key) && key in CourseSettings.shape,
  );
  return CourseSettings.parse(Object.fromEntries(rest));
}
