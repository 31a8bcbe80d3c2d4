// @ts-check
// Takes the changes of a preview into the page: style and text in place, so that the scroll and the place in the flow
// stay; what cannot be done in place loads the page again. Shows errors in a panel over the last good page. Only the
// preview's server sends this; it is no part of the site.

const self = /** @type {HTMLScriptElement} */ (document.currentScript);
const root = new URL(self.src).pathname.replace(/__trappa\/preview\.js$/, "");
const trusted = /** @type {any} */ (window).trustedTypes;
const policy = trusted?.createPolicy("trappa-preview", { createHTML: (/** @type {string} */ html) => html });

/** This page as the server sent it: what scripts have made of it since is not in it. @type {Document | null} */
let source = null;
/** Its style sheet. */
let sourceStyle = "";
let nextStyle = "";
/** @type {CSSStyleSheet | null} */
let style = null;

const fetchPage = async () => {
	const sent = await (await fetch(location.pathname + location.search, { cache: "no-store" })).text();
	// Taken out before it is parsed, as the policy of this page knows the style of this page alone.
	const styles = [...sent.matchAll(/<style>([^<]*)<\/style>/g)];
	nextStyle = styles.map((s) => s[1]).join("\n");
	const html = styles.reduce((text, s) => text.replace(s[0], () => ""), sent);
	return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
};
/** @param {Document} page */
const versionOf = (page) => page.querySelector("script[data-version]")?.getAttribute("data-version");
/** @param {Document} page */
const scriptsOf = (page) => [...page.querySelectorAll("script[src]:not([data-version])")].map((s) => s.getAttribute("src")).join();

/**
 * Makes of `live` what makes `next` of `old`; false where scripts have changed what would have to change.
 * @param {Node} live @param {Node} old @param {Node} next @returns {boolean}
 */
const patch = (live, old, next) => {
	if (old.isEqualNode(next) || (old instanceof HTMLElement && old.matches("script[data-version]"))) return true;
	if (live.nodeName !== old.nodeName || old.nodeName !== next.nodeName) return false;
	if (!(live instanceof Element) || !(old instanceof Element) || !(next instanceof Element)) {
		if (live.nodeValue !== old.nodeValue) return false;
		live.nodeValue = next.nodeValue;
		return true;
	}
	for (const { name } of [...old.attributes, ...next.attributes]) {
		const value = next.getAttribute(name);
		if (value === old.getAttribute(name)) continue;
		// What scripts look for was set up when the page was loaded.
		if (name.startsWith("data-")) return false;
		if (value === null) live.removeAttribute(name);
		else live.setAttribute(name, value);
	}
	const [now, were, are] = [[...live.childNodes], [...old.childNodes], [...next.childNodes]];
	let from = 0;
	while (from < were.length && from < are.length && were[from].isEqualNode(are[from])) from++;
	let tail = 0;
	while (tail < were.length - from && tail < are.length - from && were[were.length - 1 - tail].isEqualNode(are[are.length - 1 - tail])) tail++;
	if (from + tail === were.length && from + tail === are.length) return true;
	if (were.length === are.length) {
		for (let i = from; i < were.length - tail; i++) {
			const was = were[i];
			// Scripts may have put something beside it: then only what has a name is found again.
			const same = (was instanceof Element && was.id && document.getElementById(was.id)) || (now.length === were.length ? now[i] : null);
			if (!same || !patch(same, was, are[i])) return false;
		}
		return true;
	}
	if (now.length !== were.length) return false;
	const added = are.slice(from, are.length - tail);
	const gone = were.slice(from, were.length - tail);
	if ([...added, ...gone].some((n) => n instanceof Element && [n, ...n.querySelectorAll("*")].some((e) => e.getAttributeNames().some((a) => a.startsWith("data-"))))) return false;
	const after = now[were.length - tail] ?? null;
	for (const node of now.slice(from, were.length - tail)) live.removeChild(node);
	for (const node of added) live.insertBefore(document.importNode(node, true), after);
	return true;
};

const update = async () => {
	const next = await fetchPage();
	if (!source || scriptsOf(source) !== scriptsOf(next) || !source.head || source.documentElement.lang !== next.documentElement.lang) return location.reload();
	if (sourceStyle !== nextStyle) {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(nextStyle);
		sourceStyle = nextStyle;
		for (const old of document.querySelectorAll("style")) if (old.sheet) old.sheet.disabled = true;
		document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((s) => s !== style), sheet];
		style = sheet;
	}
	if (!patch(document.body, source.body, next.body)) return location.reload();
	document.title = next.title;
	source = next;
	document.documentElement.dispatchEvent(new Event("trappa:updated"));
};

const panel = document.createElement("div");
panel.id = "trappa-panel";
panel.setAttribute("role", "alert");
const shadow = panel.attachShadow({ mode: "open" });
const look = new CSSStyleSheet();
look.replaceSync(`
	:host { position: fixed; inset: auto 0 0; z-index: 2147483647; max-block-size: 60vh; overflow: auto; font: 1rem/1.5 system-ui, sans-serif;
		color: #1b1b1b; background: #fff8f5; border-block-start: 4px solid #b3261e; box-shadow: 0 -2px 16px #0004; }
	div { padding: 1rem; max-inline-size: 60rem; margin: auto; }
	h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
	section { margin-block: 0 1rem; } p { margin: .25rem 0; }
	a { color: #7d1a14; } pre { margin: .5rem 0; padding: .5rem; overflow-x: auto; background: #fff; border: 1px solid #d9c3bd; font: .9rem/1.5 ui-monospace, monospace; }
	mark { background: #ffd7cf; } b { color: #b3261e; }
	button { float: inline-end; font: inherit; min-block-size: 2.75rem; padding-inline: 1rem; }
	@media (prefers-color-scheme: dark) { :host { color: #f2ecea; background: #2a1613; } pre { background: #1b0f0d; border-color: #5d3a33; } a { color: #ffb4a6; } mark { background: #7d1a14; color: inherit; } b { color: #ffb4a6; } }
`);
shadow.adoptedStyleSheets = [look];

/** @param {string} name @param {string} [text] @param {Node[]} [children] */
const element = (name, text = "", children = []) => {
	const made = document.createElement(name);
	made.append(...(text ? [text] : []), ...children);
	return made;
};

/** @param {any} state */
const showErrors = (state) => {
	const close = element("button", state.close);
	close.addEventListener("click", () => panel.remove());
	const sections = state.errors.map((/** @type {any} */ error) => {
		const link = /** @type {HTMLAnchorElement} */ (element("a", error.place));
		link.href = error.edit;
		const code = element("pre");
		error.lines.forEach((/** @type {string} */ line, /** @type {number} */ i) => {
			const number = error.first + i;
			const here = number === error.line;
			code.append(element(here ? "b" : "span", `${String(number).padStart(4)}  `));
			if (here && error.column > 0) {
				const start = error.column - 1;
				const end = Math.min(line.length, start + Math.max(1, error.length));
				code.append(line.slice(0, start), element("mark", line.slice(start, end) || " "), line.slice(end));
			} else code.append(line);
			code.append("\n");
		});
		return element("section", "", [element("p", "", [link]), element("p", `${error.message} ${error.remedy}`), ...(error.lines.length ? [code] : [])]);
	});
	shadow.replaceChildren(element("div", "", [close, element("h2", state.heading), ...sections]));
	document.documentElement.append(panel);
};

let waiting = 0;
/** @param {any} state */
const take = async (state) => {
	clearTimeout(waiting);
	if (state.errors.length) {
		// A file that is half written is whole again before anyone has seen the panel.
		waiting = window.setTimeout(() => showErrors(state), 120);
		return;
	}
	panel.remove();
	const file = decodeURIComponent(location.pathname.slice(root.length));
	const own = file === "" || file.endsWith("/") ? file + "index.html" : file;
	if (state.changed.includes(own) || (!source && !state.first)) await update();
};

// One at a time: a change that comes while another is taken in is taken in after it.
let last = Promise.resolve();
(async () => {
	const first = await fetchPage();
	if (versionOf(first) !== self.dataset.version) return location.reload();
	sourceStyle = nextStyle;
	if (first.querySelector("main nav, main [id], header, footer") || sourceStyle) source = first;
	const events = new EventSource(root + "__trappa/events");
	events.onmessage = ({ data }) => {
		const state = JSON.parse(data);
		// Something went past while nobody listened, or the server began anew.
		const missed = state.first && source && String(state.version) !== versionOf(source);
		last = last.then(() => (missed ? location.reload() : take(state)));
	};
})();
