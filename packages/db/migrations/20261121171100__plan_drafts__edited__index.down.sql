drop index plan_drafts__edited;
