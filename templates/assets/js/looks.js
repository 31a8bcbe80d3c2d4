// @ts-check
// Lets the reader choose colours and the size of text. The choice is kept in this browser and nowhere else.

/** @type {HTMLDetailsElement | null} */
const box = document.querySelector("[data-choose-looks]");
const page = document.documentElement;

// A browser of before cascade layers shows the plain page, which has no looks to choose.
if (box && "CSSLayerBlockRule" in window) {
	/** @type {NodeListOf<HTMLInputElement>} */
	const choices = box.querySelectorAll("input");
	const chosen = (page.dataset.looks ?? "").split(" ");
	for (const choice of choices) choice.checked = choice.value ? chosen.includes(choice.value) : choice.checked;

	/** The browser's own bar has the colour of the page. */
	const tint = () => {
		for (const meta of /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll("meta[name=theme-color]"))) meta.content = getComputedStyle(page).backgroundColor;
	};
	if (chosen.includes("light") || chosen.includes("dark")) tint();

	box.hidden = false;
	box.addEventListener("change", () => {
		const looks = [...choices].filter((choice) => choice.checked && choice.value).map((choice) => choice.value).join(" ");
		page.dataset.looks = looks;
		tint();
		try {
			if (looks) localStorage.setItem("looks", looks);
			else localStorage.removeItem("looks");
		} catch {
			// A browser that keeps nothing: the choice holds as long as the page is open.
		}
	});
}
