// Writes the table of advance widths that print text is measured by: node tests/tools/widths.mjs
// Source: Liberation Sans (fonts-liberation), which has Arial's advance widths by design, as Arimo and Helvetica have.
// A line for each run of characters: first and last in hexadecimal, then their widths in 1/2048 em, regular and bold.
import { readFileSync, writeFileSync } from "node:fs";

const folder = process.argv[2] ?? "/usr/share/fonts/truetype/liberation";
const target = new URL("../../src/Trappa/Render/Print/widths.txt", import.meta.url);

/** What is measured: all that the font has, but for control characters and those of private use. */
const wanted = [[0x20, 0x7e], [0xa0, 0xd7ff], [0xf900, 0xffef]];

/** @param {string} file @returns {{name: string, width: (code: number) => number | undefined}} */
function font(file) {
  const bytes = readFileSync(`${folder}/${file}`);
  const tables = {};
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    tables[bytes.toString("latin1", at, at + 4)] = bytes.readUInt32BE(at + 8);
  }
  if (bytes.readUInt16BE(tables.head + 18) !== 2048) throw new Error(`${file}: not 2048 units an em`);
  const metrics = bytes.readUInt16BE(tables.hhea + 34);
  const glyphs = characters(bytes, tables.cmap);
  return {
    name: `${file} ${(bytes.readUInt32BE(tables.head + 4) / 65536).toFixed(3)}`,
    width: code => glyphs.has(code)
      ? bytes.readUInt16BE(tables.hmtx + 4 * Math.min(glyphs.get(code), metrics - 1)) : undefined,
  };
}

/** Character to glyph, from the table of format 4 (OpenType, "cmap"). */
function characters(bytes, cmap) {
  let table = 0;
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const at = cmap + bytes.readUInt32BE(cmap + 8 + 8 * i);
    if (bytes.readUInt16BE(at) === 4) table = at;
  }
  const segments = bytes.readUInt16BE(table + 6) / 2;
  const [ends, starts] = [table + 14, table + 16 + 2 * segments];
  const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
  const glyphs = new Map();
  for (let s = 0; s < segments; s++) {
    const offset = bytes.readUInt16BE(offsets + 2 * s);
    for (let code = bytes.readUInt16BE(starts + 2 * s); code <= bytes.readUInt16BE(ends + 2 * s) && code < 0xffff; code++) {
      const raw = offset === 0 ? code : bytes.readUInt16BE(offsets + 2 * s + offset + 2 * (code - bytes.readUInt16BE(starts + 2 * s)));
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + bytes.readUInt16BE(deltas + 2 * s)) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

const [regular, bold] = [font("LiberationSans-Regular.ttf"), font("LiberationSans-Bold.ttf")];
const lines = [`# ${regular.name}, ${bold.name}. Made by tests/tools/widths.mjs; 1/2048 em.`];
const hex = code => code.toString(16).padStart(4, "0");
for (const [first, last] of wanted) {
  for (let code = first; code <= last; code++) {
    if (regular.width(code) === undefined || bold.width(code) === undefined) continue;
    let end = code;
    while (end < last && regular.width(end + 1) !== undefined && bold.width(end + 1) !== undefined) end++;
    const run = Array.from({ length: end - code + 1 }, (_, i) => code + i);
    lines.push(`${hex(code)} ${hex(end)} ${run.map(c => regular.width(c)).join(" ")} | ${run.map(c => bold.width(c)).join(" ")}`);
    code = end;
  }
}
writeFileSync(target, lines.join("\n") + "\n");
