import {
  createStudentNote,
  deleteStudentNote,
  getFamilyAssignment,
  getFamilyCourse,
  getStudentPanel,
  updateStudentNote,
} from '@k12/contracts/teaching/student-panel';
import { route } from '../../../platform/http/route.ts';
import * as family from './family-view.service.ts';
import * as notes from './student-notes.service.ts';
import { getPanel } from './student-panel.service.ts';

export const studentPanelRoutes = [
  route(getStudentPanel, ({ context, params }) => getPanel(context, params)),
  route(getFamilyCourse, ({ context, params, query }) =>
    family.getFamilyCourse(context, { ...params, as: query.as ?? 'student' }),
  ),
  route(getFamilyAssignment, ({ context, params, query }) =>
    family.getFamilyAssignment(context, { ...params, as: query.as ?? 'student' }),
  ),
  route(createStudentNote, ({ context, params, body }) => notes.createNote(context, params, body.body)),
  route(updateStudentNote, ({ context, params, body }) => notes.updateNote(context, params.id, body)),
  route(deleteStudentNote, ({ context, params }) => notes.deleteNote(context, params.id)),
];
