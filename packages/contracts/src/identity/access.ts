import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { capabilityKeys } from './capabilities.ts';

export const CapabilityKey = z.enum(
  capabilityKeys as [(typeof capabilityKeys)[number], ...typeof capabilityKeys],
);
export const ReachName = z.enum(['tenant', 'school', 'course', 'own', 'linked']);

export const CapabilityRow = z.object({
  capability: CapabilityKey,
  sensitive: z.boolean(),
  roles: z.array(z.object({ role: z.string(), reaches: z.array(ReachName), optional: z.boolean() })),
});

export const listCapabilities = endpoint({
  name: 'capabilities.list',
  method: 'GET',
  path: '/capabilities',
  summary: 'The table of roles and capabilities',
  permission: 'signed_in',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(CapabilityRow) }) },
});
