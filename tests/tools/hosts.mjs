// nginx, Caddy and Apache with the settings that `trappa host` prints, on loopback, over a small site with old addresses:
// every file comes with the headers that _headers asks for, old addresses lead on, compressed files are sent, and what is
// not there is the guide's own page without a word about keeping it.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { headerRules } from './site.mjs';

const program = process.env.TRAPPA_EXE ?? new URL('../../artifacts/trappa/trappa', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'trappa-hosts-'));
const site = join(work, 'guide', '_site');
const faults = [];

try {
  trappa('new', 'guide');
  writeFileSync(join(work, 'guide/content/basics/moved.md'), '---\ntitle: Moved\nalias: [/old/place/, gammal.html, "om/före-detta"]\n---\nHere now.\n');
  // The editing page, whose policy is another: of its packages only the names and versions count here.
  appendFileSync(join(work, 'guide/content/site.yaml'), '\nedit: {host: github, repository: you/guide}\n');
  const { dependencies } = JSON.parse(readFileSync(new URL('../../.ci/editor/package.json', import.meta.url)));
  for (const [file, text] of [['@sveltia/cms/npm/cms.js', ''], ['@sveltia/cms/LICENSE.txt', 'MIT'], ['yaml/browser/index.js', ''], ['yaml/LICENSE', 'ISC'],
    ...Object.entries(dependencies).map(([name, version]) => [`${name}/package.json`, JSON.stringify({ version })])]) {
    const path = join(work, 'node_modules', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  trappa('build', 'guide', '--compress', '--pdf', 'skip', '--editor', 'node_modules');
  const rules = await headerRules(site);
  for (const [name, start] of Object.entries({ nginx, caddy, apache })) {
    const port = await freePort();
    const settings = join(work, name + '.conf');
    writeFileSync(settings, trappa('host', name, 'guide', '--editor', 'node_modules'));
    const [command, ...words] = start(settings, port);
    const server = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work } });
    let log = '';
    server.stdout.on('data', text => { log += text; });
    server.stderr.on('data', text => { log += text; });
    const ended = new Promise(resolve => { server.once('error', resolve); server.once('exit', resolve); });
    try {
      await listening(port, ended, () => `${name} did not start: ${log}`);
      const before = faults.length;
      const asked = await check(name, port, rules);
      console.log(`${name}: ${asked} answers, ${faults.length - before} faults`);
    } finally {
      server.kill();
      await ended;
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
faults.forEach(fault => console.error(fault));
process.exitCode = faults.length === 0 ? 0 : 1;

async function check(name, port, rules) {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter(f => f.isFile())
    .map(f => join(f.parentPath, f.name).slice(site.length + 1)).filter(f => !/\.(br|gz)$/.test(f) && !/^(_|\.)/.test(f));
  const moves = readFileSync(join(site, '_redirects'), 'utf8').trim().split('\n').map(line => line.split(' '));
  const fault = (what, path) => faults.push(`${name}: ${path}: ${what}`);
  const headers = (answer, path, wanted) => wanted.forEach(([header, value]) =>
    answer.headers[header.toLowerCase()] === value || fault(`${header} is ${answer.headers[header.toLowerCase()]}, not ${value}`, path));
  const forAll = rules.filter(rule => rule.pattern.test('/no/such/place')).map(rule => [rule.name, rule.value]);
  let asked = 0;
  const ask = (path, encoding) => { asked++; return get(port, path, encoding); };

  if (moves.length !== 5 || forAll.length < 8 || files.length < 30) throw new Error('not the site that was meant');
  for (const file of files) {
    const path = '/' + file.replace(/(^|\/)index\.html$/, '$1');
    if (moves.some(([from]) => decodeURIComponent(from) === path)) continue;
    // Of two rules for one header the last holds.
    const wanted = [...new Map(rules.filter(rule => rule.pattern.test(path)).map(rule => [rule.name, rule.value]))];
    if (!path.startsWith('/edit/') && !wanted.some(([header]) => header === 'Cache-Control')) fault('_headers says nothing of caching', path);
    const bytes = readFileSync(join(site, file));
    for (const [encoding, decode] of [['identity', b => b], ['gzip', gunzipSync], ['br', brotliDecompressSync]]) {
      const answer = await ask(encodeURI(path), encoding);
      headers(answer, path, wanted);
      if (answer.status !== 200) fault(`status ${answer.status}`, path);
      const sent = answer.headers['content-encoding'] ?? 'identity';
      if (sent !== 'identity' && sent !== encoding) fault(`${sent} where ${encoding} was asked for`, path);
      if (!(sent === encoding ? decode : b => b)(answer.body).equals(bytes)) fault(`other bytes (${sent})`, path);
      // What was compressed beforehand is sent as it lies there; nginx knows brotli only with another module.
      const beside = join(site, file + { br: '.br', gzip: '.gz' }[encoding]);
      if (existsSync(beside) && !(name === 'nginx' && encoding === 'br') && !answer.body.equals(readFileSync(beside))) fault(`not its ${encoding} file`, path);
    }
    const type = (await ask(encodeURI(path), 'identity')).headers['content-type'] ?? '';
    const known = { html: 'text/html', js: 'javascript', json: 'json', webmanifest: 'manifest', svg: 'svg', png: 'png', xml: 'xml', txt: 'text/plain' }[file.split('.').at(-1)];
    if (known && !type.includes(known)) fault(`is ${type}`, path);
  }
  for (const [from, to] of moves) {
    const answer = await ask(from, 'identity');
    headers(answer, from, forAll);
    const place = new URL(answer.headers.location ?? '/nowhere', 'http://127.0.0.1').pathname;
    if (answer.status !== 301 || place !== to) fault(`status ${answer.status} to ${place}, not to ${to}`, from);
  }
  for (const path of ['/no/such/place', '/assets/site.00000000.js', '/_headers', '/_redirects', '/.trappa']) {
    const answer = await ask(path, 'identity');
    headers(answer, path, forAll);
    if (answer.status !== 404 || !answer.body.equals(readFileSync(join(site, '404.html')))) fault(`status ${answer.status}, not the guide's own page`, path);
    if (answer.headers['cache-control']?.includes('immutable')) fault(answer.headers['cache-control'], path);
  }
  return asked;
}

function trappa(...words) {
  const run = spawnSync(program, words, { cwd: work, encoding: 'utf8' });
  if (run.error || run.status !== 0) {
    throw run.error ?? new Error(`trappa ${words.join(' ')}: ${run.stderr}`);
  }
  return run.stdout;
}

function nginx(settings, port) {
  const file = join(work, 'nginx-all.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${work}/${kind};`).join(' ');
  writeFileSync(file, `daemon off; master_process off; pid ${work}/nginx.pid; error_log stderr;
    events { }
    http { include /etc/nginx/mime.types; access_log off; ${temporary}
      server { listen 127.0.0.1:${port}; root ${site}; include ${settings}; } }`);
  return ['nginx', '-e', 'stderr', '-p', work, '-c', file];
}

function caddy(settings, port) {
  const file = join(work, 'Caddyfile');
  writeFileSync(file, `{\n  admin off\n  auto_https off\n}\nhttp://127.0.0.1:${port} {\n  root * ${site}\n  import ${settings}\n}\n`);
  return ['caddy', 'run', '--adapter', 'caddyfile', '--config', file];
}

function apache(settings, port) {
  const file = join(work, 'httpd.conf');
  const modules = '/usr/lib/apache2/modules';
  mkdirSync(join(work, 'run'), { recursive: true });
  writeFileSync(file, [
    ...['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'headers', 'rewrite', 'filter', 'deflate', 'brotli']
      .map(module => `LoadModule ${module}_module ${modules}/mod_${module}.so`),
    `ServerRoot ${work}`, `PidFile ${work}/run/pid`, `DefaultRuntimeDir ${work}/run`, `ErrorLog ${work}/error.log`, 'ServerName localhost',
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    `Listen 127.0.0.1:${port}`, 'TypesConfig /etc/mime.types',
    // As Debian's own settings have it, against which ours must hold.
    'AddType application/x-gzip .gz',
    `DocumentRoot ${site}`, `<Directory ${site}>`, '  Require all granted', '  AllowOverride None', `  Include ${settings}`, '</Directory>', ''].join('\n'));
  spawnSync('chmod', ['-R', 'a+rX', work]);
  return ['apache2', '-X', '-f', file];
}

/** One answer, as it came over the line. */
function get(port, path, encoding) {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { 'Accept-Encoding': encoding }, agent: false }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on('error', reject).end();
  });
}

function freePort() {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function listening(port, ended, complaint) {
  let isOver = false;
  ended.then(() => { isOver = true; });
  for (let tries = 0; tries < 200 && !isOver; tries++) {
    if (await get(port, '/', 'identity').then(() => true, () => false)) return;
    await new Promise(wait => setTimeout(wait, 50));
  }
  throw new Error(complaint());
}
