// How large the index of search is beside the text it is made of, and what a first question costs, on generated pages.
//
//   dotnet publish src/Trappa --output artifacts/trappa
//   node tests/bench/search.mjs [--trappa=artifacts/trappa/trappa] [--pages=20,1000,10000]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { writeCorpus } from './corpus.mjs';

const option = (name, standard) =>
  process.argv.find(argument => argument.startsWith(`--${name}=`))?.split('=')[1] ?? standard;
const trappa = resolve(option('trappa', new URL('../../artifacts/trappa/trappa', import.meta.url).pathname));
const questions = ['kaffe torg', 'tillsamans', 'vardag', 'gemensam fråga'];
const folder = mkdtempSync(join(tmpdir(), 'trappa-search-'));
const packed = file => brotliCompressSync(readFileSync(file)).length;
const KB = bytes => (bytes / 1024).toFixed(0);
try {
  console.log('| pages | text, KB | index, KB | index ÷ text | files | index with brotli, KB | a first question, KB | requests |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const pages of option('pages', '20,1000,10000').split(',').map(Number)) {
    await measure(pages);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(pages) {
  const corpus = join(folder, String(pages));
  writeCorpus(corpus, pages);
  const guide = join(corpus, 'trappa'), site = join(corpus, 'site');
  const { status, stderr } = spawnSync(trappa, ['build', guide, '--out', site, '--pdf', 'skip'], { encoding: 'utf8' });
  if (status) {
    throw new Error(stderr);
  }
  const text = under(join(guide, 'content')).reduce((sum, file) => sum + readFileSync(file).length, 0);
  const assets = under(join(site, 'assets'));
  const [code] = assets.filter(file => /search\.[0-9a-f]+\.js$/.test(file));
  const [head] = assets.filter(file => /search\.[0-9a-f]+\.json$/.test(file));
  const index = assets.filter(file => file === head || file.includes('/assets/search/'));
  const asked = [];
  globalThis.fetch = async url => {
    asked.push(new URL(url).pathname);
    return { ok: true, json: async () => JSON.parse(readFileSync(new URL(url))) };
  };
  const { inParts } = await import('data:text/javascript;base64,' + readFileSync(code).toString('base64'));
  const data = JSON.parse(readFileSync(head));
  for (const question of data.v ? questions : []) {
    await inParts(data, pathToFileURL(head).href)(question);
  }
  const first = packed(code) + packed(head) + asked.reduce((sum, file) => sum + packed(file), 0) / questions.length;
  const raw = index.reduce((sum, file) => sum + readFileSync(file).length, 0);
  console.log(`| ${pages} | ${KB(text)} | ${KB(raw)} | ${(raw / text).toFixed(2)} | ${index.length} | ${KB(index.reduce((sum, file) => sum + packed(file), 0))} ` +
    `| ${KB(first)} | ${(2 + asked.length / questions.length).toFixed(0)} |`);
}

function under(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}
