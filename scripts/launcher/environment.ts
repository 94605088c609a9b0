// The variables each service receives. A variable set by the caller (or in .env) always wins: that is how one part
// at a time is switched from the embedded default to a real service.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseAddresses } from './database.ts';
import { type InstancePaths, root } from './paths.ts';
import type { PortName } from './ports.ts';
import type { InstanceSettings } from './settings.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export type Mode = 'embedded' | 'development';

export function loadDotEnv(): void {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

export type EnvironmentInput = {
  mode: Mode;
  settings: InstanceSettings;
  ports: Record<PortName, number>;
  database: DatabaseAddresses;
  paths: InstancePaths;
};

export function serviceEnvironment(
  input: EnvironmentInput,
  caller: Variables = process.env,
): Record<string, string> {
  const { settings, ports, database, paths } = input;
  const defaults: Record<string, string | null> = {
    HOMEROOM_MODE: input.mode,
    LOG_LEVEL: 'info',
    DATABASE_URL: database.app,
    DATABASE_JOB_URL: database.job,
    DATABASE_DIRECT_URL: database.app,
    CORE_URL: `http://127.0.0.1:${ports.core}`,
    WEB_URL: `http://localhost:${ports.web}`,
    AI_GATEWAY_URL: `http://127.0.0.1:${ports.ai_gateway}`,
    AI_GATEWAY_TOKEN: settings.secrets.ai_gateway_token,
    APP_SECRET_KEY: settings.secrets.app_secret_key,
    ENCRYPTION_KEY: settings.secrets.encryption_key,
    METRICS_TOKEN: settings.secrets.metrics_token,
    STORAGE_DIR: paths.storage,
  };
  const fixed: Record<string, string> = {
    CORE_PORT: String(ports.core),
    WEB_PORT: String(ports.web),
    AI_GATEWAY_PORT: String(ports.ai_gateway),
    NODE_ENV: input.mode === 'development' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const merged: Record<string, string> = {};
  for (const [name, value] of Object.entries(defaults)) if (value !== null) merged[name] = value;
  Object.assign(merged, definedVariables(caller));
  // The services never get the right to change the schema.
  delete merged.DATABASE_OWNER_URL;
  for (const name of Object.keys(merged))
    if (/^npm_/i.test(name) || name === 'NODE_CHANNEL_FD') delete merged[name];
  return { ...merged, ...fixed };
}

/** An empty variable counts as unset: compose files and CI systems pass them that way. */
export function definedVariables(caller: Variables): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(caller)) if (value) defined[name] = value;
  return defined;
}
