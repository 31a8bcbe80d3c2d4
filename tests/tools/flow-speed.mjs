// From tap to the next question on a phone: INP of every tap on every way through the flow, with a processor four times
// slower. Beside it a bare page on which a tap shows the next of some sections: what the browser itself takes. Prints the
// taps' durations, as the browser's own Event Timing tells them (rounded to 8 ms). A finger is all that touches the page
// meanwhile: a library's own tap looks at what is under it, and asks in every frame whether the page has changed, which
// on so slow a processor takes longer than the page does.
import { chromium } from 'playwright-core';
import { browser, serve, switches } from './site.mjs';

const server = await serve();
const chrome = await chromium.launch({ executablePath: browser(), args: switches });
const bare = `<!DOCTYPE html><html lang="sv"><title>Bare</title><meta name="viewport" content="width=device-width">
<style>section { display: none } .seen { display: block } a { display: block; padding: 20px }</style>
${Array.from({ length: 10 }, (_, i) => `<section id="s${i}"${i ? '' : ' class="seen"'}><h2>${i}</h2><a href="#s${(i + 1) % 10}">Next</a></section>`).join('\n')}
<script>addEventListener('click', event => {
  event.preventDefault();
  document.querySelector('.seen').className = '';
  document.querySelector(event.target.hash).className = 'seen';
});</script>`;

const told = { bare: [], flow: [] };
/** The longest tap of each way gone through: INP as one visit has it. */
const visits = [];
try {
  const guide = await phone();
  const { page } = guide;
  for (const way of await ways(page)) {
    await page.goto(server.origin + '/vilket-steg/');
    for (const choice of way) {
      await tap(guide, '.flow > .seen', '.answers a', choice);
    }
    const taps = await durations(page);
    told.flow.push(...taps);
    visits.push(Math.max(0, ...taps));
  }
  // A window of its own: in that of the guide its worker would answer.
  const plain = await phone();
  await plain.page.route('**/bare', route => route.fulfill({ contentType: 'text/html', body: bare }));
  await plain.page.goto(server.origin + '/bare');
  for (let i = 0; i < 60; i++) {
    await tap(plain, '.seen', 'a', 0);
  }
  told.bare.push(...await durations(plain.page));
} finally {
  await chrome.close();
  server.close();
}
const at = (all, part) => all.sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(part * all.length))];
for (const [name, all] of Object.entries(told)) {
  console.log(`${name}: ${all.length} taps told of (those under 16 ms are not): median ${at(all, 0.5)} ms, 98th percentile ${at(all, 0.98)} ms, longest ${all.at(-1)} ms`);
}
console.log(`flow: the longest tap of each of ${visits.length} visits: median ${at(visits, 0.5)} ms, 75th percentile ${at(visits, 0.75)} ms, over 50 ms in ${visits.filter(ms => ms > 50).length}`);
process.exitCode = at(told.flow, 0.98) <= 50 ? 0 : 1;

/** A page on a slow phone that notes its taps, and the session that its finger is moved by. */
async function phone() {
  const context = await chrome.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    window.taps = [];
    new PerformanceObserver(list => window.taps.push(...list.getEntries().filter(e => e.interactionId)))
      .observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  return { page, session };
}

/** One tap, and the section that it leads to. */
async function tap({ page, session }, seen, links, choice) {
  // As a reader taps: not twice in a moment, which the page takes for one.
  await page.waitForTimeout(350);
  const target = await page.evaluate(([seen, links, choice]) => {
    const link = document.querySelector(seen).querySelectorAll(links)[choice];
    link.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = link.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, id: document.querySelector(seen).id };
  }, [seen, links, choice]);
  await page.waitForTimeout(150);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: target.x, y: target.y }] });
  await page.waitForTimeout(60);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(350);
  if (await page.evaluate(seen => document.querySelector(seen).id, seen) === target.id) {
    throw new Error(`a tap on answer ${choice + 1} of ${target.id} led nowhere`);
  }
}

/** How long each interaction took; it is told of after the frame it led to. */
async function durations(page) {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 200))));
  return page.evaluate(() => {
    const longest = new Map();
    for (const tap of window.taps) longest.set(tap.interactionId, Math.max(longest.get(tap.interactionId) ?? 0, tap.duration));
    return [...longest.values()];
  });
}

/** Every way as the places of its answers, the reader's first, read from the page's own links. */
async function ways(page) {
  await page.goto(server.origin + '/vilket-steg/');
  return page.evaluate(() => {
    const from = section => {
      const links = [...section.querySelectorAll('.answers a')];
      return links.length === 0 ? [[]] : links.flatMap((link, i) => from(document.querySelector(link.hash)).map(rest => [i, ...rest]));
    };
    return from(document.querySelector('#start'));
  });
}
