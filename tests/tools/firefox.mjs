// The site in an installed Firefox (--all: every page). On paper: each print page has as many sheets as in Chromium, with
// everything in the same place to 0.3 mm. On a screen: nothing is said in the console or refused by the page's policy,
// nothing is wider than a phone, the flow and the search do what they should.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { apart, isEmpty, rasters, words } from './paper.mjs';
import { browser, folder, kindsOfPage, pages, serve, switches } from './site.mjs';

// Of the cards' sizes one on each paper, one that is folded and the largest, which show what the others would.
const few = /\/(kort|hafte|85x54-a4-1|3-5x2in-letter|a7-a4)\/$/;
const most = 0.3;
const all = process.argv.includes('--all');
const firefox = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']
  .find(place => place && existsSync(place));
if (!firefox) {
  console.error('firefox: not installed; set FIREFOX_PATH to one');
  process.exit(1);
}

const faults = [];
const wrong = (page, what) => { faults.push(page); console.error(`firefox: ${page}: ${what}`); };
const server = await serve();
const chrome = await chromium.launch({ executablePath: browser(), args: switches });
const fox = await puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true });
let seen = 0, farthest = 0;
try {
  const page = await fox.newPage();
  await listen(page);
  await onScreen(page);
  await onPaper(page);
} finally {
  await fox.close();
  await chrome.close();
  server.close();
}
console.log(`firefox: ${seen} pages on a screen and on paper, sheets ${farthest.toFixed(2)} mm off at most, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Whatever the browser has to say of a page is a fault. */
async function listen(page) {
  const here = () => new URL(page.url()).pathname;
  // A page that is left while its icon is on its way is no fault: Firefox puts it down to the worker. What a page fetches
  // itself is waited for.
  const said = words => /icon\.\w+\.svg.*ServiceWorker/.test(words) || wrong(here(), words);
  page.on('console', message => said(message.text()));
  page.on('pageerror', error => said(error.message));
  // Firefox does not tell automation what a policy refused: the page does.
  await page.evaluateOnNewDocument(() => addEventListener('securitypolicyviolation', event => {
    console.error(`refused by the policy: ${event.effectiveDirective} ${event.blockedURI}`);
  }));
}

async function onScreen(page) {
  await page.setViewport({ width: 360, height: 740 });
  for (const address of all ? await pages() : await kindsOfPage()) {
    await page.goto(server.origin + address, { waitUntil: ['load', 'networkidle0'] });
    seen++;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) wrong(address, `${wide} px wider than the screen`);
  }
  await flow(page);
  await search(page);
}

/** The first answer to the end, back, another answer, and anew. */
async function flow(page) {
  const address = '/vilket-steg/';
  if (!existsSync(join(folder, address))) return;
  await page.goto(server.origin + address);
  const shown = () => page.$eval('.flow > .seen', section => section.id);
  // Two clicks in a moment are taken for one.
  const pause = () => new Promise(done => setTimeout(done, 400));
  const way = [await shown()];
  while (await page.$('.flow > .seen .answers a')) {
    await page.click('.flow > .seen .answers a');
    await pause();
    way.push(await shown());
  }
  if (new Set(way).size !== way.length || way.length < 2) wrong(address, `answers lead to ${way.join(', ')}`);
  await page.goBack();
  await pause();
  if (await shown() !== way.at(-2)) wrong(address, `Back leads to ${await shown()}, not ${way.at(-2)}`);
  await page.$$eval('.flow > .seen .answers a', links => links.at(-1).click());
  await pause();
  if ([way.at(-1), way.at(-2)].includes(await shown())) wrong(address, 'another answer leads nowhere else');
  await page.goto(server.origin + address);
  if (await shown() !== way[0]) wrong(address, 'it does not begin anew');
}

async function search(page) {
  const address = '/sok/';
  if (!existsSync(join(folder, address))) return;
  await page.goto(server.origin + address);
  await page.type('#search', 'ringledar utbildning');
  await page.waitForFunction(() => document.querySelector('#hits').textContent.includes('ingledar'), { timeout: 60_000 })
    .catch(() => wrong(address, 'nothing is found'));
}

async function onPaper(page) {
  const context = await chrome.newContext({ serviceWorkers: 'block' });
  const other = await context.newPage();
  let compared = Promise.resolve();
  for (const address of await pages()) {
    const html = await readFile(join(folder, address, address.endsWith('/') ? 'index.html' : ''), 'utf8');
    const hasSheets = html.includes('class="sheet ');
    if (hasSheets ? all || few.test(address) : html.includes('class="handbook') && (all || !address.endsWith('/storstil/'))) {
      const [mine, theirs] = await printed(page, other, address);
      await compared;
      compared = (hasSheets ? sheets : leaves)(address, mine, theirs);
    }
    if (hasSheets && html.includes('data-test-sheets') && (all || address === '/skriv-ut/kort/')) {
      const check = tab => tab.evaluate(() => document.querySelector('[data-test]').click());
      await Promise.all([check(page), check(other)]);
      const [mine, theirs] = await Promise.all([pdf(page, await size(other)), other.pdf({ preferCSSPageSize: true, printBackground: true })]);
      await compared;
      compared = sheets(address + ' (test sheet)', mine, theirs);
    }
  }
  await compared;
  for (const address of (await kindsOfPage()).filter(address => !address.startsWith('/skriv-ut/'))) {
    await page.goto(server.origin + address);
    await leaves(address, await pdf(page, [210, 297]));
  }
}

async function printed(page, other, address) {
  await other.goto(server.origin + address);
  const [mine, theirs] = await Promise.all([
    page.goto(server.origin + address).then(async () => pdf(page, await size(other))),
    other.pdf({ preferCSSPageSize: true, printBackground: true }),
  ]);
  return [mine, theirs];
}

/** The paper that somebody would put in, upright: a sheet that lies has to say so itself. */
function size(tab) {
  return tab.evaluate(() => document.querySelector('.sheet')?.className.includes('letter') ? [215.9, 279.4] : [210, 297]);
}

function pdf(page, [width, height]) {
  return page.pdf({ width: `${width}mm`, height: `${height}mm`, margin: { top: 0, right: 0, bottom: 0, left: 0 }, printBackground: true, preferCSSPageSize: true });
}

async function sheets(address, mine, theirs) {
  const [ours, others] = await Promise.all([rasters(mine), rasters(theirs)]);
  if (ours.length !== others.length) {
    wrong(address, `${ours.length} sheets, and ${others.length} in Chromium`);
    return;
  }
  ours.forEach((sheet, i) => {
    if (Math.abs(sheet.width - others[i].width) > 8 || Math.abs(sheet.height - others[i].height) > 8) {
      wrong(address, `sheet ${i + 1} is ${sheet.width} × ${sheet.height} dots, and ${others[i].width} × ${others[i].height} in Chromium`);
      return;
    }
    const { distance, x, y } = apart(sheet, others[i]);
    farthest = Math.max(farthest, distance);
    if (distance > most) wrong(address, `sheet ${i + 1}: ${distance.toFixed(2)} mm off at ${x}, ${y} mm`);
    if (all) console.log(`    ${address} ${i + 1}: ${distance.toFixed(2)} mm`);
    if (isEmpty(sheet)) wrong(address, `sheet ${i + 1} is empty`);
  });
}

/** Pages of a book may break elsewhere, and be one or two more for it: none is empty. */
async function leaves(address, mine, theirs) {
  const [ours, others] = await Promise.all([words(mine), theirs ? words(theirs) : null]);
  if (others && Math.abs(ours.length - others.length) > 2) wrong(address, `${ours.length} pages, and ${others.length} in Chromium`);
  ours.forEach((texts, i) => texts.length > 0 || wrong(address, `page ${i + 1} is empty`));
}
