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
const SAME = 1, SYNONYM = 0.95, FORM = 0.92, SHORT_FORM = 0.75, PART = 0.6, TAIL = 0.45, HEAD = 0.35, ONE_OFF = 0.6, TWO_OFF = 0.45;
// Under this, misspelt words are looked for as well.
const DOUBTFUL = 0.6;

/** Keys of a word → how surely each is meant. @param {Book} book */
function meaning({ typed, endings, small, synonyms }) {
	/** What words of earlier questions meant: most of one is there at the next key. @type {Map<string, Map<string, number>>} */
	let memory = new Map(), size = 0;
	/** Words without their endings. @type {Set<string>} */
	let bases = new Set();

	/** Keys that a word may mean → how surely. @param {string} word @param {boolean} isLast */
	const meant = (word, isLast) => {
		if (size !== typed.size) [memory, bases, size] = [new Map(), new Set(), typed.size];
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
		const best = () => Math.max(0, ...found.values());
		if (best() < TAIL) tail(word, add);
		if (best() < DOUBTFUL) misspelt(word, add);
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
		if (word.length >= 4 && known.length > word.length + 2) {
			for (let cut = 0; cut <= 2 && word.length - cut >= 4; cut++) {
				if (endings.has(word.slice(word.length - cut)) && known.endsWith(word.slice(0, word.length - cut))) return TAIL;
			}
		}
		return 0;
	};

	/** What a word may be without an ending. @param {string} word */
	const basesOf = (word) => [...Array(7).keys()].map((cut) => word.slice(0, word.length - cut)).filter((base) => base.length >= 3 && isEnding(word, base.length));

	/** A compound that we do not have as the words that we have. @param {string} word */
	const partsOf = (word) => {
		if (word.length < 7 || Math.max(0, ...meant(word, false).values()) >= DOUBTFUL) return undefined;
		if (!bases.size) bases = new Set([...typed.keys()].filter((known) => !small.has(known)).flatMap(basesOf));
		for (let at = 3; at <= word.length - 3; at++) {
			const [first, last] = [word.slice(0, at), word.slice(at)];
			const isWord = (/** @type {string} */ part) => !small.has(part) && basesOf(part).some((base) => bases.has(base));
			if (isWord(last) && (isWord(first) || (first.endsWith("s") && isWord(first.slice(0, -1))))) return [first, last];
		}
		return undefined;
	};

	/** The longest ending of a compound that we do not have which is a word that we have. @param {string} word @param {(keys: Iterable<string>, surely: number) => void} add */
	const tail = (word, add) => {
		for (let at = 3; at <= word.length - 5; at++) {
			const base = small.has(word.slice(at)) ? undefined : basesOf(word.slice(at)).find((part) => typed.has(part));
			if (base) return add(typed.get(base) ?? [], TAIL);
		}
	};

	/** One letter wrong in a short word, two in a long one. @param {string} word @param {(keys: Iterable<string>, surely: number) => void} add */
	const misspelt = (word, add) => {
		if (word.length < 4) return;
		const most = word.length >= 8 ? 2 : 1;
		for (const [known, keys] of typed) {
			// Few letters are soon another word: those begin as they should.
			if (known.length < 4 || small.has(known) || (word.length < 5 && known[0] !== word[0])) continue;
			const rest = known.slice(word.length);
			const more = endings.has(rest) ? 0 : 1;
			const off = Math.min(distance(word, known, most), rest ? distance(word, known.slice(0, word.length), most - more) + more : most + 1);
			if (off <= most) add(keys, off === 1 ? ONE_OFF : TWO_OFF);
		}
	};

	for (const [said, ours] of synonyms) {
		const words = tokens(said).map(fold);
		const key = "=" + tokens(ours).map(fold).join(" ");
		for (const name of new Set([words.join(" "), words.join("")])) typed.set(name, (typed.get(name) ?? new Set()).add(key));
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

	/** Keys of what is said in two words, such as e-post. @param {string} pair */
	const keysOfPair = (pair) => resolved(new Map([...(typed.get(pair) ?? [])].map((key) => [key, SAME])));

	return { keysOf, keysOfPair, partsOf };
}
