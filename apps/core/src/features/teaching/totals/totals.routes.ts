import { explainTotal, listTotals, overrideCourseGrade } from '@k12/contracts/teaching/totals';
import { getWhatIf } from '@k12/contracts/teaching/what-if';
import { route } from '../../../platform/http/route.ts';
import { explain } from './explain.service.ts';
import { listCourseTotals } from './list-totals.service.ts';
import { overrideCourseGrade as override } from './overrides.service.ts';
import { whatIfCourse } from './what-if.service.ts';

export const totalsRoutes = [
  route(explainTotal, ({ context, params, query }) => explain(context, params.id, params.student_id, query)),
  route(getWhatIf, ({ context, params }) => whatIfCourse(context, params.id, params.course_id)),
  route(listTotals, ({ context, params, query }) => listCourseTotals(context, params.id, query)),
  route(overrideCourseGrade, ({ context, params, body }) => override(context, params.id, body)),
];
