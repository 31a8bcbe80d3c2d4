// @ts-check
// Which cards to print and how many of each. The sheets that stand in the page are laid anew; nothing is kept, and
// without this they are printed as they are.

const chooser = /** @type {HTMLElement | null} */ (document.querySelector("[data-chooser]"));
const home = document.querySelector("[data-sheets]");

if (chooser && home) {
	const { sides, sheet: name = "", sum = "", nothing = "" } = chooser.dataset;
	const columns = Number(chooser.dataset.columns), rows = Number(chooser.dataset.rows);
	const counts = /** @type {NodeListOf<HTMLInputElement>} */ (chooser.querySelectorAll("[data-count]"));
	const test = /** @type {HTMLInputElement | null} */ (chooser.querySelector("[data-test]"));
	const status = /** @type {HTMLElement} */ (chooser.querySelector("[data-status]"));
	const tests = [...(document.querySelector("[data-test-sheets]")?.children ?? [])];
	const [first, second] = home.children;
	const fronts = /** @type {HTMLElement[]} */ ([...home.querySelectorAll("[data-front]")]);
	const backs = fronts.map((front) => /** @type {HTMLElement} */ (document.getElementById(front.dataset.front ?? "")));

	/** @param {string} which */
	const number = (which) => {
		const input = /** @type {HTMLInputElement | null} */ (chooser.querySelector(which));
		return Math.max(Number(input?.min), Math.min(Number(input?.max), input?.valueAsNumber || 0));
	};

	/** A sheet like another, without its cards. @param {Element} like @param {number} place */
	const empty = (like, place) => {
		const sheet = /** @type {HTMLElement} */ (like.cloneNode(false));
		sheet.append(/** @type {Element} */ (like.firstElementChild).cloneNode(true));
		sheet.setAttribute("aria-label", name.replace("{number}", `${place}`));
		return sheet;
	};

	/** @param {Element} sheet @param {HTMLElement} card @param {number} column @param {number} row @param {string} id */
	const put = (sheet, card, column, row, id) => {
		const copy = /** @type {HTMLElement} */ (card.cloneNode(true));
		copy.className = `card c${column} r${row}`;
		if (copy.id) copy.id = id;
		else if (copy.hasAttribute("aria-owns")) copy.setAttribute("aria-owns", id);
		sheet.append(copy);
	};

	/** @param {number[]} chosen */
	const lay = (chosen) => {
		/** @type {HTMLElement[]} */
		const sheets = [];
		const pairs = sides === "one" ? Math.max(1, Math.floor(columns / 2)) : columns;
		chosen.forEach((card, i) => {
			const place = i % (pairs * rows), row = Math.floor(place / pairs), column = place % pairs;
			if (place === 0) {
				sheets.push(empty(first, sheets.length + 1));
				if (sides !== "one") sheets.push(empty(second, sheets.length + 1));
			}
			const id = `${backs[card].id}-${i}`;
			if (sides === "one") {
				put(sheets[sheets.length - 1], fronts[card], column * 2, row, id);
				put(sheets[sheets.length - 1], backs[card], column * 2 + 1, row, id);
				return;
			}
			put(sheets[sheets.length - 2], fronts[card], column, row, id);
			const [behind, below] = sides === "long" ? [columns - 1 - column, row] : [column, rows - 1 - row];
			put(sheets[sheets.length - 1], backs[card], behind, below, id);
		});
		return sheets;
	};

	const show = () => {
		const chosen = [...counts].flatMap((count, card) => Array(Math.max(0, Math.min(99, Math.floor(count.valueAsNumber || 0)))).fill(card));
		const sheets = test?.checked ? /** @type {HTMLElement[]} */ (tests.map((sheet) => sheet.cloneNode(true))) : lay(chosen);
		// Where the printer puts the back is not where it should be: then all of it is moved, marks and ruler too.
		for (const sheet of sheets.filter((each) => test && /turned/.test(each.className))) {
			sheet.style.setProperty("overflow", "clip");
			for (const part of sheet.children) /** @type {HTMLElement} */ (part).style.setProperty("translate", `${number("[data-right]")}mm ${number("[data-down]")}mm`);
		}
		home.replaceChildren(...sheets);
		status.textContent = test?.checked ? "" : chosen.length ? sum.replace("{cards}", `${chosen.length}`).replace("{sheets}", `${sheets.length / (sides === "one" ? 1 : 2)}`) : nothing;
		/** @type {HTMLButtonElement} */ (chooser.querySelector("[data-print]")).disabled = sheets.length === 0;
	};

	chooser.hidden = false;
	chooser.addEventListener("input", show);
	chooser.addEventListener("click", (event) => {
		const button = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("button")) : null;
		if (button?.dataset.each) {
			for (const count of counts) count.value = button.dataset.each;
			show();
		} else if (button) print();
	});
}
