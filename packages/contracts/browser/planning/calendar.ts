// Generated from src by scripts/browser.ts. Do not edit.
export const CalendarKind = {"options":["unit","session","term","holiday","personal"]};
export const calendarKinds = ["unit","session","term","holiday","personal"];
export const createFeed = {"name":"calendar_feeds.create","method":"POST","path":"/calendar/feeds"};
export const createPlannerEvent = {"name":"planner_events.create","method":"POST","path":"/planner_events"};
export const deleteFeed = {"name":"calendar_feeds.delete","method":"DELETE","path":"/calendar/feeds/{id}"};
export const deletePlannerEvent = {"name":"planner_events.delete","method":"DELETE","path":"/planner_events/{id}"};
export const getCalendar = {"name":"calendar.get","method":"GET","path":"/calendar"};
export const listFeeds = {"name":"calendar_feeds.list","method":"GET","path":"/calendar/feeds"};
export const listPlannerEvents = {"name":"planner_events.list","method":"GET","path":"/planner_events"};
export const readFeed = {"name":"calendar_feeds.read","method":"GET","path":"/calendar/feeds/{id}"};
export const updatePlannerEvent = {"name":"planner_events.update","method":"PATCH","path":"/planner_events/{id}"};
