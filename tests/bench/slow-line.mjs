// A page on one bar of reception, on an old phone: 400 kbit/s, 400 ms there and back, a processor four times slower, nothing
// kept from before. HTTP and brotli on loopback, throttled by DevTools. Beside it the same words as bare HTML, which is what
// the line itself takes, and a second page after the first. Bare HTML is loaded once more without the line: what the browser
// itself takes, and so the least that a second page can. Median of some loads of each, in turns.
//
//   dotnet run --project src/Trappa -- build
//   (cd tests/tools && npm ci)
//   node tests/bench/slow-line.mjs [SITE] [--loads=5] [--pages=/,/steg/valjare/,/vilket-steg/]
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpus } from 'node:os';
import { brotliCompressSync } from 'node:zlib';
import { answer, browser, folder, pages, switches } from '../tools/site.mjs';
import { chromium } from '../tools/node_modules/playwright-core/index.mjs';

const option = (name, standard) => process.argv.find(argument => argument.startsWith(`--${name}=`))?.split('=')[1] ?? standard;
const loads = Number(option('loads', 5));
const line = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const known = await pages();
const first = option('pages', ['/', known.find(page => /^\/(steg|steps)\/./.test(page)), known.find(page => /^\/(vilket-steg|which-step)\/$/.test(page))].filter(Boolean).join(',')).split(',');
const bare = '/bare/';

const site = await answer();
const server = createServer((request, response) => request.url === bare ? plain(response) : site(request, response));
await new Promise(listening => server.listen(0, '127.0.0.1', listening));
const origin = `http://localhost:${server.address().port}`;
const chrome = await chromium.launch({ executablePath: browser(), args: switches });
const seen = new Map();
try {
  for (let load = 0; load <= loads; load++) {
    for (const address of [bare, ...first]) {
      const [cold, next] = await measure(address);
      // The first of each warms the server and the browser up.
      if (load > 0) {
        seen.set(address, [...(seen.get(address) ?? []), cold]);
        if (next) seen.set('then ' + next.address, [...(seen.get('then ' + next.address) ?? []), next]);
      }
    }
  }
} finally {
  await chrome.close();
  server.closeAllConnections();
  server.close();
}

console.log(`${cpus().length} × ${cpus()[0].model.trim()}; median of ${loads} loads, in turns (fastest – slowest)\n`);
console.log('| page | FCP, s | LCP, s | CLS | TBT, ms | requests | KB | script, KB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [address, all] of [...seen].sort(([a], [b]) => a.startsWith('then') - b.startsWith('then'))) {
  const of = (name, write) => {
    const values = all.map(one => one[name]).sort((a, b) => a - b);
    const middle = write(values[values.length >> 1]);
    return write(values[0]) === write(values.at(-1)) ? middle : `${middle} (${write(values[0])} – ${write(values.at(-1))})`;
  };
  const seconds = value => (value / 1000).toFixed(2);
  const kilobytes = value => (value / 1024).toFixed(1);
  console.log(`| ${address === bare ? 'bare HTML' : address} | ${of('fcp', seconds)} | ${of('lcp', seconds)} | ${of('cls', v => v.toFixed(3))} | ${of('tbt', v => v.toFixed(0))} | ${of('requests', v => v)} | ${of('bytes', kilobytes)} | ${of('script', kilobytes)} |`);
}

/** One page in a new window, and from it the page that its first link of another page leads to. */
async function measure(address) {
  const context = await chrome.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const asked = new Map();
    session.on('Network.requestWillBeSent', event => asked.set(event.requestId, { type: event.type, bytes: 0 }));
    session.on('Network.loadingFinished', event => { if (asked.has(event.requestId)) asked.get(event.requestId).bytes = event.encodedDataLength; });
    await page.addInitScript(() => {
      window.seen = { lcp: 0, cls: 0, tbt: 0 };
      const watch = (type, add) => new PerformanceObserver(list => list.getEntries().forEach(add)).observe({ type, buffered: true });
      watch('largest-contentful-paint', entry => { window.seen.lcp = entry.startTime; });
      watch('layout-shift', entry => { if (!entry.hadRecentInput) window.seen.cls += entry.value; });
      watch('longtask', entry => { window.seen.tbt += Math.max(0, entry.duration - 50); });
    });
    const cold = await settle(page, asked, () => page.goto(origin + address, { waitUntil: 'load' }));
    if (address === bare) {
      await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
      asked.clear();
      return [cold, { ...await settle(page, asked, () => page.goto(origin + bare, { waitUntil: 'load' })), address: 'bare HTML, no line' }];
    }
    const next = await page.evaluate(() => [...document.querySelectorAll('main a[href]')].find(a => a.pathname !== location.pathname && a.checkVisibility() && a.closest('svg') === null)?.pathname);
    if (!next) return [cold];
    asked.clear();
    const second = await settle(page, asked, () => page.goto(origin + next, { waitUntil: 'load' }));
    return [cold, { ...second, address: next }];
  } finally {
    await context.close();
  }
}

async function settle(page, asked, go) {
  await go();
  // Until nothing has come for a while: the worker, which keeps the guide, begins when the page is done.
  await page.evaluate(() => new Promise(done => setTimeout(done, 1500)));
  const measured = await page.evaluate(() => ({ ...window.seen, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN }));
  const all = [...asked.values()];
  return {
    ...measured,
    requests: all.length,
    bytes: all.reduce((sum, one) => sum + one.bytes, 0),
    script: all.filter(one => one.type === 'Script').reduce((sum, one) => sum + one.bytes, 0),
  };
}

/** The words of a page with nothing about them. */
function plain(response) {
  const page = readFileSync(join(folder, (known.find(one => /^\/(steg|steps)\/./.test(one)) ?? '/').slice(1), 'index.html'), 'utf8');
  const main = /<main[\s\S]*<\/main>/.exec(page)[0].replace(/<svg[\s\S]*?<\/svg>/g, '');
  const body = brotliCompressSync(`<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>Bare</title><meta name="viewport" content="width=device-width">${main}</html>`);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br', 'Content-Length': body.length }).end(body);
}
