// @ts-check
// Search in the guide, all of it on the phone: what is asked goes nowhere. The files of this folder are one module, in
// the order of their numbers. Here: words, cut as the generator cuts them (src/Trappa/Render/Search).

// More than this is no question but a text that was pasted.
const MOST_LETTERS = 300, MOST_WORDS = 16;

/** Without marks over letters: å and ä are found as a, ö as o. @param {string} text */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");

/** Letters and digits that stand together, with marks that are written apart, in lower case. @param {string} text */
const tokens = (text) => text.toLowerCase().match(/[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}]*/gu) ?? [];

/** The words of a question, folded, each once. What a page has put within words to break lines is no part of them. @param {string} asked */
const asWords = (asked) => asked.trim().length < 2 ? [] :
	[...new Set(tokens(asked.slice(0, MOST_LETTERS).replace(/[\u00ad\u200b-\u200d\u2060]/g, "")).map(fold))].slice(0, MOST_WORDS);

/**
 * How many letters two words differ by, up to one more than asked for; two that changed places count as one (optimal string alignment).
 * @param {string} a @param {string} b @param {number} most
 */
function distance(a, b, most) {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let two = /** @type {number[]} */ ([]), one = [...Array(b.length + 1).keys()];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			row[j] = Math.min(row[j - 1] + 1, one[j] + 1, one[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], two[j - 2] + 1);
			least = Math.min(least, row[j]);
		}
		if (least > most) return most + 1;
		[two, one] = [one, row];
	}
	return one[b.length];
}
