// Generated from src by scripts/browser.ts. Do not edit.
export const getUnreadCount = {"name":"notifications.unread_count","method":"GET","path":"/notifications/unread_count"};
export const listNotifications = {"name":"notifications.list","method":"GET","path":"/notifications"};
export const markAllNotificationsRead = {"name":"notifications.mark_all_read","method":"POST","path":"/notifications/mark_all_read"};
export const markNotificationRead = {"name":"notifications.read","method":"PATCH","path":"/notifications/{id}/read"};
export const streamEvents = {"name":"events.stream","method":"GET","path":"/events"};
export const undoMarkAllRead = {"name":"notifications.undo_mark_all_read","method":"POST","path":"/notifications/mark_all_read/{id}/undo"};
