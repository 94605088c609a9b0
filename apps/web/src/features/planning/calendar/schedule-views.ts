/** What shows when lessons are taught: read again when one of them goes to another day. */
export const scheduleViews = ['calendar.', 'lesson_sessions.', 'curriculum_map.', 'bump_proposals.'];
