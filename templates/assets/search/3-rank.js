// @ts-check
// Which passages fit a question, and how well.

const NAMED = 40, NAMED_AS_TYPED = 10, ABOUT = 8;
// Another passage of a page that is in the list already.
const AGAIN = 0.7;
// What words that say little add where the others are, and two words that stand side by side.
const SMALL = 0.2, BESIDE = 1.5;
// Of a word that stands elsewhere on the page.
const ON_PAGE = 0.3;
// How much of a question must be met, and of a long one.
const ENOUGH = 0.4, ENOUGH_OF_LONG = 0.3;
const LISTED = 40;

/** @typedef {{ score: number, met: number }} Hit Points, and how much of the question is met. */

/** @param {Book} book */
function ranking(book) {
	const { places, small } = book;
	const { keysOf, keysOfPair, partsOf } = meaning(book);
	const MISSING = Math.log(1 + book.count) / 2;

	/** Points for a word that stands in so many passages. @param {number} passages */
	const rarity = (passages) => Math.log(1 + book.count / (1 + passages));

	/** What a word says: where it stands, how rare it is, and its name. @param {string} word @param {Map<string, number>} found */
	const weigh = (word, found) => {
		const sure = Math.max(0, ...found.values());
		const surest = [...found].filter(([, surely]) => surely > FORM * sure).map(([key]) => key);
		const where = new Set(surest.flatMap((key) => [...(places.get(key)?.keys() ?? [])]));
		const rare = rarity(where.size);
		/** @type {Map<number, Hit>} */
		const hits = new Map();
		for (const [key, surely] of found) {
			for (const [passage, weight] of places.get(key) ?? []) {
				const score = surely * surely * rare * (1 + Math.log(1 + weight));
				if (score > (hits.get(passage)?.score ?? 0)) hits.set(passage, { score, met: rare * surely / sure });
			}
		}
		const name = [...found].filter(([key, surely]) => surely >= FORM && !"+=".includes(key[0])).sort((a, b) => b[1] - a[1])[0]?.[0] ?? word;
		return { hits, surest, name, most: where.size ? rare : MISSING };
	};

	/** All hits of all words; a page answers for its passages, but less. @param {Map<number, Hit>[]} byWord */
	const together = (byWord) => {
		/** @type {Map<number, Hit>} */
		const all = new Map(byWord.flatMap((hits) => [...hits.keys()].map((passage) => [passage, { score: 0, met: 0 }])));
		for (const hits of byWord) {
			/** @type {Map<number, Hit>} */
			const pages = new Map();
			for (const [passage, hit] of hits) {
				const page = book.pageOf(passage);
				if (hit.score > (pages.get(page)?.score ?? 0)) pages.set(page, hit);
			}
			for (const [passage, sum] of all) {
				const own = hits.get(passage), hit = own ?? pages.get(book.pageOf(passage));
				if (!hit) continue;
				sum.score += hit.score * (own ? 1 : ON_PAGE);
				sum.met += hit.met * (own ? 1 : ON_PAGE);
			}
		}
		return all;
	};

	/** More for what has this name; a heading that stands on every page names none of them. @param {Map<number, Hit>} hits @param {string} name @param {number} more */
	const favour = (hits, name, more) => {
		const there = places.get("#" + name);
		for (const [passage, weight] of there ?? []) {
			const hit = hits.get(passage) ?? { score: 0, met: 1 };
			hits.set(passage, { ...hit, score: hit.score + more * weight / Math.sqrt(there?.size ?? 1) });
		}
	};

	/** Points for words of the question that stand side by side in a passage too. @param {string[]} asked @param {string[]} words */
	const beside = (asked, words) => {
		let points = 0;
		for (let i = 1; i < asked.length; i++) {
			const [one, two] = [asked[i - 1], asked[i]];
			const telling = Number(!small.has(one)) + Number(!small.has(two));
			if (telling && words.some((word, at) => word === one && (words[at + 1] === two || words[at + 2] === two))) points += telling * BESIDE / 2;
		}
		return points;
	};

	/** The passages that fit, best first, and which of their words to mark. @param {string[]} asked The words of the question. */
	return (asked) => {
		// Of two that say little together, gå med, the first stands for both.
		const telling = asked.filter((word, i) => !small.has(word) || (small.has(asked[i + 1]) && keysOfPair(word, asked[i + 1]).size));
		const words = telling.length ? telling.flatMap((word) => partsOf(word) ?? word) : asked;
		const weighed = words.map((word, i) => {
			const at = asked.indexOf(word);
			return weigh(word, new Map([...telling.length && small.has(word) ? [] : keysOf(word, i === words.length - 1), ...keysOfPair(asked[at - 1], word), ...keysOfPair(word, asked[at + 1])]));
		});
		const hits = together(weighed.map((word) => word.hits));
		const most = weighed.reduce((sum, word) => sum + word.most, 0);
		for (const hit of hits.values()) {
			hit.met = Math.min(1, hit.met / most);
			hit.score *= hit.met;
		}
		for (const word of telling.length === 0 ? [] : asked.filter((other) => small.has(other))) {
			const there = places.get(word);
			for (const passage of there?.keys() ?? []) {
				const hit = hits.get(passage);
				if (hit) hit.score += SMALL * rarity(there?.size ?? 0);
			}
		}
		// A word that is the whole name of a page: it is asked about what that page is about.
		const named = new Set(words.length < 2 ? [] : weighed.flatMap(({ name }) => [...(places.get("#" + name)?.keys() ?? [])].map(book.pageOf)));
		for (const [passage, hit] of named.size ? hits : []) if (named.has(book.pageOf(passage))) hit.score += ABOUT * hit.met;
		favour(hits, [...new Set(weighed.map((word) => word.name))].join(" "), NAMED);
		favour(hits, "=" + asked.join(" "), NAMED_AS_TYPED);
		const enough = words.length < 3 ? ENOUGH : ENOUGH_OF_LONG;
		const byScore = (/** @type {[number, Hit]} */ a, /** @type {[number, Hit]} */ b) => b[1].score - a[1].score;
		const best = [...hits].filter(([, hit]) => hit.met >= enough).sort(byScore).slice(0, LISTED);
		for (const [passage, hit] of best) hit.score += beside(asked, book.wordsOf?.(passage) ?? []);
		/** @type {Set<number>} */
		const pages = new Set();
		for (const [passage, hit] of best.sort(byScore)) {
			const page = book.pageOf(passage);
			if (pages.has(page)) hit.score *= AGAIN;
			pages.add(page);
		}
		const keys = [...new Set(weighed.flatMap((word) => word.surest))];
		const parts = keys.filter((key) => key[0] === "+").map((key) => key.slice(1));
		/** Whether a word of a text is one of those that were asked for. @param {string} word */
		const marks = (word) => {
			const own = book.typed.get(word);
			return own ? keys.some((key) => own.has(key)) || parts.some((part) => word.includes(part)) : keys.some((key) => key.length > 3 && word.startsWith(key));
		};
		return { passages: best.sort(byScore).map(([passage]) => passage), marks };
	};
}
