// What readers ask, put to our search and to Pagefind, MiniSearch (fuzzy, prefix) and lunr with its Swedish stemmer, over
// the same passages. Prints how often the answer is first and among the first three, and what it costs the phone:
// bytes with brotli and requests, the mean of what one question asks for where an index comes in parts.
//
//   dotnet run --project src/Trappa -- build
//   npm install --prefix artifacts/search pagefind@1.6.0 minisearch@7.2.0 lunr@2.3.9 lunr-languages@1.22.0
//   node tests/tools/search.mjs [SITE] [--queries=queries,volunteers,strangers]
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { browser, folder, switches } from './site.mjs';

const option = (name, standard) =>
  process.argv.find(argument => argument.startsWith(`--${name}=`))?.split('=')[1] ?? standard;
const installed = createRequire(new URL('../../artifacts/search/package.json', import.meta.url));
const assets = readdirSync(join(folder, 'assets')).filter(file => /^search\./.test(file)).map(file => join(folder, 'assets', file));
const [code, index] = ['.js', '.json'].map(ending => assets.find(file => extname(file) === ending));
const data = JSON.parse(readFileSync(index));
// A fragment that is the heading's words is 0.
const slug = text => (text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').match(/[\p{L}\p{Nd}]+/gu) ?? []).join('-');
const passages = data.x.map(([page, , hash, heading, text], id) => ({ id, url: data.p[page][0] + (hash === 0 ? '#' + slug(heading) : hash), page: data.p[page][1], heading, text }));
const packed = bytes => brotliCompressSync(bytes).length;
const files = (...paths) => ({ bytes: paths.reduce((sum, path) => sum + packed(readFileSync(path)), 0), requests: paths.length });

const engines = { Trappa: await trappa(), MiniSearch: miniSearch(), 'lunr, Swedish': lunr(), Pagefind: await pagefind() };
try {
  console.log('| queries | | among the first three | first | KB | requests |\n| --- | --- | ---: | ---: | ---: | ---: |');
  for (const set of option('queries', 'queries,volunteers,strangers').split(',')) {
    const questions = readFileSync(new URL(`../Trappa.BrowserTests/Searching/${set}.txt`, import.meta.url), 'utf8')
      .split('\n').filter(line => line.includes(' | ')).map(line => line.split(' | '));
    for (const [name, engine] of Object.entries(engines)) {
      await judge(set, questions, name, engine);
    }
  }
} finally {
  await engines.Pagefind.close();
}

async function judge(set, questions, name, { find, cost }) {
  let first = 0, three = 0;
  for (const [asked, answers] of questions) {
    const found = (await find(asked)).slice(0, 3);
    const fits = url => answers.split(',').some(answer => url.startsWith(answer));
    first += answers === '-' ? found.length === 0 : found.length > 0 && fits(found[0]);
    three += answers === '-' ? found.length === 0 : found.some(fits);
  }
  const share = count => (count / questions.length).toFixed(2);
  const { bytes, requests } = cost();
  console.log(`| ${set} (${questions.length}) | ${name} | ${share(three)} | ${share(first)} | ${(bytes / 1024).toFixed(0)} | ${requests.toFixed(0)} |`);
}

async function trappa() {
  // Node takes a file that ends in .js for a module only where a package says so.
  const { engine } = await import('data:text/javascript;base64,' + readFileSync(code).toString('base64'));
  const find = engine(data);
  return { find: asked => find(asked).map(hit => hit.url), cost: () => files(code, index) };
}

function miniSearch() {
  const MiniSearch = installed('minisearch');
  const search = new MiniSearch({ fields: ['page', 'heading', 'text'], storeFields: ['url'], searchOptions: { fuzzy: 0.2, prefix: true, boost: { page: 3, heading: 2 } } });
  search.addAll(passages);
  const own = files(join(installed.resolve('minisearch'), '../../umd/index.js'));
  return {
    find: asked => search.search(asked).map(hit => hit.url),
    cost: () => ({ bytes: own.bytes + packed(JSON.stringify([search, passages])), requests: 2 }),
  };
}

function lunr() {
  const search = installed('lunr');
  installed('lunr-languages/lunr.stemmer.support')(search);
  installed('lunr-languages/lunr.sv')(search);
  const built = search(function () {
    this.use(search.sv);
    this.ref('id');
    this.field('page', { boost: 3 });
    this.field('heading', { boost: 2 });
    this.field('text');
    passages.forEach(passage => this.add(passage));
  });
  const own = files(...['lunr/lunr.min', 'lunr-languages/min/lunr.stemmer.support.min', 'lunr-languages/min/lunr.sv.min'].map(name => installed.resolve(name)));
  return {
    // Its own language of queries has signs for what stands in questions as a sign.
    find: asked => built.query(query => search.tokenizer(asked.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()).forEach(word => query.term(word.toString())))
      .map(hit => passages[hit.ref].url),
    cost: () => ({ bytes: own.bytes + packed(JSON.stringify([built, passages])), requests: own.requests + 1 }),
  };
}

async function pagefind() {
  const { createIndex, close } = await import(new URL('../../artifacts/search/node_modules/pagefind/lib/index.js', import.meta.url));
  const { index: made } = await createIndex({ forceLanguage: 'sv' });
  for (const { id, page, heading, text } of passages) {
    await made.addHTMLFile({ url: `/${id}/`, content: `<!DOCTYPE html><html lang="sv"><body><main><h1>${escaped(page)}</h1><h2>${escaped(heading)}</h2><p>${escaped(text)}</p></main></body></html>` });
  }
  const out = mkdtempSync(join(tmpdir(), 'trappa-pagefind-'));
  await made.writeFiles({ outputPath: out });
  await close();
  let bytes = 0, requests = 0, asked = 0, measured = 0, counting = false, page;
  const server = createServer((request, response) => {
    const file = new URL(request.url, 'http://localhost').pathname.slice(1);
    if (!file) return response.setHeader('Content-Type', 'text/html').end('<!DOCTYPE html>');
    if (!readdirSync(out, { recursive: true }).includes(file)) return response.writeHead(404).end();
    const body = readFileSync(join(out, file));
    if (counting) {
      requests++;
      // Its other files are packed already.
      bytes += /\.(js|json)$/.test(file) ? packed(body) : body.length;
    }
    response.setHeader('Content-Type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream').end(body);
  });
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}/`;
  const chrome = await chromium.launch({ executablePath: browser(), args: switches });
  return {
    find: async question => {
      // Now and then as a reader comes who has asked nothing before: what is kept of one question is not there for the next.
      if (asked++ % 20 === 0) {
        await page?.context().close();
        page = await (await chrome.newContext()).newPage();
        await page.goto(origin);
        [counting, measured] = [true, measured + 1];
      }
      const ids = await page.evaluate(async ([origin, question]) => {
        const search = await import(origin + 'pagefind.js');
        const { results } = await search.search(question);
        return (await Promise.all(results.slice(0, 3).map(result => result.data()))).map(data => data.url);
      }, [origin, question]);
      counting = false;
      return ids.map(url => passages[Number(url.split('/').at(-2))].url);
    },
    cost: () => ({ bytes: bytes / measured, requests: requests / measured }),
    close: async () => {
      await chrome.close();
      server.close();
      rmSync(out, { recursive: true });
    },
  };
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
