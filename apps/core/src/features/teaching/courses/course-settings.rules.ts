import { CourseSettings } from '@k12/contracts/teaching/course-settings';
import { knownSettings } from '../../../platform/known-settings.ts';

/** What the course decided, with the value of the product where it decided nothing. */
export function courseSettings({ settings }: { settings: unknown }): CourseSettings {
  return knownSettings(CourseSettings, settings);
}
