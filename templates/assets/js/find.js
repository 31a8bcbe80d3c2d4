// @ts-check
// Shows the search box, and fetches its code and index when it is first used. From files there is nothing to fetch.

/** @type {HTMLElement | null} */
const box = document.querySelector("[data-search]");

if (box && location.protocol !== "file:") {
	const [code, index, start] = ["code", "index", "start"].map(
		(name) => /** @type {HTMLAnchorElement} */ (box.querySelector(`[data-${name}]`)).href,
	);
	box.hidden = false;
	box.addEventListener("focusin", () => import(code).then((search) => search.open(box, index, start)), { once: true });
}
