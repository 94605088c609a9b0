import {
  bumpSessions,
  createSession,
  declineBumpProposal,
  deleteSession,
  getSession,
  listBumpProposals,
  listSessions,
  listUnscheduled,
  mergeSession,
  splitSession,
  updateSession,
} from '@k12/contracts/planning/lesson-sessions';
import { route } from '../../../platform/http/route.ts';
import * as bumps from './bumps.service.ts';
import * as service from './lesson-sessions.service.ts';

export const lessonSessionsRoutes = [
  route(listSessions, ({ context, query }) => service.listSessions(context, query)),
  route(createSession, ({ context, body }) => service.createSession(context, body)),
  route(getSession, ({ context, params }) => service.getSession(context, params.id)),
  route(updateSession, ({ context, params, body }) => service.updateSession(context, params.id, body)),
  route(deleteSession, ({ context, params, query }) =>
    service.deleteSession(context, params.id, query.lock_version),
  ),
  route(listUnscheduled, ({ context, query }) => service.listUnscheduled(context, query.course_id)),
  route(bumpSessions, ({ context, body }) => bumps.bumpSessions(context, body)),
  route(splitSession, ({ context, params, body }) =>
    bumps.splitSession(context, params.id, body.lock_version),
  ),
  route(mergeSession, ({ context, params, body }) =>
    bumps.mergeSession(context, params.id, body.lock_version),
  ),
  route(listBumpProposals, ({ context }) => bumps.listBumpProposals(context)),
  route(declineBumpProposal, ({ context, params }) => bumps.declineBumpProposal(context, params.id)),
];
