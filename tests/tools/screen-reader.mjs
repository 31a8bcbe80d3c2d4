// What a screen reader says from the top of a page to its end, beside a golden file of it: a heading that moved, a name
// that got lost or an order that changed shows as a difference. Look at it, then `npm run screen-reader -- --accept`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { browser, serve, switches } from './site.mjs';

const spoken = {
  'front-page': { address: '/' },
  'step-page': { address: '/steg/valjare/' },
  'flow-page': { address: '/vilket-steg/' },
  // The longest way, by keyboard alone: each question is heard once, with its number.
  'flow-longest-way': { address: '/vilket-steg/', keys: ['1', '1', '2', '3', '1'] },
};
const golden = name => new URL(`golden/${name}.txt`, import.meta.url);
const library = await readFile(
  new URL(import.meta.resolve('@guidepup/virtual-screen-reader').replace(/[^/]+$/, 'index.browser.js')), 'utf8');

const server = await serve();
const chrome = await chromium.launch({ executablePath: browser(), args: switches });
let differences = 0;
try {
  for (const [name, { address, keys }] of Object.entries(spoken)) {
    differences += await compare(name, await listen(address, keys));
  }
} finally {
  await chrome.close();
  server.close();
}
console.log(`screen reader: ${differences} of ${Object.keys(spoken).length} pages sound different`);
process.exitCode = differences === 0 ? 0 : 1;

/** All phrases, one a line: from the document's name to its end, or what is heard as keys are pressed. */
async function listen(address, keys) {
  // The reader is put into the page from outside, which the page's own policy forbids.
  const context = await chrome.newContext({ viewport: { width: 360, height: 740 }, locale: 'sv-SE', bypassCSP: true, serviceWorkers: 'block' });
  const page = await context.newPage();
  const answer = await page.goto(server.origin + address);
  if (!answer.ok()) {
    throw new Error(`${address}: ${answer.status()}`);
  }
  await page.addScriptTag({ type: 'module', content: library.replace(/export\{[\w$]+ as Virtual,([\w$]+) as virtual\};/, "window.reader=$1;") });
  await page.waitForFunction(() => window.reader);
  const phrases = keys ? await pressing(page, keys) : await page.evaluate(async () => {
    const { reader } = window;
    await reader.start({ container: document.body });
    for (let i = 0; i < 3000 && !(await reader.lastSpokenPhrase()).startsWith('end of document'); i++) {
      await reader.next();
    }
    const log = await reader.spokenPhraseLog();
    await reader.stop();
    return log;
  });
  const title = await page.title();
  await context.close();
  return [`${title}`, ...phrases].map(phrase => phrase.replace(/\s*\n\s*/g, ' ').replaceAll('\u00ad', '').replaceAll('\u00a0', ' ')).join('\n') + '\n';
}

/** What is heard when a key is pressed and the focus has moved on. */
async function pressing(page, keys) {
  await page.evaluate(() => window.reader.start({ container: document.body }));
  await page.focus('.answers a');
  for (const key of keys) {
    const before = await page.evaluate(() => document.activeElement.outerHTML);
    await page.keyboard.press(key);
    await page.waitForFunction(was => document.activeElement.outerHTML !== was, before);
  }
  // What is still to be said is said before what comes after it.
  await page.keyboard.press('Tab');
  return page.evaluate(async () => {
    const log = await window.reader.spokenPhraseLog();
    await window.reader.stop();
    return log;
  });
}

async function compare(name, said) {
  const file = golden(name);
  if (process.argv.includes('--accept')) {
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, said);
    return 0;
  }
  const before = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const now = said.split('\n');
  const first = now.findIndex((phrase, i) => phrase !== before[i]);
  if (first < 0 && now.length === before.length) {
    return 0;
  }
  const at = first < 0 ? now.length : first;
  console.error(`${name}: from line ${at + 1} of tests/tools/golden/${name}.txt on it sounds different`);
  before.slice(at, at + 5).forEach(phrase => console.error(`  - ${phrase}`));
  now.slice(at, at + 5).forEach(phrase => console.error(`  + ${phrase}`));
  return 1;
}
