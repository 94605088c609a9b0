// The four services of Homeroom: how each is started and how one sees that it works.
import path from 'node:path';
import type { Mode } from './environment.ts';
import { root } from './paths.ts';
import type { PortName } from './ports.ts';
import { answers, type ServicePlan } from './supervise.ts';
import { nextProgram } from './web-build.ts';

export type Plans = {
  core: ServicePlan;
  worker: ServicePlan;
  ai_gateway: ServicePlan | undefined;
  web: ServicePlan;
};

export function planServices(
  mode: Mode,
  ports: Record<PortName, number>,
  environment: Record<string, string>,
): Plans {
  const watch = mode === 'development' ? ['--watch', '--watch-preserve-output'] : [];
  const service = (
    name: string,
    title: string,
    script: string,
    isReady: ServicePlan['isReady'],
  ): ServicePlan => ({
    name,
    title,
    args: [...watch, path.join(root, script)],
    cwd: root,
    environment,
    isReady,
  });
  const ownGateway = environment.AI_GATEWAY_URL === `http://127.0.0.1:${ports.ai_gateway}`;
  return {
    core: service('core', 'API', 'apps/core/src/server.ts', () =>
      answers(`http://127.0.0.1:${ports.core}/ready`),
    ),
    worker: service('worker', 'Background worker', 'apps/core/src/worker.ts', workerSaidReady),
    ai_gateway: ownGateway
      ? service('ai_gateway', 'AI gateway', 'apps/ai-gateway/src/server.ts', () =>
          answers(`http://127.0.0.1:${ports.ai_gateway}/v1/health`),
        )
      : undefined,
    web: {
      name: 'web',
      title: 'Web app',
      args: [nextProgram(), mode === 'development' ? 'dev' : 'start', ...webAddress(ports.web, environment)],
      cwd: path.join(root, 'apps/web'),
      environment,
      isReady: () => answers(`http://localhost:${ports.web}/login`),
    },
  };
}

function webAddress(port: number, environment: Record<string, string>): string[] {
  return ['--port', String(port), '--hostname', environment.WEB_HOST ?? '127.0.0.1'];
}

/** The worker listens on no port: it says in its log that its queues are being read. */
async function workerSaidReady(output: () => string): Promise<boolean> {
  return output().includes('worker ready');
}
