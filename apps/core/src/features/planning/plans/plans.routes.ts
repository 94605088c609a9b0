import * as moves from '@k12/contracts/planning/lesson-moves';
import * as contract from '@k12/contracts/planning/plans';
import { route } from '../../../platform/http/route.ts';
import * as bin from './bin.service.ts';
import { copyLesson, moveLesson } from './lesson-moves.service.ts';
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
  route(contract.getUnitPlan, ({ context, params }) => lessons.getUnit(context, params.id)),
  route(contract.updateUnitPlan, ({ context, params, body }) =>
    service.updatePlan(context, 'unit', params.id, body, presentUnits),
  ),
  route(contract.deleteUnitPlan, ({ context, params, query }) =>
    bin.deletePlan(context, 'unit', params.id, query),
  ),
  route(contract.restoreDeletedUnitPlan, ({ context, params }) =>
    bin.restorePlan(context, 'unit', params.id, presentUnits),
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
  route(contract.deleteLessonPlan, ({ context, params, query }) =>
    bin.deletePlan(context, 'lesson', params.id, query),
  ),
  route(contract.restoreDeletedLessonPlan, ({ context, params }) =>
    bin.restorePlan(context, 'lesson', params.id, presentLessons),
  ),
];

const lessonMoves = [
  route(moves.moveLesson, ({ context, params, body }) => moveLesson(context, params.id, body)),
  route(moves.copyLesson, ({ context, params, body }) => copyLesson(context, params.id, body)),
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
  route(contract.deleteCurriculumDocument, ({ context, params, query }) =>
    bin.deletePlan(context, 'document', params.id, query),
  ),
  route(contract.restoreDeletedCurriculumDocument, ({ context, params }) =>
    bin.restorePlan(context, 'document', params.id, presentDocuments),
  ),
];

export const plansRoutes = [...units, ...lessonPlans, ...lessonMoves, ...documents];
