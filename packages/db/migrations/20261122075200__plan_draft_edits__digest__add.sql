-- What a save was asked to change, so that the same id with something else is told from the same save sent again (PLN-03).
alter table plan_draft_edits add column changes_digest text;
