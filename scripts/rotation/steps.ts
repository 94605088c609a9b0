// What changing each secret means (OPS-138). The runbook docs/runbooks/secret-rotation.md tells the same as a table.
export type Rotation = {
  used_by: string;
  effect: string;
  /** How long the former value has to stay valid beside the new one. */
  overlap: string;
  steps: string[];
  verify: string;
};

const everyProcess = 'Restart core and worker one after the other.';
const databaseRole = (role: string, used_by: string): Rotation => ({
  used_by,
  effect: 'New connections with the former password fail; open ones go on.',
  overlap: 'none: the restart follows at once',
  steps: [
    `In the database: alter role ${role} password '<new>'`,
    'Put <new> into its address.',
    everyProcess,
  ],
  verify: 'GET /ready of core and worker answers 200.',
});
const partner = (used_by: string, effect: string, verify: string): Rotation => ({
  used_by,
  effect,
  overlap: 'until the restart is over; then withdraw the former one at the partner',
  steps: ['Make a second key or address at the partner; <new> below is not used.', 'Set it.', everyProcess],
  verify,
});

export const rotations: Readonly<Record<string, Rotation>> = {
  ENCRYPTION_KEY: {
    used_by: 'core and worker: secrets of authenticator apps, mails, kept answers',
    effect: 'none: former values stay readable',
    overlap: 'until both backfills below are finished, and a day more for kept answers',
    steps: [
      'ENCRYPTION_KEY=<new>,<former value>',
      everyProcess,
      'POST /api/v1/admin/operations/backfills/reseal_totp_factors/start',
      'POST /api/v1/admin/operations/backfills/reseal_mails/start',
      'GET /api/v1/admin/operations/backfills until both are finished with remaining 0; wait a day.',
      'ENCRYPTION_KEY=<new>',
      everyProcess,
      'Keep the former value in a safe place as long as a backup needs it.',
    ],
    verify: 'Somebody signs in with an authenticator app; no error names an encryption key.',
  },
  APP_SECRET_KEY: {
    used_by: 'core and worker: form tokens, links, the hashes of sign-in names, recovery codes',
    effect: 'Names at sign-in, links in mails and recovery codes of before no longer work.',
    overlap: 'none; only after it has leaked, outside school hours',
    steps: [
      'APP_SECRET_KEY=<new>',
      everyProcess,
      'Import the people again, or save each one’s address, so that names are hashed anew.',
      'Ask people to make new recovery codes.',
    ],
    verify: 'Somebody signs in by name and password.',
  },
  AI_GATEWAY_TOKEN: {
    used_by: 'core, worker and the AI gateway',
    effect: 'Assistance is not available until all three have it; everything else works.',
    overlap: 'none',
    steps: ['AI_GATEWAY_TOKEN=<new> for the gateway, core and worker.', 'Restart the gateway.', everyProcess],
    verify: 'GET /api/v1/health shows ai_gateway as healthy.',
  },
  METRICS_TOKEN: {
    used_by: 'core and whoever scrapes its figures',
    effect: 'A gap in the figures until the scraper has it.',
    overlap: 'none',
    steps: ['METRICS_TOKEN=<new>', everyProcess, 'Give it to the scraper.'],
    verify: 'The alert HomeroomIsGone does not fire.',
  },
  BACKUP_ENCRYPTION_KEY: {
    used_by: 'backups',
    effect: 'New archives use the new key.',
    overlap: 'as long as an archive of the former one is kept',
    steps: ['BACKUP_ENCRYPTION_KEY=<new>', 'Keep the former value beside the archives’ list of keys.'],
    verify: 'The next backup is verified.',
  },
  DATABASE_URL: databaseRole('homeroom_app', 'core and worker'),
  DATABASE_JOB_URL: databaseRole('homeroom_job', 'core and worker'),
  DATABASE_OWNER_URL: databaseRole('homeroom_owner', 'migrations and scripts'),
  DATABASE_REPLICA_URL: databaseRole('homeroom_app', 'core, for reads'),
  DATABASE_DIRECT_URL: databaseRole('homeroom_app', 'core, for news between processes'),
  S3_SECRET_ACCESS_KEY: partner(
    'core and worker',
    'Uploads and downloads answer 503 with a key that is gone.',
    'GET /api/v1/health shows storage as healthy.',
  ),
  S3_ACCESS_KEY_ID: partner('core and worker', 'Belongs to S3_SECRET_ACCESS_KEY.', 'As for that.'),
  ANTHROPIC_API_KEY: partner(
    'the AI gateway',
    'Assistance fails with a key that is gone.',
    'A draft is made.',
  ),
  OPENAI_API_KEY: partner('the AI gateway', 'Assistance fails with a key that is gone.', 'A draft is made.'),
  SMTP_URL: partner('worker', 'Mails wait and are tried again for six hours.', 'A mail arrives.'),
  REDIS_URL: partner(
    'core and worker',
    'Reads fall through to the database; limits count for each process.',
    'GET /api/v1/health shows cache as healthy.',
  ),
  ERROR_TRACKER_DSN: partner('core and worker', 'Errors stay in the local ring.', 'An error arrives.'),
  SLACK_ALERT_WEBHOOK_URL: partner('worker', 'Alerts go by mail alone.', 'A test notice arrives.'),
  SLACK_DEPLOY_WEBHOOK_URL: partner('deploy script', 'Deploys are not announced.', 'The next one is.'),
  HEARTBEAT_URL: partner('worker', 'The watcher outside believes that we are gone.', 'It is content.'),
};

export function rotationSteps(name: string, fresh: string): string[] {
  const rotation = rotations[name];
  if (!rotation) throw new Error(`No rotation is described for ${name}`);
  return [
    `${name}`,
    `used by   ${rotation.used_by}`,
    `effect    ${rotation.effect}`,
    `overlap   ${rotation.overlap}`,
    ...rotation.steps.map((step, at) => `${String(at + 1).padStart(2)}. ${step.replaceAll('<new>', fresh)}`),
    `verify    ${rotation.verify}`,
  ];
}
