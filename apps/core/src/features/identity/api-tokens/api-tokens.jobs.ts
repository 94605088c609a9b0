import { z } from 'zod';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { tellOfEndingTokens } from './token-notices.service.ts';

export const tellOfEndingTokensJob = defineSystemJob({
  name: 'api_tokens.tell_of_ending',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '25 * * * *' },
  run: (system) => forEachTenant(system, 'api_tokens.tell_of_ending', tellOfEndingTokens),
});

export const apiTokensJobs = [tellOfEndingTokensJob];
