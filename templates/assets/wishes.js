// @ts-check
// Keeps the PDFs on the phone for who wishes it, and says before how large they are. The worker fetches them, and knows
// them by their hashes; each by itself, so that a line that breaks costs one and not all.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-wishes]"));

if (place && navigator.serviceWorker && "caches" in window) {
	const scope = new URL("../", script.src).href;
	const name = "trappa-wishes " + scope;
	const { save = "", saving = "", saved = "", broken = "" } = place.dataset;
	const [keep, remove] = place.querySelectorAll("button");
	const status = /** @type {HTMLElement} */ (place.querySelector("[data-status]"));
	/** @typedef {[url: string, bytes: number, hash: string]} File */

	/** @param {File} file */
	const isKept = async ([url, , hash]) => {
		const kept = await caches.match(url, { cacheName: name });
		if (!kept) return false;
		const digest = await crypto.subtle.digest("SHA-256", await kept.arrayBuffer());
		return btoa(String.fromCharCode(...new Uint8Array(digest))) === hash;
	};

	/** What is published and not kept; nothing where there is no network to ask. @returns {Promise<File[]>} */
	const left = async () => {
		const response = await fetch("pdf.json").catch(() => undefined);
		const list = response?.ok ? await response.json() : {};
		const files = Object.entries(list).map(([file, [bytes, hash]]) => /** @type {File} */ ([new URL(file, location.href).href, bytes, hash]));
		const kept = await Promise.all(files.map(isKept));
		return files.filter((_, i) => !kept[i]);
	};

	/** @param {ServiceWorker} worker @param {File} file @returns {Promise<boolean>} */
	const ask = (worker, [url, , hash]) =>
		new Promise((done) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = (event) => done(event.data);
			worker.postMessage({ wish: [url, hash] }, [port2]);
		});

	const show = async () => {
		const files = await left();
		const hasSome = (await caches.has(name)) && (await (await caches.open(name)).keys()).length > 0;
		const megabytes = files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1e6;
		keep.textContent = save.replace("{size}", megabytes.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 }));
		keep.hidden = files.length === 0;
		remove.hidden = !hasSome;
		place.hidden = keep.hidden && remove.hidden;
		return hasSome && files.length === 0;
	};

	navigator.serviceWorker.ready.then(async ({ active }) => {
		const tell = async () => void (status.textContent = (await show()) ? saved : "");
		keep.addEventListener("click", async () => {
			if (!active) return;
			const files = await left();
			let isWhole = true;
			for (const [i, file] of files.entries()) {
				status.textContent = saving.replace("{number}", `${i + 1}`).replace("{count}", `${files.length}`);
				isWhole = (await ask(active, file)) && isWhole;
			}
			await show();
			status.textContent = isWhole ? saved : broken;
			if (keep.hidden) remove.focus();
		});
		remove.addEventListener("click", async () => {
			await caches.delete(name);
			await tell();
			keep.focus();
		});
		await tell();
	}).catch(() => {}); // A phone that lets nothing be kept is left in peace.
}
