// Times whole processes side by side, in turns, on the same generated pages: trappa, Debian's hugo, and `cp -r` of what
// trappa wrote. Prints a Markdown table. Every run writes to a folder that was not there before: some file systems are
// slow to make files where others were just deleted.
//
//   dotnet publish src/Trappa --output artifacts/trappa
//   node tests/bench/run.mjs [--trappa=artifacts/trappa/trappa] [--pages=20,1000] [--runs=11] [--folder=…]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeCorpus } from './corpus.mjs';

const option = (name, standard) =>
  process.argv.find(argument => argument.startsWith(`--${name}=`))?.split('=')[1] ?? standard;
const trappa = resolve(option('trappa', new URL('../../artifacts/trappa/trappa', import.meta.url).pathname));
const sizes = option('pages', '20,1000').split(',').map(Number);
const runs = Number(option('runs', 11));
if (!existsSync(trappa)) {
  throw new Error(`no ${trappa}: publish it first (dotnet publish src/Trappa --output artifacts/trappa)`);
}

const folder = mkdtempSync(join(option('folder', tmpdir()), 'trappa-bench-'));
try {
  console.log(`${cpus().length} × ${cpus()[0].model.trim()}; ${version('hugo', 'version')}; median of ${runs} runs in turns (fastest – slowest)\n`);
  console.log('| pages | | wall ms | peak MB | × hugo | × cp -r |');
  console.log('| ---: | --- | ---: | ---: | ---: | ---: |');
  sizes.forEach(measure);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(pages) {
  const corpus = join(folder, `corpus-${pages}`);
  writeCorpus(corpus, pages);
  const out = (tool, run) => join(folder, `${pages}-${tool}-${run}`);
  const tools = {
    trappa: run => [trappa, 'build', join(corpus, 'trappa'), '--out', out('trappa', run), '--base-url', 'https://example.org/', '--date', '2024-05-01'],
    hugo: run => ['hugo', '--quiet', '--source', join(corpus, 'hugo'), '--destination', out('hugo', run)],
    'cp -r': run => ['cp', '-r', out('trappa', 'warm'), out('cp', run)],
  };
  const walls = {}, peaks = {};
  for (const run of ['warm', ...Array(runs).keys()]) {
    for (const [name, command] of Object.entries(tools)) {
      const started = process.hrtime.bigint();
      execute(command(run));
      const wall = Number(process.hrtime.bigint() - started) / 1e6;
      run === 'warm' || (walls[name] ??= []).push(wall);
    }
  }
  for (const [name, command] of Object.entries(tools)) {
    peaks[name] = peak(command('memory'));
  }
  const median = name => walls[name].sort((a, b) => a - b)[Math.floor(runs / 2)];
  for (const name of Object.keys(tools)) {
    const [low, high] = [walls[name].sort((a, b) => a - b)[0], walls[name].at(-1)];
    console.log(`| ${pages} | ${name} | ${median(name).toFixed(0)} (${low.toFixed(0)} – ${high.toFixed(0)}) | ${peaks[name].toFixed(0)} ` +
      `| ${(median(name) / median('hugo')).toFixed(2)} | ${(median(name) / median('cp -r')).toFixed(1)} |`);
  }
  const made = name => files(out(name, 'warm')).filter(file => file.endsWith('.html')).length;
  console.error(`${pages} pages: trappa wrote ${made('trappa')} HTML files, hugo ${made('hugo')}; ` +
    `${size(out('trappa', 'warm'))} and ${size(out('hugo', 'warm'))} bytes`);
}

function execute([command, ...words]) {
  const done = spawnSync(command, words, { encoding: 'utf8' });
  if (done.error || done.status !== 0) {
    throw done.error ?? new Error(`${command} ${words.join(' ')}\n${done.stdout}${done.stderr}`);
  }
}

/** Peak resident memory in MB, as GNU time tells it. */
function peak(command) {
  const done = spawnSync('/usr/bin/time', ['-f', 'peak %M', ...command], { encoding: 'utf8' });
  return Number(/peak (\d+)/.exec(done.stderr)?.[1] ?? NaN) / 1024;
}

function version(...command) {
  const done = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
  if (done.error) {
    throw new Error(`${command[0]} is missing: apt-get install ${command[0]} time`);
  }
  return done.stdout.split(' ').slice(0, 2).join(' ');
}

function files(path) {
  return readdirSync(path, { recursive: true }).map(String);
}

function size(path) {
  return files(path).reduce((sum, file) => sum + (statSync(join(path, file)).isFile() ? statSync(join(path, file)).size : 0), 0);
}
