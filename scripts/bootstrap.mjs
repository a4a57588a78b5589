// Installs the packages of a fresh clone, then runs a script of this folder: `node scripts/bootstrap.mjs start ...args`.
// Plain JavaScript without dependencies, since it runs before they are installed.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const [task = '', ...args] = process.argv.slice(2);
checkNode();
installPackages();
runScript(join('scripts', `${task}.ts`));

function checkNode() {
  const supported = JSON.parse(readFileSync('package.json', 'utf8')).engines.node;
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isSupported = supported.split(' || ').some((range) => {
    const [oldestMajor, oldestMinor] = range.replace(/^\D+/, '').split('.').map(Number);
    return (major === oldestMajor && minor >= oldestMinor) || (range.startsWith('>=') && major > oldestMajor);
  });
  if (!isSupported) fail(`Node ${supported} is required, but this is ${process.versions.node}. See https://nodejs.org`);
}

function installPackages() {
  const installed = join('node_modules', '.package-lock.json');
  const isCurrent = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
  if (isCurrent) return;
  console.log('Installing packages (npm ci).');
  const npm = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // On Windows npm is a shell script.
  const { status } = spawnSync('npm', npm, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail('npm ci failed, see above.');
}

function runScript(script) {
  if (!existsSync(script)) fail(`Unknown task ${task}. Use start, test or fuzz.`);
  const tsx = join('node_modules', 'tsx', 'dist', 'cli.mjs');
  const child = spawn(process.execPath, [tsx, script, ...args], { stdio: 'inherit' });
  // The child also gets Ctrl+C and has to close its browser before this process exits.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 1));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
