drop table live_events;
drop table notifications;
