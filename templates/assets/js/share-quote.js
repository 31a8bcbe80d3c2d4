// @ts-check
// Hands a quote's words to the phone's own sheet, where it has one.

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll("[data-share]");

for (const button of buttons) {
	const words = button.closest("[data-quote]")?.querySelector("[data-words]");
	if (!words || !navigator.share) continue;

	button.hidden = false;
	button.addEventListener("click", () => {
		const text = (words.textContent ?? "").replace(/\u00AD/g, "").replace(/\s+/g, " ").trim();
		// Someone who changes their mind is no error.
		navigator.share({ text }).catch(() => {});
	});
}
