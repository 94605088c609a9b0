/** What shows the lessons of a unit: read again when one is added or renamed, and nothing else of the unit. */
export const lessonViews = ['unit_plans.get', 'unit_plans.list', 'unit_plans.lesson_plans.', 'lesson_plans.'];
