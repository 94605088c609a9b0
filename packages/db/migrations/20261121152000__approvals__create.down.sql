drop table approval_viewings;
drop table approval_decisions;
drop table approval_approvers;
drop table approval_requests;
drop table approval_routes;
