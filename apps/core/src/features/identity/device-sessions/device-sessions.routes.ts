import {
  createDeviceSession,
  endDeviceSession,
  refreshDeviceSession,
} from '@k12/contracts/identity/device-sessions';
import { route } from '../../../platform/http/route.ts';
import { visitorOf } from '../sessions/visitor.service.ts';
import * as service from './device-sessions.service.ts';

export const deviceSessionsRoutes = [
  route(createDeviceSession, ({ platform, body, request }) =>
    service.createDeviceSession(platform, visitorOf(request, platform), body),
  ),
  route(refreshDeviceSession, ({ platform, body, request }) =>
    service.refreshDeviceSession(platform, visitorOf(request, platform), body),
  ),
  route(endDeviceSession, ({ context }) => service.endDeviceSession(context)),
];
