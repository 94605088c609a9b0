import { type DestinationStream, pino } from 'pino';
import type { Config } from './config.ts';
import { describeError } from './telemetry/describe-error.ts';
import { version } from './version.ts';

export type Log = ReturnType<typeof createLog>;

/** One JSON object a line. Bodies, names, addresses, tokens and cookies never get here (OPS-150). */
export function createLog(
  config: Pick<Config, 'LOG_LEVEL'>,
  service: string,
  destination?: DestinationStream,
) {
  const options = {
    level: config.LOG_LEVEL,
    base: { service, version },
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: ['req.headers', '*.password', '*.token', '*.cookie', '*.authorization'], remove: true },
  };
  return destination ? pino(options, destination) : pino(options);
}
