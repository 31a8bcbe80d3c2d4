// @ts-check
// What a word of a question may mean.

/**
 * What is known of the guide's words. A key is a stem, or with a plus before it the part of a compound.
 * @typedef {object} Book
 * @property {Map<string, Set<string>>} typed What can be typed, folded → keys.
 * @property {Map<string, Map<number, number>>} places Key → passage → weight. Names stand here too, with a number sign before them.
 * @property {number} count How many passages there are.
 * @property {(passage: number) => number} pageOf The first of the passages that stand on the same page.
 * @property {(passage: number) => string[]} [wordsOf] The words of a passage, folded, where they are at hand.
 * @property {Set<string>} endings Endings that make another form of a word, folded.
 * @property {Set<string>} small Words that say little, folded.
 * @property {[said: string, ours: string][]} synonyms
 */

/** How surely a key is meant, by how it was found. */
const SAME = 1, SYNONYM = 0.95, FORM = 0.92, SHORT_FORM = 0.75, TAIL = 0.45, HEAD = 0.35, ONE_OFF = 0.6, TWO_OFF = 0.45;
// Two words of the question that are one in the guide say more than each of them.
const JOINED = 1.5;
// Under this, misspelt words are looked for as well.
const DOUBTFUL = 0.6;

/** Keys of a word → how surely each is meant. @param {Book} book */
function meaning({ typed, endings, small, synonyms }) {
	/** What words of earlier questions meant: most of one is there at the next key. @type {Map<string, Map<string, number>>} */
	let memory = new Map(), size = 0;
	/** Words without their endings, and as they are → their keys. @type {Map<string, Set<string>>} */
	let bases = new Map();

	/** Keys that a word may mean → how surely. @param {string} word @param {boolean} isLast */
	const meant = (word, isLast) => {
		if (size !== typed.size) [memory, bases, size] = [new Map(), new Map(), typed.size];
		const name = word + isLast;
		const found = memory.get(name) ?? search(word, isLast);
		memory.set(name, found);
		return found;
	};

	/** @param {string} word @param {boolean} isLast */
	const search = (word, isLast) => {
		/** @type {Map<string, number>} */
		const found = new Map();
		/** @param {Iterable<string>} keys @param {number} surely */
		const add = (keys, surely) => {
			for (const key of keys) found.set(key, Math.max(found.get(key) ?? 0, surely));
		};
		add(typed.get(word) ?? [], SAME);
		if (small.has(word)) return found;
		for (const [known, keys] of typed) if (known !== word && !small.has(known)) add(keys, likeness(word, known, isLast));
		const best = Math.max(0, ...found.values()), isTail = [...found.values()].includes(TAIL);
		if (best < TAIL) tail(word, add);
		if (best < DOUBTFUL && !isTail) misspelt(word, add);
		for (const [key, surely] of found) if (!surely) found.delete(key);
		return found;
	};

	/** Whether a word's rest is an ending, or one before which a letter is doubled. @param {string} word @param {number} at */
	const isEnding = (word, at) => endings.has(word.slice(at)) || (word[at] === word[at - 1] && endings.has(word.slice(at + 1)));

	/** How surely a word means another that is no typing error. @param {string} word @param {string} known @param {boolean} isLast */
	const likeness = (word, known, isLast) => {
		const short = Math.min(known.length, word.length);
		let same = 0;
		while (same < short && known[same] === word[same]) same++;
		// Another form of the same word: what differs is endings.
		for (let at = same; at >= Math.max(3, same - 2); at--) {
			if (isEnding(known, at) && isEnding(word, at)) return at > 3 ? FORM : SHORT_FORM;
		}
		// The beginning of a word, as one types it.
		if (same === word.length && same >= 2) return (isLast ? 0.75 : 0.5) * (0.5 + 0.5 * word.length / known.length);
		// A compound that we do not have begins with a word that we have.
		if (same === known.length && same >= 6) return HEAD;
		// A compound of ours ends with it.
		for (let cut = 0; cut <= 2 && word.length - cut >= 4 && !endings.has(word); cut++) {
			if (known.length - word.length + cut > (word.length - cut > 4 ? 2 : 3) && endings.has(word.slice(word.length - cut)) && known.endsWith(word.slice(0, word.length - cut))) return TAIL;
		}
		return 0;
	};

	/** What a word may be without an ending. @param {string} word */
	const basesOf = (word) => [...Array(7).keys()].map((cut) => word.slice(0, word.length - cut)).filter((base) => base.length >= 3 && isEnding(word, base.length));

	const knownBases = () => {
		for (const [known, keys] of bases.size ? [] : typed) {
			for (const base of small.has(known) ? [] : basesOf(known)) bases.set(base, new Set([...bases.get(base) ?? [], ...keys]));
		}
		return bases;
	};

	/** @param {string} part */
	const isWord = (part) => !small.has(part) && basesOf(part).some((base) => knownBases().has(base));

	/** Whether it is a word in front of another. @param {string} part */
	const isHead = (part) => isWord(part) || (part.endsWith("s") && isWord(part.slice(0, -1)));

	/** A compound that we do not have as the words that we have. @param {string} word */
	const partsOf = (word) => {
		if (word.length < 7 || Math.max(0, ...meant(word, false).values()) >= DOUBTFUL) return undefined;
		for (let at = 3; at <= word.length - 3; at++) {
			const [first, last] = [word.slice(0, at), word.slice(at)];
			if (isWord(last) && isHead(first)) return [first, last];
		}
		return undefined;
	};

	/** The longest ending of a compound that we do not have which is a word that we have. @param {string} word @param {(keys: Iterable<string>, surely: number) => void} add */
	const tail = (word, add) => {
		for (let at = 3; at <= word.length - 5; at++) {
			// After a head that is a stranger a short tail is chance.
			const least = isHead(word.slice(0, at)) ? 4 : 6;
			const base = basesOf(word.slice(at)).find((part) => part.length >= least && !small.has(part) && typed.has(part));
			if (base) return add(typed.get(base) ?? [], TAIL);
		}
	};

	/** One letter wrong in a short word, two in a long one, whichever endings the two have. @param {string} word @param {(keys: Iterable<string>, surely: number) => void} add */
	const misspelt = (word, add) => {
		if (word.length < 4) return;
		const forms = basesOf(word).filter((base) => base === word || base.length >= 6);
		for (const [known, keys] of knownBases()) {
			if (known.length < (typed.has(known) ? 4 : 6)) continue;
			let off = 3;
			for (const form of forms) {
				// Few letters are soon another word: those begin as they should. Others do so in one of the first two.
				if (known[0] !== form[0] && (form.length < 6 || (known[1] !== form[1] && known[0] !== form[1] && known[1] !== form[0]))) continue;
				const most = Math.max(known.length, form.length) >= 8 ? 2 : 1;
				const differ = distance(form, known, most);
				if (differ <= most) off = Math.min(off, differ);
			}
			if (off === 3 && word.length >= 8 && known.length > word.length) off = distance(word, known.slice(0, word.length), 1) + 1;
			if (off > 2) continue;
			// What is not the guide's own, and parts of its words, must be long to be meant.
			for (const key of keys) if (known.length >= (key[0] === "=" ? 8 : key[0] === "+" ? 6 : 4)) add([key], off === 1 ? ONE_OFF : TWO_OFF);
		}
	};

	/** Whether two words are forms of one. @param {string} one @param {string} other */
	const isForm = (one, other) => {
		let at = 0;
		while (at < one.length && one[at] === other[at]) at++;
		return one === other || (at > 1 && isEnding(one, at) && isEnding(other, at));
	};

	/** Synonyms of two words. @type {[string[], string][]} */
	const phrases = [];
	for (const [said, ours] of synonyms) {
		const words = tokens(said).map(fold);
		const key = "=" + tokens(ours).map(fold).join(" ");
		const name = words.join("");
		typed.set(name, (typed.get(name) ?? new Set()).add(key));
		if (words.length === 2) phrases.push([words, key]);
	}

	/** Words for which another stands mean the keys of that. @param {Map<string, number>} found */
	const resolved = (found) => {
		const all = new Map(found), isKnown = [...found.values()].includes(SAME);
		for (const [key, surely] of found) {
			// Where the guide has the word as typed, it means that.
			if (key[0] !== "=" || (surely < SAME && isKnown)) continue;
			for (const our of key.slice(1).split(" ")) {
				for (const [ourKey, so] of meant(our, true)) if (so >= TAIL && ourKey[0] !== "=") all.set(ourKey, Math.max(all.get(ourKey) ?? 0, SYNONYM * surely * so));
			}
		}
		return all;
	};

	/** @param {string} word @param {boolean} isLast */
	const keysOf = (word, isLast) => resolved(meant(word, isLast));

	/** Keys of what is said in two words, such as e-post, or is one word in the guide, lag stiftning. @param {string | undefined} one @param {string | undefined} other */
	const keysOfPair = (one, other) => {
		/** @type {Map<string, number>} */
		const found = new Map();
		for (const [said, key] of phrases) if (one && other && isForm(one, said[0]) && isForm(other, said[1])) found.set(key, SAME);
		for (const pair of one && other ? [one + other, one + "s" + other] : []) {
			for (const base of pair.length < 6 ? [] : basesOf(pair)) for (const key of typed.get(base) ?? []) found.set(key, JOINED);
		}
		return resolved(found);
	};

	return { keysOf, keysOfPair, partsOf };
}
