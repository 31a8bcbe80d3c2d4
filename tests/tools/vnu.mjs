// The Nu HTML checker over every page, style sheet and picture of the site: no error and no warning.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { folder, pages } from './site.mjs';

const jar = createRequire(import.meta.url)('vnu-jar');
const files = (await readdir(folder, { recursive: true })).filter(file => /\.(html|css|svg)$/.test(file)).sort();
await pages();

const check = spawnSync(
  'java', ['-Xss8m', '-jar', jar, '--format', 'json', '--also-check-css', '--also-check-svg', '--stdout',
    ...files.map(file => join(folder, file))],
  { encoding: 'utf8', maxBuffer: 1 << 28 });
if (check.error) {
  throw check.error;
}
const { messages } = JSON.parse(check.stdout || '{"messages":[]}');
const found = messages.filter(message => message.type === 'error' || message.subType === 'warning' || message.type === 'non-document-error');
for (const message of found) {
  const file = message.url ? relative(folder, decodeURIComponent(new URL(message.url).pathname)) : '';
  console.error(`${file}:${message.lastLine ?? 1}:${message.firstColumn ?? message.lastColumn ?? 1}: ${message.subType ?? message.type}: ${message.message}`);
  console.error(`    ${(message.extract ?? '').replace(/\s+/g, ' ').trim()}`);
}
if (found.length === 0 && check.status !== 0) {
  throw new Error(`the checker itself failed: ${check.stderr}`);
}
console.log(`vnu: ${files.length} files, ${found.length} errors and warnings`);
process.exitCode = found.length === 0 ? 0 : 1;
