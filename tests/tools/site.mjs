// What the checkers share: where the site is, which pages it has, a browser, and a server of our own on loopback
// that answers as a host would that applies the site's `_headers`.
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** The folder to check: the first argument that is no option, else `_site` in the repo. */
export const folder = resolve(
  process.argv.slice(2).find(argument => !argument.startsWith('--')) ?? new URL('../../_site', import.meta.url).pathname);

/** All pages of the site, as root-absolute addresses in order; `404.html` among them. */
export async function pages() {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && entry.name.endsWith('.html'))
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  if (files.length === 0) {
    throw new Error(`no page in ${folder}: build the site first (dotnet run --project src/Trappa -- build)`);
  }
  return files.map(file => '/' + file.replace(/(^|\/)index\.html$/, '$1'));
}

/** One page of each kind: the first in each folder, and those at the top. */
export async function kindsOfPage() {
  const seen = new Set();
  return (await pages()).filter(page => {
    const parts = page.split('/').filter(Boolean);
    const kind = parts.length < 2 ? page : parts.slice(0, -1).join('/') + '/*';
    return !seen.has(kind) && seen.add(kind);
  });
}

/** The installed Chromium, Chrome or Edge. */
export function browser() {
  const places = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  const found = places.find(place => place && existsSync(place));
  if (!found) {
    throw new Error('no Chromium, Chrome or Edge found; set CHROME_PATH to one');
  }
  return found;
}

/** Switches for a browser that talks to nobody but us. Root has no sandbox. */
export const switches = [
  '--headless=new', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8', '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json', '.pdf': 'application/pdf', '.jpg': 'image/jpeg', '.webp': 'image/webp',
};
const compressible = /^(text\/|application\/(json|xml|manifest)|image\/svg)/;

/** Serves the site on a free port of loopback. Close it when done. */
export async function serve() {
  const server = createServer(await answer());
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  return {
    // A potentially trustworthy origin (Secure Contexts §3.1): what needs HTTPS works on localhost.
    origin: `http://localhost:${server.address().port}`,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

/** What a server answers with: the site's files, its headers, brotli where it is understood. */
export async function answer() {
  const rules = await headerRules();
  const compressed = new Map();
  return async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const [file, status] = await find(path);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.setHeader('Content-Type', type);
    for (const rule of rules.filter(rule => rule.pattern.test(path))) {
      response.setHeader(rule.name, rule.value);
    }
    let body = await readFile(file);
    if (compressible.test(type) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      compressed.has(file) || compressed.set(file, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      body = compressed.get(file);
      response.setHeader('Content-Encoding', 'br');
      response.setHeader('Vary', 'Accept-Encoding');
    }
    response.setHeader('Content-Length', body.length);
    response.writeHead(status).end(request.method === 'HEAD' ? undefined : body);
  };
}

async function find(path) {
  const wanted = resolve(folder, '.' + path);
  const inside = wanted === folder || wanted.startsWith(folder + sep);
  const file = path.endsWith('/') ? join(wanted, 'index.html') : wanted;
  if (inside && existsSync(file) && !(await isFolder(file))) {
    return [file, 200];
  }
  const lost = join(folder, '404.html');
  return existsSync(lost) ? [lost, 404] : [null, 404];
}

const isFolder = async file => readdir(file).then(() => true, () => false);

/** The rules of `_headers` (Netlify's format, which others took over): a path, then indented `Name: value` lines. */
export async function headerRules(site = folder) {
  const file = join(site, '_headers');
  if (!existsSync(file)) {
    return [];
  }
  const rules = [];
  let pattern;
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (/^\s*(#|$)/.test(line)) {
      continue;
    }
    const header = /^\s+([^:]+):\s*(.*?)\s*$/.exec(line);
    if (header) {
      rules.push({ pattern, name: header[1], value: header[2] });
    } else {
      const parts = line.trim().split(/(\*|:[A-Za-z]+)/);
      pattern = new RegExp(`^${parts.map((part, i) =>
        i % 2 === 0 ? part.replace(/[.+?^${}()|[\]\\]/g, '\\$&') : part === '*' ? '.*' : '[^/]+').join('')}$`);
    }
  }
  return rules;
}
