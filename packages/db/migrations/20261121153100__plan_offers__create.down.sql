drop table plan_kept_texts;
drop table plan_offers;
