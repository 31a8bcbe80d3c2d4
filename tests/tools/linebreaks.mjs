// Writes the table of where lines may break between two characters, as the installed Chromium has it:
// node tests/tools/linebreaks.mjs [chromium]. A row for each character, a column for the one that follows: "/" may break.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const browser = process.argv[2] ?? "chromium";
const target = new URL("../../src/Trappa/Render/Print/linebreaks.txt", import.meta.url);
// A stands for every letter, 1 for every digit; others stand for themselves.
const characters = "A1-‐–—/()”’“‘„…·•.,:;?!%&+*\"'[]{}\\§$€£@#=<>|~_^`´»«°½→−×™©";

// In a box too narrow for anything every opportunity is taken; a word joiner (U+2060) takes one away.
const script = `
const characters = [...${JSON.stringify(characters)}], rows = [];
const box = document.createElement("div");
box.style = "width:1px;font:16px/20px Arial,Liberation Sans";
document.body.append(box);
const lines = text => { box.textContent = text; return box.offsetHeight / 20; };
for (const a of characters) {
  rows.push(a + characters.map(b => lines("xx" + a + b + "xx") > lines("xx" + a + "\\u2060" + b + "xx") ? "/" : ".").join(""));
}
document.title = JSON.stringify(rows);`;
const folder = mkdtempSync(join(tmpdir(), "linebreaks-"));
const page = join(folder, "page.html");
writeFileSync(page, `<!DOCTYPE html><meta charset="utf-8"><title></title><body><script>${script}</script>`);
const html = execFileSync(browser, ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${folder}/profile`, "--dump-dom", page],
  { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const version = execFileSync(browser, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
rmSync(folder, { recursive: true });
const title = html.match(/<title>(.*?)<\/title>/s)[1].replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
writeFileSync(target, [`# ${version}. Made by tests/tools/linebreaks.mjs.`, " " + characters, ...JSON.parse(title)].join("\n") + "\n");
