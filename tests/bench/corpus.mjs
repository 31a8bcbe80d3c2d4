// Writes the same pages twice: as a guide for Trappa and as a site for Hugo, with a theme of Hugo's own kind that gives
// each page what Trappa's gives it: head, skip link, navigation, breadcrumbs, contents, previous and next, foot.
// Seeded, so that every run measures the same words.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const words = ('stegen möter människor där de är och visar vägen vidare utan att ställa krav på någon som inte vill det ' +
  'samtal lyssna fråga dela pröva hjälpa bjuda kaffe torg kväll grupp möte vän granne arbete skola vardag fråga svar ' +
  'gemensam tydlig enkel varm första nästa liten stor öppen trygg nyfiken tillsammans lokal viktig rolig').split(' ');

/** Makes `folder/trappa` and `folder/hugo` with this many pages. */
export function writeCorpus(folder, pages) {
  const next = lottery(2024);
  const pick = list => list[Math.floor(next() * list.length)];
  const phrase = length => Array.from({ length }, () => pick(words)).join(' ');
  const sentence = () => capital(phrase(6 + Math.floor(next() * 10))) + '.';
  const paragraph = () => Array.from({ length: 3 + Math.floor(next() * 3) }, sentence).join(' ');
  const sections = Math.max(2, Math.min(10, Math.round(pages / 20)));

  for (let i = 0; i < pages; i++) {
    const title = capital(phrase(3)) + ' ' + i;
    const text = [
      '---', `title: ${title}`, '---', '', paragraph(), '',
      '## ' + capital(phrase(3)), '', `${sentence()} **${phrase(2)}** och *${phrase(2)}*, se [${phrase(4)}](https://example.org/${i}).`, '',
      ...Array.from({ length: 5 }, () => '- ' + sentence()), '',
      '## ' + capital(phrase(2)), '', paragraph(), '', '> ' + sentence(), '', paragraph(), '',
      '### ' + capital(phrase(2)), '', '| vad | hur | när |', '| --- | --- | --- |',
      ...Array.from({ length: 4 }, () => `| ${phrase(2)} | ${phrase(3)} | ${phrase(1)} |`), '',
      '## ' + capital(phrase(4)), '', ...Array.from({ length: 4 }, (_, n) => `${n + 1}. ${sentence()}`), '', paragraph(), '', paragraph(), '',
    ].join('\n');
    const file = `content/section-${i % sections}/page-${i}.md`;
    write(join(folder, 'trappa', file), text);
    write(join(folder, 'hugo', file), text);
  }
  for (const [file, text] of Object.entries(hugo)) {
    write(join(folder, 'hugo', file), text);
  }
}

const capital = text => text[0].toUpperCase() + text.slice(1);

/** Numbers from 0 to 1 by Mulberry32. */
function lottery(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const hugo = {
  // No lists by tag, no feed a section: Trappa has none either.
  'config.toml': `baseURL = "https://example.org/"
languageCode = "en"
title = "Corpus"
disableKinds = ["taxonomy", "term"]
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML"]
`,
  'static/style.css': 'body{font:1.125rem/1.6 system-ui;max-width:40rem;margin:auto;padding:1rem}\n',
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="{{ .Site.LanguageCode }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 160 }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<link rel="stylesheet" href="{{ (resources.Get "style.css" | default (resources.FromString "style.css" "body{}") | fingerprint).RelPermalink }}">
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header>{{ partial "header.html" . }}</header>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer>{{ partial "footer.html" . }}</footer>
</body>
</html>
`,
  'layouts/partials/header.html': `<a href="{{ "/" | relURL }}">{{ .Site.Title }}</a>
<nav aria-label="Main"><ul>{{ $page := . }}{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}"{{ if $page.IsDescendant . }} aria-current="true"{{ end }}>{{ .Title }}</a></li>{{ end }}</ul></nav>
`,
  'layouts/partials/footer.html': '<p>{{ .Site.Title }}</p>\n',
  'layouts/_default/single.html': `{{ define "main" }}<nav aria-label="Breadcrumbs"><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol></nav>
<h1>{{ .Title }}</h1>
<nav aria-label="Contents">{{ .TableOfContents }}</nav>
{{ .Content }}
<nav aria-label="Pages">{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
  'layouts/404.html': '{{ define "main" }}<h1>Not found</h1>{{ end }}\n',
};
