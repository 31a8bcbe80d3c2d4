// How long it takes from a file being saved to the changed page being served: a request every 2 ms until the new words
// are there. trappa serve beside VitePress' and Hugo's development servers, in turns, on the same generated pages.
//
//   dotnet publish src/Trappa --output artifacts/trappa
//   npm install --prefix artifacts/vitepress vitepress@1.6.4
//   node tests/bench/serve.mjs [--trappa=artifacts/trappa/trappa] [--vitepress=artifacts/vitepress] [--pages=20,1000] [--saves=50]
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeCorpus } from './corpus.mjs';

const option = (name, standard) =>
  process.argv.find(argument => argument.startsWith(`--${name}=`))?.split('=')[1] ?? standard;
const artifacts = new URL('../../artifacts/', import.meta.url).pathname;
const trappa = resolve(option('trappa', join(artifacts, 'trappa/trappa')));
const vitepress = resolve(option('vitepress', join(artifacts, 'vitepress')));
const saves = Number(option('saves', 50));

const folder = mkdtempSync(join(tmpdir(), 'trappa-serve-'));
const running = [];
try {
  console.log(`${cpus().length} × ${cpus()[0].model.trim()}; median of ${saves} saves in turns (fastest – slowest), ms\n`);
  console.log('| pages | trappa serve | VitePress | hugo server |\n| ---: | ---: | ---: | ---: |');
  for (const pages of option('pages', '20,1000').split(',').map(Number)) {
    await measure(pages);
  }
} finally {
  running.forEach(stop);
  rmSync(folder, { recursive: true, force: true });
}

async function measure(pages) {
  const corpus = join(folder, String(pages));
  writeCorpus(corpus, pages);
  const file = 'section-0/page-0.md';
  const tools = [
    { name: 'trappa', root: join(corpus, 'trappa'), content: 'content', url: '/section-0/page-0/', start: port => [trappa, 'serve', '.', '--port', port] },
    existsSync(join(vitepress, 'node_modules/vitepress'))
      && { name: 'vitepress', root: join(corpus, 'vitepress'), content: '.', url: '/section-0/page-0.md', start: port => ['node', join(vitepress, 'node_modules/vitepress/bin/vitepress.js'), 'dev', '.', '--port', port] },
    { name: 'hugo', root: join(corpus, 'hugo'), content: 'content', url: '/section-0/page-0/', start: port => ['hugo', 'server', '--port', port, '--baseURL', `http://localhost:${port}/`, '--source', '.'] },
  ].filter(Boolean);
  cpSync(join(corpus, 'trappa/content'), join(corpus, 'vitepress'), { recursive: true });
  writeFileSync(join(corpus, 'vitepress/index.md'), '# Corpus\n');

  for (const tool of tools) {
    tool.port = await freePort();
    const [command, ...words] = tool.start(String(tool.port));
    tool.process = spawn(command, words, { cwd: tool.root, stdio: 'ignore' });
    running.push(tool.process);
    tool.times = [];
    await until(tool, 'Page 0', /./, 60_000);
  }
  for (let save = -3; save < saves; save++) {
    for (const tool of tools) {
      const words = `ord${pages}x${save + 3}slut`;
      const path = join(tool.root, tool.content, file);
      const began = process.hrtime.bigint();
      appendFileSync(path, `\n${words}\n`);
      const served = await until(tool, words, new RegExp(words), 30_000);
      save < 0 || tool.times.push(Number(served - began) / 1e6);
      // As a person would: not while the tool still does what follows a change.
      await new Promise(done => setTimeout(done, 150));
    }
  }
  tools.forEach(tool => stop(tool.process));
  const cell = name => {
    const times = tools.find(tool => tool.name === name)?.times.sort((a, b) => a - b);
    return times ? `${times[Math.floor(times.length / 2)].toFixed(1)} (${times[0].toFixed(1)} – ${times.at(-1).toFixed(1)})` : 'not installed';
  };
  console.log(`| ${pages} | ${cell('trappa')} | ${cell('vitepress')} | ${cell('hugo')} |`);
}

/** The moment at which the page has the words. */
async function until(tool, what, wanted, patience) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const text = await page(tool);
    if (wanted.test(text)) {
      return process.hrtime.bigint();
    }
    await new Promise(done => setTimeout(done, 2));
  }
  throw new Error(`${tool.name} did not serve "${what}" within ${patience} ms`);
}

function page({ port, url, name }) {
  return new Promise(done => {
    // VitePress gives the page's module as a browser asks for it: the words are in it.
    const path = name === 'vitepress' ? `${url}?t=${Date.now()}&import` : url;
    const request = get({ host: 'localhost', port, path, agent: false, headers: { accept: '*/*' } }, answer => {
      let text = '';
      answer.setEncoding('utf8').on('data', part => (text += part)).on('end', () => done(answer.statusCode === 200 ? text : ''));
    });
    request.on('error', () => done(''));
  });
}

function stop(child) {
  child.exitCode === null && child.kill('SIGTERM');
}

function freePort() {
  return new Promise(done => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
