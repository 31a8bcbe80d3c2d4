// @ts-check
// The box: a combobox with a grid (WAI-ARIA Authoring Practices, "Editable Combobox with Grid Popup").

// Of a passage so many pieces are shown, every other a word, from a little before where most of them are marked.
const SHOWN_WORDS = 60, BEFORE = 16, AROUND = 40;

/** @param {string} url */
async function fetchIndex(url) {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${response.status} ${url}`);
	return response.json();
}

/** @param {string} name @param {Record<string, any>} properties @param {(string | Node)[]} children */
function element(name, properties, ...children) {
	const made = Object.assign(document.createElement(name), properties);
	if (properties.role) made.setAttribute("role", properties.role);
	made.append(...children);
	return made;
}

/** Opens the box; fails where the index does not come. @param {HTMLElement} box @param {string} index @param {string} start */
async function open(box, index, start) {
	const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
	const list = /** @type {HTMLElement} */ (box.querySelector("[role=grid]"));
	const status = /** @type {HTMLElement} */ (box.querySelector("[data-hits-status]"));
	const data = await fetchIndex(index);
	/** @type {(asked: string) => Hits | Promise<Hits>} */
	const find = data.v ? inParts(data, index) : engine(data);
	const root = start.endsWith("index.html") ? start.slice(0, -10) : start;
	let row = -1, cell = 0;

	/** The words of a text around what was asked for, that marked. @param {string} text @param {(word: string) => boolean} marks */
	const marked = (text, marks) => {
		// Words stand at odd places.
		const parts = text.split(/([\p{L}\p{N}]+)/u);
		const isMarked = parts.map((part, i) => i % 2 === 1 && marks(fold(part.toLowerCase())));
		const counts = isMarked.map((is, i) => is ? isMarked.slice(i, i + AROUND).filter(Boolean).length : 0);
		const from = Math.max(0, counts.indexOf(Math.max(...counts)) - BEFORE);
		const nodes = parts.slice(from, from + SHOWN_WORDS).map((part, i) => isMarked[from + i] ? element("mark", {}, part) : part);
		return [from > 0 ? "… " : "", ...nodes, from + SHOWN_WORDS < parts.length ? " …" : ""];
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

	/** @param {boolean} isOpen */
	const unfold = (isOpen) => {
		list.hidden = !isOpen;
		input.setAttribute("aria-expanded", String(isOpen));
	};

	const close = () => {
		unfold(false);
		row = -1;
		status.textContent = "";
		choose();
	};

	/** @param {Passage} hit @param {number} i @param {(word: string) => boolean} marks */
	const rowOf = (hit, i, marks) => {
		const isQuote = hit.kind === QUOTE;
		const link = element("a", { href: root + hit.url.slice(1), tabIndex: -1 },
			element("strong", {}, ...marked(isQuote ? hit.page : hit.heading || hit.page, marks)), " ",
			element("span", {}, isQuote ? hit.heading : hit.heading ? hit.page : ""), " ",
			element("span", {}, ...marked(hit.text, marks)));
		const line = element("div", { role: "row" }, element("div", { role: "gridcell", id: `hit-${i}` }, link));
		if (isQuote && navigator.clipboard) {
			const copy = element("button", { type: "button", className: "button", tabIndex: -1 }, box.dataset.copy ?? "");
			copy.addEventListener("click", async () => {
				try {
					await navigator.clipboard.writeText(hit.text);
				} catch {
					return; // The phone's owner said no.
				}
				status.textContent = copy.textContent = box.dataset.copied ?? "";
			});
			line.append(element("div", { role: "gridcell", id: `copy-${i}` }, copy));
		}
		return line;
	};

	/** @param {Hits} hits @param {string} [without] What is said where there are none. */
	const show = (hits, without = box.dataset.nothing) => {
		list.replaceChildren(...hits.slice(0, SHOWN).map((hit, i) => rowOf(hit, i, hits.marks ?? (() => false))));
		row = -1;
		choose();
		unfold(hits.length > 0);
		status.textContent = input.value.trim().length < 2 ? "" : hits.length ? (box.dataset.found ?? "").replace("{count}", String(list.children.length)) : without ?? "";
	};

	const search = () => {
		const asked = input.value;
		const found = find(asked);
		if (Array.isArray(found)) return show(found);
		found.then((hits) => asked === input.value && show(hits), () => show([], box.dataset.away));
	};

	input.addEventListener("input", search);
	input.addEventListener("keydown", (event) => {
		if (event.key === "Tab" && !list.hidden) return close();
		if (event.key === "ArrowDown" && list.hidden && list.children.length) unfold(true);
		const rows = list.hidden ? 0 : list.children.length;
		if (event.key === "Escape" && rows) close();
		else if (event.key === "ArrowDown" && rows) row = (row + 1) % rows;
		else if (event.key === "ArrowUp" && rows) row = row <= 0 ? rows - 1 : row - 1;
		else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && row >= 0 && list.children[row].children.length > 1) {
			cell = (event.key === "ArrowRight") === (getComputedStyle(list).direction === "ltr") ? 1 : 0;
		} else if (event.key === "Enter" && rows) {
			const cells = list.children[Math.max(0, row)].children;
			/** @type {HTMLElement} */ (cells[Math.min(row < 0 ? 0 : cell, cells.length - 1)].firstElementChild).click();
		} else return;
		if (event.key.startsWith("Arrow") && !event.key.endsWith("t")) cell = 0;
		event.preventDefault();
		if (event.key !== "Enter" && event.key !== "Escape") choose();
	});
	if (input.value) search();
}

export { engine, inParts, open };
