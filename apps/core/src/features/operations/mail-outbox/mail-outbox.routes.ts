import { listCapturedMails, listOutboxMails } from '@k12/contracts/operations/mail-outbox';
import { route } from '../../../platform/http/route.ts';
import * as service from './mail-outbox.service.ts';

export const mailOutboxRoutes = [
  route(listOutboxMails, ({ context, query }) => service.listMails(context, query)),
  route(listCapturedMails, ({ platform, query, request }) =>
    service.listCapturedMails(platform, query, request.hostname),
  ),
];
