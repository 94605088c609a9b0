import {
  createTenant,
  getTenant,
  listTenants,
  resumeTenant,
  suspendTenant,
} from '@k12/contracts/identity/tenants';
import { route } from '../../../platform/http/route.ts';
import * as service from './tenants.operators.service.ts';

export const tenantsRoutes = [
  route(listTenants, ({ context, query }) => service.listTenants(context, query)),
  route(getTenant, ({ context, params }) => service.getTenant(context, params.id)),
  route(createTenant, ({ context, body }) => service.createTenant(context, body)),
  route(suspendTenant, ({ context, params, body }) => service.suspendTenant(context, params.id, body.reason)),
  route(resumeTenant, ({ context, params, body }) => service.resumeTenant(context, params.id, body.reason)),
];
