// Mozilla's HTTP Observatory over the site's headers: its own retriever and rules, from a host of loopback that leads from
// HTTP to HTTPS as any does. A+ with every point that a site can earn by itself. (One more rule gives points to names that
// the browsers' own list of HTTPS-only hosts holds; that is for the owner of a name to ask for. Cookies give points only to
// those who have any.)
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer } from './site.mjs';

const highest = 135;

if (!process.env.TRAPPA_OBSERVATORY) {
  // Node reads whom it trusts when it starts: once more, with a certificate of our own.
  const work = mkdtempSync(join(tmpdir(), 'trappa-observatory-'));
  try {
    const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1',
      '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(work, 'key.pem'), '-out', join(work, 'certificate.pem')], { encoding: 'utf8' });
    if (made.error || made.status !== 0) throw made.error ?? new Error(made.stderr);
    const run = spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit',  env: { ...process.env, NODE_EXTRA_CA_CERTS: join(work, 'certificate.pem'), TRAPPA_OBSERVATORY: work } });
    process.exitCode = run.status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
} else {
  await observe(process.env.TRAPPA_OBSERVATORY);
}

async function observe(keys) {
  // Its list of HTTPS-only hosts is fetched when it is installed; here nobody is on it.
  const list = fileURLToPath(new URL('conf/hsts-preload.json', import.meta.resolve('@mdn/mdn-http-observatory').replace(/src\/index\.js$/, '')));
  mkdirSync(dirname(list), { recursive: true });
  if (!existsSync(list)) writeFileSync(list, '{}');
  const { retrieve } = await import('@mdn/mdn-http-observatory/src/retriever/retriever.js');
  const { ALL_TESTS } = await import('@mdn/mdn-http-observatory/src/constants.js');
  const { getGradeForScore, getScoreModifier } = await import('@mdn/mdn-http-observatory/src/grader/grader.js');

  const https = await listen(createHttps({ key: readFileSync(join(keys, 'key.pem')), cert: readFileSync(join(keys, 'certificate.pem')) }, await answer()));
  const http = await listen(createHttp((request, response) =>
    response.writeHead(301, { Location: `https://localhost:${https.address().port}${request.url}` }).end()));
  let low = 0;
  try {
    for (const path of ['/', '/no/such/place']) {
      const seen = await retrieve('localhost', { httpPort: http.address().port, httpsPort: https.address().port, path });
      const results = ALL_TESTS.map(test => test(seen));
      const points = results.map(result => getScoreModifier(result.result));
      // As its own scanner adds them up: 100, and what is better only counts for those who lack little.
      const { grade, score } = getGradeForScore(100 + points.reduce((sum, point) => sum + point, 0));
      console.log(`observatory: ${path}  ${grade}  ${score} of ${highest}`);
      results.forEach((result, i) => console.log(`    ${String(points[i]).padStart(3)}  ${result.constructor.name}: ${result.result}`));
      if (grade !== 'A+' || score < highest || results.some(result => !result.pass)) low++;
    }
  } finally {
    for (const server of [http, https]) {
      server.closeAllConnections();
      server.close();
    }
  }
  process.exitCode = low === 0 ? 0 : 1;
}

function listen(server) {
  return new Promise(listening => server.listen(0, 'localhost', () => listening(server)));
}
