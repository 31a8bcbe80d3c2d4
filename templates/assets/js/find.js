// @ts-check
// Shows the search box, and fetches its code and index when it is first used. From files there is nothing to fetch.

/** @type {HTMLElement | null} */
const box = document.querySelector("[data-search]");

if (box && location.protocol !== "file:") {
	const [code, index, start] = ["code", "index", "start"].map(
		(name) => /** @type {HTMLAnchorElement} */ (box.querySelector(`[data-${name}]`)).href,
	);
	let attempts = 0, isOpening = false;
	// On a bad line it says so, and tries again at the next letter. A module that did not come is kept as one that does not
	// come, under its whole address (HTML, module map).
	const begin = async () => {
		if (isOpening) return;
		isOpening = true;
		try {
			await (await import(attempts ? `${code}#${attempts}` : code)).open(box, index, start);
			for (const kind of ["focusin", "input"]) box.removeEventListener(kind, begin);
		} catch {
			attempts++;
			isOpening = false;
			const status = box.querySelector("[data-hits-status]");
			if (status) status.textContent = box.dataset.away ?? "";
		}
	};

	box.hidden = false;
	for (const kind of ["focusin", "input"]) box.addEventListener(kind, begin);
}
