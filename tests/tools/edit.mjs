// The editing page in a real browser: a step and a fact are changed and saved by the page itself, in a folder of the
// browser's own that has the guide's files. Each file must come out as a careful person would have written it, and
// nothing may come from elsewhere. Takes the folder of a site that was built with --editor.
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import { browser as executable, serve, switches } from './site.mjs';

const content = new URL('../../content', import.meta.url).pathname;
const files = new Map(await Promise.all((await readdir(content, { recursive: true, withFileTypes: true }))
  .filter(entry => entry.isFile())
  .map(async entry => {
    const path = join(entry.parentPath, entry.name);
    return [`content/${relative(content, path)}`, await readFile(path, 'utf8')];
  })));
// What each change is: where, the words of the field before and after, and what must differ in the file.
const changes = [
  ['content/steg/03-valjare.md', '#/collections/steg/entries/03-valjare', 'Skänka pengar', 'Ge: lite i månaden',
    ['  - Skänka pengar\n', '  - "Ge: lite i månaden"\n']],
  ['content/site.yaml', '#/collections/guide/entries/site', 'Engagemangstrappan', 'Trappan',
    ['titel: Engagemangstrappan\n', 'titel: Trappan\n']],
  ['content/flode.yaml', '#/collections/guide/entries/flode', 'Vilket steg?', 'Vilket trappsteg?',
    ['titel: Vilket steg?\n', 'titel: Vilket trappsteg?\n']],
];

const server = await serve();
const browser = await chromium.launch({ executablePath: executable(), args: switches });
const faults = [];
try {
  // Fields are drawn when they come into view.
  const page = await (await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 6000 } })).newPage();
  // Two megabytes are compressed the first time they are asked for.
  page.setDefaultTimeout(120_000);
  page.on('pageerror', error => faults.push(`script: ${error}`));
  page.on('console', message => message.type() === 'error' && !/Content Security Policy/.test(message.text())
    && faults.push(`console: ${message.text()}`));
  // What the policy refuses was asked for and never left; all else must be the site's own.
  page.on('response', response => response.url().startsWith(server.origin) || response.url().startsWith('blob:')
    || faults.push(`fetched from elsewhere: ${response.url()}`));
  page.on('response', response => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  await page.addInitScript(() => {
    window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('guide', { create: true });
  });
  await page.goto(`${server.origin}/redigera/`);
  await page.evaluate(write, [...files, ['.git/HEAD', 'ref: refs/heads/main\n']]);
  await page.getByRole('button', { name: 'lokalt', exact: false }).click();

  for (const [path, address, before, after, [from, to]] of changes) {
    // The list of what there is, which is also what stands when a file is saved.
    await page.getByText('Steg', { exact: true }).first().waitFor();
    await page.goto(`${server.origin}/redigera/${address}`);
    const field = await page.waitForFunction(words =>
      [...document.querySelectorAll('input, textarea')].find(input => input.value === words), before);
    await field.asElement().fill(after);
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    const was = files.get(path);
    const now = await page.evaluate(saved, [path, was]);
    if (now !== was.replace(from, to)) {
      faults.push(`${path} came out otherwise:\n${difference(was.replace(from, to), now)}`);
    }
  }
} finally {
  await browser.close();
  server.close();
}
if (faults.length > 0) {
  console.error([...new Set(faults)].join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${changes.length} files changed on the editing page, each byte for byte as by hand; nothing fetched from elsewhere`);
}

// Both run in the page.
async function write(all) {
  const guide = await (await navigator.storage.getDirectory()).getDirectoryHandle('guide', { create: true });
  for (const [path, text] of all) {
    const names = path.split('/');
    const name = names.pop();
    let folder = guide;
    for (const part of names) {
      folder = await folder.getDirectoryHandle(part, { create: true });
    }
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}

// The file, once it is another than it was; what it was after a while.
async function saved([path, was]) {
  let at = await (await navigator.storage.getDirectory()).getDirectoryHandle('guide');
  const names = path.split('/');
  const name = names.pop();
  for (const part of names) {
    at = await at.getDirectoryHandle(part);
  }
  for (const until = performance.now() + 30_000; performance.now() < until;) {
    // It cannot be read while it is being written.
    const text = await at.getFileHandle(name).then(handle => handle.getFile()).then(file => file.text()).catch(() => '');
    if (text !== '' && text !== was) {
      return text;
    }
    await new Promise(requestAnimationFrame);
  }
  return was;
}

function difference(wanted, found) {
  const [one, other] = [wanted.split('\n'), found.split('\n')];
  return one.map((line, i) => line === other[i] ? '' : `  ${i + 1}: ${line}\n   → ${other[i]}`).filter(Boolean).slice(0, 5).join('\n');
}
