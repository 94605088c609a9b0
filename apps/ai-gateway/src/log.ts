import { pino } from 'pino';
import { version } from './version.ts';

export type Log = ReturnType<typeof createLog>;

/** One JSON object a line. Prompts, answers and tokens never get here (OPS-150). */
export function createLog(level: string, destination?: { write(line: string): void }) {
  const options = {
    level,
    base: { service: 'ai_gateway', version },
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}
