-- The grade of a cell as the sheet sends it (cell-codes.ts), made when it is written: a course of 100,000 cells is then
-- read by joining texts, not by computing each cell again.
-- lint-exempt: adding-field-with-default: the table is new in this release and holds nothing yet
alter table student_work add column grade_code text generated always as (
  (
    case grade_state when 'graded' then 1 when 'excused' then 2 when 'incomplete' then 3 else 0 end
    + case when has_new_work then 4 else 0 end
    + case when submitted_at is not null then 8 else 0 end
    + case when posted_at is not null then 16 else 0 end
    + case when grade_source = 'policy' then 32 else 0 end
    + case when is_before_enrollment then 64 else 0 end
    + case status_override
        when 'late' then 256 when 'not_late' then 512 when 'missing' then 768 when 'not_missing' then 1024
        when 'none' then 1280 else 0 end
  )::text
  || '~' || grade_version::text
  || '~' || coalesce(trim_scale(effective_score)::text, '')
  || '~' || case when entry is null or entry = trim_scale(effective_score)::text then '' else translate(entry, '~|', '  ') end
  || '~' || case when deduction = 0 then '' else trim_scale(deduction)::text end
  || '~' || case
    when late_minutes_override is not null then late_minutes_override::text
    when late_seconds > 0 then ((late_seconds + 59) / 60)::text else '' end
) stored;
