// The sign-in of an organisation: a certified provider in a process of its own, the one that the stories in Rust use.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../support/outside/', import.meta.url));
/** Written by npm when all is there. */
const INSTALLED = join(FOLDER, 'node_modules/.package-lock.json');

/** A provider that sends people back to this site; `configuration` is what a node is told of it. */
export async function provider(site, { name, networks }) {
  const back = `${site}/access/outside/back`;
  if (!existsSync(INSTALLED)) execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: FOLDER, stdio: 'inherit' });
  // Its end closes with this process; then it ends too.
  const child = spawn('node', ['provider.mjs', '0', back], { cwd: FOLDER, stdio: ['pipe', 'pipe', 'inherit'] });
  const issuer = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('http://') && resolve(line.trim()));
    child.once('exit', (code) => reject(new Error(`the provider ended: ${code}`)));
  });
  const configuration = `[[outside]]
name = '${name.toLowerCase()}'
label = '${name}'
issuer = '${issuer}'
client = 'entraide'
secret = 'a secret between two machines'
networks = ${JSON.stringify(networks)}
back = '${back}'
`;
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    child.kill();
    await gone;
  };
  return { issuer, configuration, stop };
}
