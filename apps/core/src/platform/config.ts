import { rateClasses } from '@k12/contracts';
import { z } from 'zod';

const sampleSecrets = new Set(['change-me', 'changeme', 'secret', 'development']);

const Environment = z.object({
  HOMEROOM_MODE: z.enum(['embedded', 'development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().min(1),
  DATABASE_JOB_URL: z.string().min(1),
  DATABASE_REPLICA_URL: z.string().optional(),
  DATABASE_DIRECT_URL: z.string().optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  CORE_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  CORE_HOST: z.string().default('127.0.0.1'),
  WEB_URL: z.url().default('http://127.0.0.1:3000'),
  AI_GATEWAY_URL: z.url().optional(),
  AI_GATEWAY_TOKEN: z.string().optional(),
  APP_SECRET_KEY: z.string().min(32),
  ENCRYPTION_KEY: z.string().min(32),
  REDIS_URL: z.string().optional(),
  STORAGE_DIR: z.string().default('.data/files'),
  S3_ENDPOINT: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Where the worker answers probes; without it the worker listens on no port. */
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** A job whose worker was silent for this long is taken over (OPS-96). */
  WORKER_HEARTBEAT_SECONDS: z.coerce.number().int().min(2).max(60).default(20),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Homeroom <no-reply@homeroom.invalid>'),
  /** Reads what people could not use; without it reports are in the list of the admins alone. */
  ACCESSIBILITY_EMAIL: z.email().optional(),
  /** A ClamAV daemon, for example tcp://127.0.0.1:3310; uploads are checked by it before they are kept (IDN-107). */
  SCANNER_URL: z.url({ protocol: /^tcp$/ }).optional(),
  METRICS_TOKEN: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** The share of traces to keep; errors and slow ones are kept anyway (OPS-153). */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.1),
  ERROR_TRACKER_DSN: z.string().optional(),
  /** Factors for classes of the limit table, for example `{"search": 2}` (INT-143). */
  RATE_LIMITS: z
    .string()
    .default('{}')
    .transform(readJson)
    .pipe(z.partialRecord(z.enum(rateClasses), z.number().positive())),
  /** Names inside the network that people may enter as addresses of partners, separated by commas (IDN-104). */
  OUTBOUND_INTERNAL_HOSTS: z.string().default(''),
  TRUSTED_PROXIES: z.string().default('loopback'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}

export type Config = z.infer<typeof Environment> & { production: boolean; secure_cookies: boolean };

/** The names of what is wrong, never the values: they may be secrets (OPS-130). */
export class ConfigurationError extends Error {
  readonly names: string[];
  constructor(names: string[]) {
    super(`Configuration is missing or too weak: ${names.join(', ')}`);
    this.name = 'ConfigurationError';
    this.names = names;
  }
}

const developmentDefaults = {
  APP_SECRET_KEY: 'development-only-application-secret-key',
  ENCRYPTION_KEY: 'development-only-encryption-key-000000',
};

/** Reads and checks the environment. Production refuses to start with a missing, short or sample secret. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const production = environment.HOMEROOM_MODE === 'production';
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(production ? given : { ...developmentDefaults, ...given });
  if (!parsed.success)
    throw new ConfigurationError([...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))]);
  if (production) refuseSamples(parsed.data);
  return { ...parsed.data, production, secure_cookies: parsed.data.WEB_URL.startsWith('https:') };
}

function refuseSamples(values: z.infer<typeof Environment>) {
  const weak = (['APP_SECRET_KEY', 'ENCRYPTION_KEY'] as const).filter((name) => {
    const value = values[name];
    return value.includes('development-only') || sampleSecrets.has(value) || new Set(value).size < 8;
  });
  if (!values.WEB_URL.startsWith('https:')) weak.push('WEB_URL' as never);
  if (weak.length > 0) throw new ConfigurationError(weak);
}

/** For server.ts, worker.ts and scripts: a wrong configuration ends the process with EX_CONFIG. */
export function readConfigOrExit(environment: Readonly<Record<string, string | undefined>>): Config {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}
