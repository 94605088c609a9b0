-- The key, the change and the answer are one transaction now: a row without an answer is never committed.
-- lint-exempt: ban-drop-column: no release has ever read it
alter table idempotency_keys drop column state;
