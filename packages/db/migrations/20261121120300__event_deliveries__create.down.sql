drop table event_deliveries;
