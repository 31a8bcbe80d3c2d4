// @ts-check
// Search in the guide, all of it on the phone: what is asked goes nowhere. The index brings the guide's words and where
// their stems end (src/Trappa/Render/Search); the rest is made here in a moment.

const TITLE = 9, HEADING = 6, TEXT = 1.6;
const KINDS = [1.5, 1, 1, 1.35, 1.2];

/** @param {string} text */
const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
/** @param {string} text */
const tokens = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether two words are within so many letters of each other; two that changed places count as one.
 * @param {string} a @param {string} b @param {number} most
 */
function near(a, b, most) {
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

/** The index made ready. @param {any} data */
export function engine(data) {
	const endings = new Set(["", ...data.e.split(" ").map(fold)]);
	const small = new Set(data.o.split(" ").map(fold));
	/** Each word's stem and parts, as stems. @type {Map<string, [string, string[]]>} */
	const stems = new Map();
	let at = 0;
	/** @param {string} word */
	const stemOf = (word) => {
		const known = stems.get(word);
		if (known) return known;
		const cut = data.c[at++];
		const [off, ...starts] = Array.isArray(cut) ? cut : [cut];
		const end = word.length - off;
		const parts = starts.map((/** @type {number} */ from, /** @type {number} */ i) => word.slice(from, starts[i + 1] ?? end));
		if (starts.length) parts.unshift(word.slice(0, starts[0]));
		/** @type {[string, string[]]} */
		const made = [fold(word.slice(0, end)), parts.map(fold)];
		stems.set(word, made);
		return made;
	};

	/** What stands where: stem → passage → weight. @type {Map<string, Map<number, number>>} */
	const places = new Map();
	/** Words and stems as they are typed → stems. @type {Map<string, Set<string>>} */
	const typed = new Map();
	/** @param {string} key @param {number} passage @param {number} weight */
	const put = (key, passage, weight) => {
		const there = places.get(key) ?? places.set(key, new Map()).get(key);
		there?.set(passage, (there.get(passage) ?? 0) + weight);
	};
	/** @param {string} word @param {string} stem */
	const know = (word, stem) => (typed.get(word) ?? typed.set(word, new Set()).get(word))?.add(stem);

	/** @type {{ url: string, page: string, heading: string, text: string, kind: number, name: string }[]} */
	const passages = data.x.map((/** @type {any[]} */ [page, kind, hash, heading, text], /** @type {number} */ i) => {
		const title = data.p[page][1];
		const length = 1 + text.length / 400;
		for (const [field, weight] of [[title, kind === 0 ? TITLE : 1.2], [heading, HEADING], [text, TEXT / Math.sqrt(length)]]) {
			const all = tokens(field);
			// A name of one word says it all; of ten, each a tenth of it.
			const share = field === text ? 1 : 1 / Math.sqrt(all.length || 1);
			for (const word of all) {
				const [stem, parts] = stemOf(word);
				put(stem, i, weight * share);
				know(fold(word), stem);
				know(stem, stem);
				parts.forEach((part, n) => {
					put("+" + part, i, weight * share * (n === parts.length - 1 ? 0.7 : 0.5));
					know(part, "+" + part);
				});
			}
		}
		return { url: data.p[page][0] + hash, page: title, heading, text, kind, name: tokens(heading && kind !== 2 ? heading : title).map(fold).join(" ") };
	});
	const synonyms = Object.entries(data.s).map(([said, ours]) => [tokens(said).map(fold).join(" "), tokens(ours).map(fold)]);

	/** Stems that a word of a search may mean, each with how surely. @param {string} word @param {boolean} isLast */
	const meant = (word, isLast) => {
		/** @type {Map<string, number>} */
		const found = new Map();
		/** @param {Iterable<string>} keys @param {number} surely */
		const add = (keys, surely) => {
			for (const key of keys) found.set(key, Math.max(found.get(key) ?? 0, surely));
		};
		add(typed.get(word) ?? [], 1);
		for (const [known, keys] of typed) {
			if (known === word) continue;
			const short = Math.min(known.length, word.length);
			let same = 0;
			while (same < short && known[same] === word[same]) same++;
			// Another form of the same word: what differs is endings.
			if (same >= 3 && same >= short - 2 && endings.has(known.slice(same)) && endings.has(word.slice(same))) add(keys, 0.85);
			// The beginning of a word, as one types it.
			else if (same === word.length && same >= 2) add(keys, (isLast ? 0.75 : 0.5) * (0.5 + 0.5 * word.length / known.length));
			// A compound that we do not have begins with a word that we have.
			else if (same === known.length && same >= 5) add(keys, 0.4);
			// A compound of ours ends with it.
			else if (word.length >= 4 && known.length > word.length + 2) {
				for (let cut = 0; cut <= 2 && word.length - cut >= 4; cut++) {
					if (endings.has(word.slice(word.length - cut)) && known.endsWith(word.slice(0, word.length - cut))) add(keys, 0.45);
				}
			}
		}
		if (Math.max(0, ...found.values()) < 0.6 && word.length >= 4) {
			const most = word.length >= 8 ? 2 : 1;
			for (const [known, keys] of typed) {
				if (known.length < 4) continue;
				const off = Math.min(near(word, known, most), known.length > word.length ? near(word, known.slice(0, word.length), most - 1) + 1 : 9);
				if (off <= most) add(keys, off === 1 ? 0.6 : 0.45);
			}
		}
		return found;
	};

	/** The passages that fit, best first. @param {string} asked */
	return function find(asked) {
		const all = tokens(asked).map(fold);
		const telling = all.filter((word) => !small.has(word));
		const words = telling.length ? telling : all;
		if (!words.length || asked.trim().length < 2) return [];
		const whole = ` ${all.join(" ")} `;
		/** @type {Map<number, { score: number, met: number }>} */
		const hits = new Map();
		let weights = 0;
		words.forEach((word, n) => {
			const found = meant(word, n === words.length - 1);
			for (const [said, ours] of synonyms) {
				// Also another form of what is said.
				if (said.includes(" ") ? whole.includes(` ${said} `) && said.startsWith(/** @type {string} */ (word))
					: said === word || (word.startsWith(/** @type {string} */ (said).slice(0, -1)) && said.length > 3 && word.length - said.length <= 3)) {
					for (const our of ours) for (const [key, surely] of meant(our, true)) if (surely > 0.45) found.set(key, Math.max(found.get(key) ?? 0, 0.95 * surely));
				}
			}
			/** @type {Map<number, number>} */
			const best = new Map();
			let rarest = 0;
			for (const [key, surely] of found) {
				const there = places.get(key);
				const rare = Math.log(1 + passages.length / (1 + (there?.size ?? 0)));
				rarest = Math.max(rarest, rare * surely);
				for (const [passage, weight] of there ?? []) {
					best.set(passage, Math.max(best.get(passage) ?? 0, surely * surely * rare * (1 + Math.log(1 + weight))));
				}
			}
			weights += rarest || 3;
			for (const [passage, score] of best) {
				const hit = hits.get(passage) ?? hits.set(passage, { score: 0, met: 0 }).get(passage);
				if (hit) {
					hit.score += score;
					hit.met += rarest;
				}
			}
		});
		const name = all.join(" ");
		return [...hits].map(([i, { score, met }]) => {
			const passage = passages[i];
			const share = met / weights;
			const isNamed = passage.name === name;
			return { ...passage, share, score: (score * share * KINDS[passage.kind]) + (isNamed ? 50 : 0) };
		}).filter((hit) => hit.share >= 0.4).sort((a, b) => b.score - a.score);
	};
}

/** Opens the box. @param {HTMLElement} box @param {string} index @param {string} start */
export async function open(box, index, start) {
	const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
	const list = /** @type {HTMLElement} */ (box.querySelector("[role=grid]"));
	const status = /** @type {HTMLElement} */ (box.querySelector("[data-hits-status]"));
	const find = engine(await (await fetch(index)).json());
	const root = start.endsWith("index.html") ? start.slice(0, -10) : start;
	let row = -1, cell = 0;

	/** The words of a text around what was asked for, that marked. @param {string} text @param {string[]} words */
	const marked = (text, words) => {
		const stems = words.map((w) => w.slice(0, Math.max(4, w.length - 3)));
		const parts = text.split(/([\p{L}\p{N}]+)/u);
		const first = parts.findIndex((part, i) => i % 2 && stems.some((s) => fold(part.toLowerCase()).includes(s)));
		const from = Math.max(0, first - 16);
		const nodes = parts.slice(from, from + 60).map((part, i) => {
			if ((from + i) % 2 === 0 || !stems.some((s) => fold(part.toLowerCase()).includes(s))) return part;
			const mark = document.createElement("mark");
			mark.textContent = part;
			return mark;
		});
		return [from > 0 ? "… " : "", ...nodes, from + 60 < parts.length ? " …" : ""];
	};

	const choose = () => {
		for (const other of list.querySelectorAll("[aria-selected]")) other.removeAttribute("aria-selected");
		const cells = list.children[row]?.children;
		const chosen = cells?.[Math.min(cell, cells.length - 1)];
		chosen?.setAttribute("aria-selected", "true");
		chosen?.scrollIntoView({ block: "nearest" });
		if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
		else input.removeAttribute("aria-activedescendant");
	};

	const close = () => {
		list.hidden = true;
		row = -1;
		input.setAttribute("aria-expanded", "false");
		choose();
	};

	const show = () => {
		const words = tokens(input.value).map(fold);
		const hits = find(input.value).slice(0, 8);
		list.replaceChildren(...hits.map((hit, i) => {
			const line = document.createElement("div");
			line.setAttribute("role", "row");
			const place = document.createElement("div");
			place.setAttribute("role", "gridcell");
			place.id = `hit-${i}`;
			const link = document.createElement("a");
			link.href = root + hit.url.slice(1);
			link.tabIndex = -1;
			const name = document.createElement("strong");
			name.textContent = hit.kind === 2 ? hit.page : hit.heading || hit.page;
			const where = document.createElement("span");
			where.textContent = hit.kind === 2 ? hit.heading : hit.heading ? hit.page : "";
			const text = document.createElement("span");
			text.append(...marked(hit.text, words));
			link.append(name, " ", where, " ", text);
			place.append(link);
			line.append(place);
			if (hit.kind === 2 && navigator.clipboard) {
				const side = document.createElement("div");
				side.setAttribute("role", "gridcell");
				side.id = `copy-${i}`;
				const copy = document.createElement("button");
				copy.type = "button";
				copy.className = "button";
				copy.tabIndex = -1;
				copy.textContent = box.dataset.copy ?? "";
				copy.addEventListener("click", async () => {
					await navigator.clipboard.writeText(hit.text);
					status.textContent = copy.textContent = box.dataset.copied ?? "";
				});
				side.append(copy);
				line.append(side);
			}
			return line;
		}));
		const asked = input.value.trim().length > 1;
		list.hidden = !hits.length;
		row = -1;
		choose();
		input.setAttribute("aria-expanded", String(hits.length > 0));
		status.textContent = !asked ? "" : hits.length ? (box.dataset.found ?? "").replace("{count}", String(hits.length)) : box.dataset.nothing ?? "";
	};

	input.addEventListener("input", show);
	input.addEventListener("keydown", (event) => {
		const rows = list.hidden ? 0 : list.children.length;
		if (event.key === "Escape" && rows) close();
		else if (event.key === "ArrowDown" && rows) row = (row + 1) % rows;
		else if (event.key === "ArrowUp" && rows) row = row <= 0 ? rows - 1 : row - 1;
		else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && row >= 0 && list.children[row].children.length > 1) {
			cell = event.key === "ArrowRight" ? 1 : 0;
		} else if (event.key === "Enter" && rows) {
			const cells = list.children[Math.max(0, row)].children;
			/** @type {HTMLElement} */ (cells[Math.min(row < 0 ? 0 : cell, cells.length - 1)].firstElementChild).click();
		} else return;
		if (event.key.startsWith("Arrow") && !event.key.endsWith("t")) cell = 0;
		event.preventDefault();
		if (event.key !== "Enter" && event.key !== "Escape") choose();
	});
	if (input.value) show();
}
