// What an instance keeps between runs: its secrets and the ports it likes to use. Readable by its owner only.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Variables } from './environment.ts';
import { DEFAULT_PORTS, type PortName } from './ports.ts';

export type InstanceSettings = {
  format: 1;
  created_at: string;
  ports: Record<PortName, number>;
  secrets: {
    app_secret_key: string;
    encryption_key: string;
    ai_gateway_token: string;
    metrics_token: string;
    database_owner_password: string;
    database_app_password: string;
    database_job_password: string;
  };
};

export function loadSettings(file: string, environment: Variables = process.env): InstanceSettings {
  const settings = readSettings(file) ?? freshSettings();
  settings.ports = { ...settings.ports, ...portsFrom(environment) };
  saveSettings(file, settings);
  return settings;
}

export function readSettings(file: string): InstanceSettings | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const settings = JSON.parse(text) as InstanceSettings;
    if (settings.format === 1 && settings.secrets && settings.ports) return settings;
  } catch {
    // Falls through to the message: a torn file needs the same cure as a foreign one.
  }
  // Making new secrets in silence would lock the kept database and its encrypted values away.
  throw new Error(
    `${file} cannot be read as instance settings. Cure: restore it, or run "npm run reset" to start over.`,
  );
}

export function saveSettings(file: string, settings: InstanceSettings): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

function freshSettings(): InstanceSettings {
  const secret = () => randomBytes(32).toString('base64url');
  return {
    format: 1,
    created_at: new Date().toISOString(),
    ports: { ...DEFAULT_PORTS },
    secrets: {
      app_secret_key: secret(),
      encryption_key: randomBytes(32).toString('base64'),
      ai_gateway_token: secret(),
      metrics_token: secret(),
      database_owner_password: secret(),
      database_app_password: secret(),
      database_job_password: secret(),
    },
  };
}

function portsFrom(environment: Variables): Partial<Record<PortName, number>> {
  const wanted: Partial<Record<PortName, number>> = {};
  const web = portNumber('HOMEROOM_PORT', environment) ?? portNumber('WEB_PORT', environment);
  const core = portNumber('CORE_PORT', environment);
  const gateway = portNumber('AI_GATEWAY_PORT', environment);
  if (web) wanted.web = web;
  if (core) wanted.core = core;
  if (gateway) wanted.ai_gateway = gateway;
  return wanted;
}

function portNumber(name: string, environment: Variables): number | undefined {
  const text = environment[name];
  if (!text) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${name} must be a port number from 1 to 65535.`);
  return port;
}
