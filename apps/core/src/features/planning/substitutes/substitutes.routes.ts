import * as contract from '@k12/contracts/planning/substitutions';
import { setFileHeaders } from '../../../platform/http/file-headers.ts';
import { route } from '../../../platform/http/route.ts';
import { getSubstitutePacket } from './packet.service.ts';
import { getSubstituteDay, openSubstituteFile } from './substitute-day.service.ts';
import * as service from './substitutions.service.ts';

export const substitutesRoutes = [
  route(contract.listSubstitutions, ({ context }) => service.listSubstitutions(context)),
  route(contract.createSubstitution, ({ context, body }) => service.createSubstitution(context, body)),
  route(contract.getSubstitution, ({ context, params }) => service.getSubstitution(context, params.id)),
  route(contract.revokeSubstitution, ({ context, params }) => service.revokeSubstitution(context, params.id)),
  route(contract.getSubstituteDay, ({ context, params, query }) =>
    getSubstituteDay(context, params.id, query.on),
  ),
  route(contract.getSubstituteFile, async ({ context, params, reply }) => {
    const opened = await openSubstituteFile(context, params.id, params.resource_id);
    setFileHeaders(reply, opened.file);
    reply.send(opened.content);
    return '';
  }),
  route(contract.getSubstitutePacket, ({ context, query }) => getSubstitutePacket(context, query)),
];
