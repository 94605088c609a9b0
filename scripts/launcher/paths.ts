import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Everything an instance keeps lives in one folder, so removing that folder removes the instance. */
export function instancePaths(dataDir = process.env.HOMEROOM_DATA_DIR ?? '.data') {
  const home = path.resolve(root, dataDir);
  return {
    home,
    settings: path.join(home, 'instance.json'),
    lock: path.join(home, 'launcher.lock'),
    running: path.join(home, 'running.json'),
    postgres: path.join(home, 'postgres'),
    storage: path.join(home, 'files'),
    logs: path.join(home, 'logs'),
    seeded: path.join(home, 'seeded.json'),
  };
}

export type InstancePaths = ReturnType<typeof instancePaths>;
