// What is on paper: the pages of a PDF as rasters, and how far two of them are apart.
import { spawn } from 'node:child_process';

// 0.085 mm: three dots are within the 0.3 mm that a sheet may be off.
const dotsPerInch = 300;
const dot = 25.4 / dotsPerInch;
// Darker than the first is something drawn; lighter than the second is paper.
const drawn = 110, paper = 245;

/** All pages of a PDF, as rasters of grey. @param {Uint8Array} pdf */
export async function rasters(pdf) {
  const bytes = await run('pdftoppm', ['-r', `${dotsPerInch}`, '-gray', '-'], pdf);
  const pages = [];
  for (let at = 0; at < bytes.length;) {
    // P5, width, height, the highest value, each with white space after it (PGM).
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', at, at + 40));
    const start = at + head.length;
    at = start + width * height;
    pages.push({ width: Number(width), height: Number(height), grey: bytes.subarray(start, at) });
  }
  return pages;
}

/** The words of each page of a PDF, as boxes in dots. @param {Uint8Array} pdf */
export async function words(pdf) {
  const html = (await run('pdftotext', ['-bbox', '-', '-'], pdf)).toString('utf8');
  return html.split('<page ').slice(1).map(page => [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"/g)]
    .map(match => match.slice(1).map(points => Number(points) / 72 * dotsPerInch)));
}

/** Whether nothing is on the page. */
export const isEmpty = page => page.grey.every(value => value >= paper);

/** The farthest that anything on one page is from where the other has something, in mm across or down, and where that is. */
export function apart(one, other) {
  const [there, back] = [farthest(one, other), farthest(other, one)];
  return there.distance > back.distance ? there : back;
}

function farthest(from, to) {
  const far = distances(to);
  let most = -1, where = 0;
  for (let y = 0; y < from.height; y++) {
    for (let x = 0; x < from.width; x++) {
      if (from.grey[y * from.width + x] >= drawn) continue;
      // A page may be a dot wider than the other: paper sizes are rounded to points.
      const distance = far[Math.min(y, to.height - 1) * to.width + Math.min(x, to.width - 1)];
      if (distance > most) [most, where] = [distance, y * from.width + x];
    }
  }
  const mm = dots => Math.round(dots * dot);
  return { distance: Math.max(0, most * dot), x: mm(where % from.width), y: mm(Math.floor(where / from.width)) };
}

/** From each dot to the nearest that is not paper, across or down, whichever is more: forth and back over the page. */
function distances({ width, height, grey }) {
  const far = new Uint16Array(width * height);
  const least = (at, x, y, step) => {
    const row = at + step * width;
    let best = far[at];
    if (x > 0 && step < 0 || x < width - 1 && step > 0) best = Math.min(best, far[at + step] + 1);
    if (y > 0 && step < 0 || y < height - 1 && step > 0) {
      best = Math.min(best, far[row] + 1);
      if (x > 0) best = Math.min(best, far[row - 1] + 1);
      if (x < width - 1) best = Math.min(best, far[row + 1] + 1);
    }
    return best;
  };
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      far[at] = grey[at] < paper ? 0 : 60000;
      if (far[at]) far[at] = least(at, x, y, -1);
    }
  }
  for (let y = height - 1, at = far.length - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--, at--) {
      if (far[at]) far[at] = least(at, x, y, 1);
    }
  }
  return far;
}

function run(command, options, input) {
  return new Promise((done, failed) => {
    const process = spawn(command, options, { stdio: ['pipe', 'pipe', 'ignore'] });
    const parts = [];
    process.stdout.on('data', part => parts.push(part));
    process.on('error', failed);
    process.on('close', code => code === 0 ? done(Buffer.concat(parts)) : failed(new Error(`${command}: ${code}`)));
    process.stdin.on('error', () => {});
    process.stdin.end(input);
  });
}
