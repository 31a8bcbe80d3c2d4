// @ts-check
// Copies a quote's words as one would type them: no soft hyphens, plain spaces.

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll("[data-copy]");

for (const button of buttons) {
	const words = button.closest("[data-quote]")?.querySelector("[data-words]");
	if (!words || !navigator.clipboard) continue;
	const label = button.textContent;
	let timer = 0;

	button.hidden = false;
	button.addEventListener("click", async () => {
		const text = (words.textContent ?? "").replace(/\u00AD/g, "").replace(/\s+/g, " ").trim();
		try {
			await navigator.clipboard.writeText(text);
		} catch {
			// The phone's owner said no: the words are marked, to be copied by hand.
			getSelection()?.selectAllChildren(words);
			return;
		}

		// What the button now says is also said aloud, and both are taken back.
		const status = document.querySelector("[data-status]");
		button.textContent = button.dataset.copy ?? label;
		if (status) status.textContent = button.textContent;
		clearTimeout(timer);
		timer = setTimeout(() => {
			button.textContent = label;
			if (status) status.textContent = "";
		}, 3000);
	});
}
