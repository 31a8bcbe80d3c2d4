// From tap to the next question on a phone: INP of every tap on every way through the flow, with a processor four times
// slower. Prints a table of the taps' durations, as the browser's own Event Timing tells them (rounded to 8 ms).
import { chromium } from 'playwright-core';
import { browser, serve, switches } from './site.mjs';

const server = await serve();
const chrome = await chromium.launch({ executablePath: browser(), args: switches });
const durations = [];
try {
  const context = await chrome.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    window.taps = [];
    new PerformanceObserver(list => window.taps.push(...list.getEntries().filter(e => e.interactionId)))
      .observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  for (const way of await ways(page)) {
    await page.goto(server.origin + '/vilket-steg/');
    for (const choice of way) {
      // As a reader taps: not twice in a moment, which the page takes for one.
      await page.waitForTimeout(350);
      const before = await page.evaluate(() => document.querySelector('.flow > .seen').id);
      await page.locator('.flow > .seen .answers a').nth(choice).tap();
      await page.waitForFunction(id => document.querySelector('.flow > .seen').id !== id, before);
    }
    // An interaction is told of after the frame it led to.
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 200))));
    durations.push(...await page.evaluate(() => {
      const longest = new Map();
      for (const tap of window.taps) longest.set(tap.interactionId, Math.max(longest.get(tap.interactionId) ?? 0, tap.duration));
      return [...longest.values()];
    }));
  }
} finally {
  await chrome.close();
  server.close();
}
durations.sort((a, b) => a - b);
const at = part => durations[Math.min(durations.length - 1, Math.floor(part * durations.length))];
console.log(`${durations.length} taps told of (those under 16 ms are not): median ${at(0.5)} ms, 98th percentile ${at(0.98)} ms, longest ${durations.at(-1)} ms`);
process.exitCode = at(0.98) <= 50 ? 0 : 1;

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
