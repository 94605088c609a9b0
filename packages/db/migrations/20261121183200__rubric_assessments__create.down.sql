drop table rubric_assessments;
