// Finds the Node that package.json pins, and brings it back when its install script was not allowed to run.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './install.mjs';

export async function pinnedNode(root) {
  const version = `v${JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.node}`;
  const found = candidates(root).find((file) => versionOf(file) === version);
  if (found) return { file: found, version };

  console.error(`  Node ${version} is missing from node_modules (install scripts were off); fetching it …`);
  npm(root, ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  const repaired = candidates(root).find((file) => versionOf(file) === version);
  if (repaired) return { file: repaired, version };

  // Any Node of the same major line runs the code; say so, because it is not the one the tests ran on.
  if (sameMajor(process.version, version)) {
    console.error(`  Going on with ${process.version}, the Node of this machine, instead of ${version}.`);
    return { file: process.execPath, version: process.version };
  }
  throw new Error(
    `Homeroom runs on Node ${version}, and the "node" package could not put it into node_modules. Cure: run "npm rebuild node --ignore-scripts=false" with the network on, or install Node ${version.slice(1)} and start again.`,
  );
}

function candidates(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const own = `${prefix}-${platform}-${process.arch}`;
  return [
    path.join(root, 'node_modules/node/bin', name),
    path.join(root, 'node_modules/node/node_modules', own, 'bin', name),
    path.join(root, 'node_modules', own, 'bin', name),
  ].filter((file) => existsSync(file));
}

function versionOf(file) {
  return spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim();
}

function sameMajor(left, right) {
  return left.split('.')[0] === right.split('.')[0];
}
