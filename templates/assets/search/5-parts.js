// @ts-check
// The index of a large guide (src/Trappa/Render/Search/SplitIndex.cs): parts are fetched as they are needed. Whoever
// serves them sees which, that is about the first two letters of words, and in which stretch of the guide the answers
// are; never what was typed.

// Typing goes on within this, ms: passages are fetched when it rests.
const REST = 150;
const SHOWN = 8;

/**
 * @param {any} head
 * @param {string} index Its address.
 * @returns {(asked: string) => Promise<Hits>}
 */
function inParts(head, index) {
	/** @type {Map<string, Promise<any>>} */
	const fetched = new Map();
	/** @param {string} file */
	const part = (file) => {
		const coming = fetched.get(file) ?? fetchIndex(new URL(file, index).href);
		// What failed is asked for anew.
		coming.catch(() => fetched.delete(file));
		fetched.set(file, coming);
		return coming;
	};
	/** @type {number[]} */
	const firsts = [];
	for (const length of head.g.split(" ")) {
		const first = firsts.length;
		for (let i = 0; i < Number(length); i++) firsts.push(first);
	}
	const language = languageOf(head);
	/** @type {Book} */
	const book = { ...language, typed: new Map(), places: new Map(), count: head.n, pageOf: (passage) => firsts[passage] };
	const rank = ranking(book);

	/** @param {Record<string, [string, ...number[][]]>} keys */
	const take = (keys) => {
		for (const [key, [forms, ...byWeight]] of Object.entries(keys)) {
			/** @type {Map<number, number>} */
			const there = new Map();
			for (const [step, ...gaps] of byWeight) {
				let passage = 0;
				for (const gap of gaps) there.set(passage += gap, Math.expm1(step / 8));
			}
			book.places.set(key, there);
			if (key[0] === "#") continue;
			const name = key.replace("+", "");
			for (const form of forms.split(" ")) {
				const word = form[0] === "=" ? form.slice(1) : name + form;
				book.typed.set(word, (book.typed.get(word) ?? new Set()).add(key));
			}
		}
	};

	/** The part with what begins as a word does. @param {string} word */
	const partOf = (word) => head.v.filter((/** @type {string[]} */ [first]) => first <= word.slice(0, 2)).at(-1)?.[1];
	/** @type {Set<string>} */
	const taken = new Set();

	/** @param {string[]} words */
	const know = async (words) => {
		const meant = language.synonyms.filter(([said]) => words.some((word) => fold(said).startsWith(word.slice(0, 3)))).flatMap(([, ours]) => tokens(ours).map(fold));
		const files = new Set([...words.filter((word) => !language.small.has(word)), ...meant].map(partOf).filter(Boolean));
		await Promise.all([...files].map(async (file) => {
			const keys = await part(file);
			if (!taken.has(file)) take(keys);
			taken.add(file);
		}));
	};

	let last = 0;
	return async (asked) => {
		const turn = ++last;
		const words = asWords(asked);
		await know(words);
		if (fetched.size > taken.size) await new Promise((done) => setTimeout(done, REST));
		if (turn !== last || !words.length) return [];
		const { passages, marks } = rank(words);
		const hits = await Promise.all(passages.slice(0, SHOWN).map(async (passage) =>
			passagesOf(await part(head.f[Math.floor(passage / head.z)]))[passage % head.z]));
		return Object.assign(hits, { marks });
	};
}
