// `npm ci` refuses a lockfile that lacks a platform build which some package lists as optional. npm leaves such a
// build out when the registry at hand does not carry it, so the lockfile would install on one kind of machine only.
// Run with --write to add what is missing: the version comes from the package that asks for it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './launcher/paths.ts';

type Locked = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lockfile = { packages: Record<string, Locked> };
type Missing = { asked_by: string; name: string; version: string };

const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openharmony',
  'android',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

export function missingBuilds({ packages }: Lockfile): Missing[] {
  return Object.entries(packages).flatMap(([where, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isReachable(packages, where, name))
      .map(([name, version]) => ({ asked_by: where, name, version })),
  );
}

export function complete(lockfile: Lockfile): Lockfile {
  const packages = { ...lockfile.packages };
  for (const { asked_by, name, version } of missingBuilds(lockfile)) {
    const dev = packages[asked_by]?.dev === true;
    const entry: Locked = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
    packages[`node_modules/${name}`] = entry;
  }
  return { ...lockfile, packages: sorted(packages) };
}

function isReachable(packages: Lockfile['packages'], from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '' || !folder.includes('node_modules/')) return Boolean(packages[`node_modules/${name}`]);
  }
}

/** Platform packages carry their platform in the name: `@scope/cli-linux-x64-musl`. */
function platformOf(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (!cpu || (!os && cpu !== 'wasm32'))
    throw new Error(`The platform of ${name} cannot be told from its name; add it to the lockfile by hand.`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.includes('gnu')
      ? 'glibc'
      : undefined;
  return { cpu: [cpu], ...(os ? { os: [os] } : {}), ...(libc ? { libc: [libc] } : {}) };
}

function sorted(packages: Lockfile['packages']): Lockfile['packages'] {
  return Object.fromEntries(
    Object.entries(packages).sort(([left], [right]) => left.localeCompare(right, 'en')),
  );
}

if (import.meta.main) {
  const file = path.join(root, 'package-lock.json');
  const lockfile = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
  const missing = missingBuilds(lockfile);
  if (missing.length > 0 && process.argv.includes('--write')) {
    writeFileSync(file, `${JSON.stringify(complete(lockfile), null, 2)}\n`);
    console.log(`Added ${missing.length} platform builds to package-lock.json.`);
  } else if (missing.length > 0) {
    for (const { asked_by, name, version } of missing)
      console.error(`${name}@${version}, wanted by ${asked_by}`);
    console.error(
      `${missing.length} platform builds are missing from package-lock.json: node scripts/check-lockfile.ts --write`,
    );
    process.exitCode = 1;
  }
}
