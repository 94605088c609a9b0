drop table accessibility_requests;
