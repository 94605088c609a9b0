import * as contract from '@k12/contracts/planning/plans';
import { route } from '../../../platform/http/route.ts';
import * as service from './plans.service.ts';
import { presentDocuments, presentLessons, presentUnits } from './present-plan.service.ts';
import * as lessons from './unit-lessons.service.ts';

const units = [
  route(contract.listUnitPlans, ({ context, query }) =>
    service.listPlans(context, 'unit', query, presentUnits),
  ),
  route(contract.createUnitPlan, ({ context, body }) =>
    service.createPlan(context, 'unit', body, presentUnits),
  ),
  route(contract.getUnitPlan, ({ context, params }) =>
    service.getPlan(context, 'unit', params.id, presentUnits),
  ),
  route(contract.updateUnitPlan, ({ context, params, body }) =>
    service.updatePlan(context, 'unit', params.id, body, presentUnits),
  ),
  route(contract.deleteUnitPlan, ({ context, params }) => service.deletePlan(context, 'unit', params.id)),
  route(contract.restoreDeletedUnitPlan, ({ context, params }) =>
    service.restorePlan(context, 'unit', params.id, presentUnits),
  ),
  route(contract.listUnitLessons, ({ context, params }) => lessons.listUnitLessons(context, params.id)),
  route(contract.createUnitLesson, ({ context, params, body }) =>
    lessons.createUnitLesson(context, params.id, body),
  ),
  route(contract.putLessonOrder, ({ context, params, body }) =>
    lessons.putLessonOrder(context, params.id, body),
  ),
];

const lessonPlans = [
  route(contract.listLessonPlans, ({ context, query }) =>
    service.listPlans(context, 'lesson', query, presentLessons),
  ),
  route(contract.createLessonPlan, ({ context, body }) =>
    service.createPlan(context, 'lesson', body, presentLessons),
  ),
  route(contract.getLessonPlan, ({ context, params }) =>
    service.getPlan(context, 'lesson', params.id, presentLessons),
  ),
  route(contract.updateLessonPlan, ({ context, params, body }) =>
    service.updatePlan(context, 'lesson', params.id, body, presentLessons),
  ),
  route(contract.deleteLessonPlan, ({ context, params }) => service.deletePlan(context, 'lesson', params.id)),
  route(contract.restoreDeletedLessonPlan, ({ context, params }) =>
    service.restorePlan(context, 'lesson', params.id, presentLessons),
  ),
];

const documents = [
  route(contract.listCurriculumDocuments, ({ context, query }) =>
    service.listPlans(context, 'document', query, presentDocuments),
  ),
  route(contract.createCurriculumDocument, ({ context, body }) =>
    service.createPlan(context, 'document', body, presentDocuments),
  ),
  route(contract.getCurriculumDocument, ({ context, params }) =>
    service.getPlan(context, 'document', params.id, presentDocuments),
  ),
  route(contract.updateCurriculumDocument, ({ context, params, body }) =>
    service.updatePlan(context, 'document', params.id, body, presentDocuments),
  ),
  route(contract.deleteCurriculumDocument, ({ context, params }) =>
    service.deletePlan(context, 'document', params.id),
  ),
  route(contract.restoreDeletedCurriculumDocument, ({ context, params }) =>
    service.restorePlan(context, 'document', params.id, presentDocuments),
  ),
];

export const plansRoutes = [...units, ...lessonPlans, ...documents];
