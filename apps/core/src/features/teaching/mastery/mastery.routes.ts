import {
  getAssignmentStandards,
  updateAssignmentStandards,
} from '@k12/contracts/teaching/assignment-standards';
import {
  createObservation,
  deleteObservation,
  getMasteryDetail,
  getMasterySheet,
  getStudentMastery,
  judgeMastery,
  updateMasteryCells,
} from '@k12/contracts/teaching/mastery';
import {
  getCourseScale,
  getProficiencyScale,
  updateCourseScale,
  updateProficiencyScale,
} from '@k12/contracts/teaching/proficiency-scales';
import { route } from '../../../platform/http/route.ts';
import * as standards from './assignment-standards.service.ts';
import { getDetail } from './detail.service.ts';
import * as judgements from './judgements.service.ts';
import { getSheet } from './mastery.service.ts';
import * as scales from './scales.service.ts';
import { getStudentMastery as readStudentMastery } from './student-mastery.service.ts';

export const masteryRoutes = [
  route(getMasterySheet, ({ context, params, query }) => getSheet(context, params.id, query)),
  route(updateMasteryCells, ({ context, params, body }) => judgements.judgeCells(context, params.id, body)),
  route(getMasteryDetail, ({ context, params }) => getDetail(context, params)),
  route(judgeMastery, ({ context, params, body }) => judgements.judge(context, params, body)),
  route(createObservation, ({ context, params, body }) => judgements.observe(context, params, body)),
  route(deleteObservation, ({ context, params }) => judgements.removeObservation(context, params)),
  route(getStudentMastery, ({ context, params }) => readStudentMastery(context, params)),
  route(getCourseScale, ({ context, params }) => scales.getCourseScale(context, params.id)),
  route(updateCourseScale, ({ context, params, body }) => scales.updateCourseScale(context, params.id, body)),
  route(getProficiencyScale, ({ context, query }) => scales.getScale(context, query)),
  route(updateProficiencyScale, ({ context, query, body }) => scales.updateScale(context, query, body)),
  route(getAssignmentStandards, ({ context, params }) =>
    standards.getAssignmentStandards(context, params.id),
  ),
  route(updateAssignmentStandards, ({ context, params, body }) =>
    standards.updateAssignmentStandards(context, params.id, body),
  ),
];
