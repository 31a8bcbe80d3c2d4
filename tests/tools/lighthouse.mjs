// Lighthouse as a phone over one page of each kind (all pages with --all): accessibility, best practices and search
// at 100. Speed depends on the machine: it is shown here and reported by tests/bench.
// Pages that ask not to be indexed, and 404, are let off the category of search.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { browser, folder, kindsOfPage, pages, serve, switches } from './site.mjs';

const asserted = ['accessibility', 'best-practices', 'seo'];
const withSpeed = process.argv.includes('--speed');
const server = await serve();
const chromium = await launch();
let failures = 0;
try {
  for (const page of await (process.argv.includes('--all') ? pages : kindsOfPage)()) {
    failures += await audit(page);
  }
} finally {
  await chromium.end();
  server.close();
}
console.log(`lighthouse: ${failures} scores below 100`);
process.exitCode = failures === 0 ? 0 : 1;

async function audit(page) {
  const html = await readFile(join(folder, page.endsWith('/') ? page + 'index.html' : page), 'utf8');
  const hidden = page === '/404.html' || /<meta[^>]+name="?robots"?[^>]+noindex/.test(html);
  const onlyCategories = [...asserted.filter(category => category !== 'seo' || !hidden), ...(withSpeed ? ['performance'] : [])];
  const { lhr } = await lighthouse(server.origin + page, {
    port: chromium.port, output: 'json', logLevel: 'error', onlyCategories,
    // Loopback has no HTTPS, and no crawler asks it for robots.txt.
    skipAudits: ['is-on-https', 'redirects-http'],
  });
  if (lhr.runtimeError) {
    throw new Error(`${page}: ${lhr.runtimeError.message}`);
  }
  const scores = Object.values(lhr.categories).map(category => [category, Math.round(category.score * 100)]);
  console.log(`${page}  ${scores.map(([category, score]) => `${category.id} ${score}`).join('  ')}`);
  const low = scores.filter(([category, score]) => asserted.includes(category.id) && score < 100);
  for (const [category] of low) {
    for (const { id, weight } of category.auditRefs) {
      const result = lhr.audits[id];
      if (weight > 0 && result.score !== null && result.score < 1) {
        console.error(`    ${category.id}: ${id}: ${result.title}`);
        for (const item of (result.details?.items ?? []).slice(0, 5)) {
          console.error(`        ${item.node?.snippet ?? item.description ?? item.source ?? JSON.stringify(item).slice(0, 300)}`);
        }
      }
    }
  }
  return low.length;
}

/** One browser with a profile of its own; its debugging port is in a file of the profile once it listens. */
async function launch() {
  const profile = await mkdtemp(join(tmpdir(), 'trappa-lighthouse-'));
  const child = spawn(browser(), [...switches, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' });
  const gone = new Promise(exit => child.once('exit', exit));
  for (let tries = 0; tries < 300; tries++) {
    const port = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').then(text => Number(text.split('\n')[0]), () => 0);
    if (port) {
      return {
        port,
        end: async () => { child.kill(); await gone; await rm(profile, { recursive: true, force: true, maxRetries: 5 }); },
      };
    }
    await new Promise(wait => setTimeout(wait, 100));
  }
  child.kill('SIGKILL');
  throw new Error('the browser did not start within 30 seconds');
}
