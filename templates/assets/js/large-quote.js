// @ts-check
// Shows a quote over the whole screen, to be read across a table, and keeps the screen awake meanwhile.

/** @type {HTMLDialogElement | null} */
const dialog = document.querySelector("[data-large-view]");
const place = dialog?.querySelector("[data-large-words]");
const close = dialog?.querySelector("button");

/** @type {Promise<WakeLockSentinel | undefined> | undefined} */
let lock;

/** Asks for a wake lock; a phone that refuses (low battery) is left in peace. */
function stayAwake() {
	if (dialog?.open && document.visibilityState === "visible") {
		lock = navigator.wakeLock?.request("screen").catch(() => undefined);
	}
}

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll("[data-large]");

if (dialog && place && close && "showModal" in dialog) {
	for (const button of buttons) {
		const words = button.closest("[data-quote]")?.querySelector("[data-words]");
		if (!words) continue;

		button.hidden = false;
		button.addEventListener("click", () => {
			place.textContent = words.textContent;
			dialog.showModal();
			// What has focus is at the foot; a long quote is read from its beginning.
			dialog.scrollTop = 0;
			stayAwake();
		});
	}

	close.hidden = false;
	close.addEventListener("click", () => dialog.close());
	dialog.addEventListener("close", async () => (await lock)?.release());
	// The browser lets the lock go when the page is out of sight.
	document.addEventListener("visibilitychange", stayAwake);
}
