// @ts-check
// The index as the generator wrote it (src/Trappa/Render/Search/SearchIndex.cs), made ready in a moment.

const QUOTE = 2;

/** @typedef {{ url: string, page: string, heading: string, text: string, kind: number }} Passage */
/** @typedef {Passage[] & { marks?: (word: string) => boolean }} Hits What was found, and which words of it are marked. */

/** What any index says of its language. @param {any} data */
const languageOf = (data) => ({
	endings: new Set(["", ...data.e.split(" ").map(fold)]),
	small: new Set(data.o.split(" ").map(fold)),
	synonyms: /** @type {[string, string][]} */ (Object.entries(data.s)),
});

/** Pages and passages of a file as what is shown. @param {any} data @returns {Passage[]} */
const passagesOf = (data) => data.x.map((/** @type {any[]} */ [page, kind, hash, heading, text]) =>
	({ url: data.p[page][0] + (hash === 0 ? "#" + tokens(heading).map(fold).join("-") : hash), page: data.p[page][1], heading, text, kind }));

/**
 * Search in an index that came in one file.
 * @param {any} data
 * @returns {(asked: string) => Hits}
 */
function engine(data) {
	/** @type {Map<string, [string, string[]]>} */
	const stems = new Map();
	let at = 0;
	/** Stem and parts of a word; cuts stand in the order in which words first appear. @param {string} word */
	const stemOf = (word) => {
		const known = stems.get(word);
		if (known) return known;
		const cut = data.c[at++];
		const [off, ...starts] = Array.isArray(cut) ? cut : [cut];
		const stem = word.slice(0, word.length - parseInt(off)) + String(off).replace(/^\d+/, "");
		const parts = starts.map((/** @type {number} */ from, /** @type {number} */ i) => (starts[i + 1] ? word : stem).slice(from, starts[i + 1]));
		if (starts.length) parts.unshift(word.slice(0, starts[0]));
		/** @type {[string, string[]]} */
		const made = [fold(stem), parts.map(fold)];
		stems.set(word, made);
		return made;
	};
	/** @type {Book["places"]} */
	const places = new Map();
	/** @type {Book["typed"]} */
	const typed = new Map();
	/** @param {string} key @param {number} passage @param {number} weight */
	const put = (key, passage, weight) => {
		const there = places.get(key) ?? new Map();
		places.set(key, there.set(passage, (there.get(passage) ?? 0) + weight));
	};
	/** @param {string} word @param {string} key */
	const know = (word, key) => typed.set(word, (typed.get(word) ?? new Set()).add(key));
	const { small, ...language } = languageOf(data);
	const [TITLE, OF_PAGE, HEADING, TEXT] = data.w;

	const passages = passagesOf(data);
	passages.forEach(({ page: title, kind, heading, text }, i) => {
		for (const [field, weight] of /** @type {[string, number][]} */ ([[title, kind ? OF_PAGE : TITLE], [heading, kind === QUOTE ? OF_PAGE : HEADING], [text, TEXT / Math.sqrt(1 + text.length / 400)]])) {
			const all = tokens(field);
			// A name of one word says it all; of ten, each a tenth of it.
			const share = data.k[kind] * weight * (field === text ? 1 : 1 / Math.sqrt(all.length || 1));
			for (const word of all) {
				const [stem, parts] = stemOf(word);
				put(stem, i, share);
				know(fold(word), stem);
				if (!small.has(fold(word))) know(stem, stem);
				parts.forEach((part, n) => {
					put("+" + part, i, share * (n === parts.length - 1 ? 0.7 : 0.5));
					know(part, "+" + part);
				});
			}
		}
		const name = tokens(heading && kind !== QUOTE ? heading : title);
		const telling = name.filter((word) => !small.has(fold(word)));
		if (kind !== QUOTE) {
			put("#" + (telling.length * 2 >= name.length ? telling : name).map((word) => stemOf(word)[0]).join(" "), i, data.k[kind]);
			put("#=" + name.map(fold).join(" "), i, data.k[kind]);
		}
	});
	/** @type {Map<string, number>} */
	const first = new Map();
	passages.forEach((passage, i) => first.has(passage.page) || first.set(passage.page, i));
	const rank = ranking({
		typed, places, small, ...language, count: passages.length,
		pageOf: (i) => passages[i].kind < QUOTE ? first.get(passages[i].page) ?? i : i,
		wordsOf: (i) => tokens(passages[i].heading + " " + passages[i].text).map(fold),
	});
	return (asked) => {
		const words = asWords(asked);
		if (!words.length) return [];
		const { passages: found, marks } = rank(words);
		return Object.assign(found.map((i) => passages[i]), { marks });
	};
}
