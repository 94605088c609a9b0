alter table plan_draft_edits drop column changes_digest;
