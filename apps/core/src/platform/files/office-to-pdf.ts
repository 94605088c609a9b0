import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const longestMs = 90_000;

/** The office program of this machine, where somebody installed one (Debian: `libreoffice-core` and its parts). */
export async function findOffice(): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, 'soffice');
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

/**
 * Sets a document as PDF. The file is a stranger's: the program gets a profile of its own that dies with it, none of
 * our environment, a name that we chose, and a time to end.
 */
export async function officeToPdf(
  program: string,
  bytes: Buffer,
  ending: string,
  signal: AbortSignal,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-office-'));
  try {
    const source = join(folder, `work.${ending}`);
    await writeFile(source, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const settings = ['--headless', '--norestore', '--nolockcheck', '--nodefault'];
    await run(program, [profile, ...settings, '--convert-to', 'pdf', '--outdir', folder, source], {
      cwd: folder,
      env: { NODE_ENV: 'production', HOME: folder, PATH: process.env.PATH ?? '', LANG: 'C.UTF-8' },
      timeout: longestMs,
      killSignal: 'SIGKILL',
      signal,
    });
    return await readFile(join(folder, 'work.pdf'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
