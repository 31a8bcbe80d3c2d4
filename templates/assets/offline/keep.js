// @ts-check
/// <reference lib="webworker" />
// Keeps the whole guide on the phone, so that it works where there is no network. An edition is kept whole or not at
// all. Pages come from the newest whole edition; what they load has the hash of its content in its name, so that what
// is on a screen is always of one edition. Before this stands, from the generator: which files, and their hashes.

/** @type {{ edition: string, away: string, files: [path: string, hash: string][] }} */
const guide = self["guide"];
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const scope = worker.registration.scope;
const ours = `trappa ${scope} `;
const name = ours + guide.edition;
const wishes = `trappa-wishes ${scope}`;
const missing = `trappa-missing ${scope}`;
const hashes = new Map(guide.files.map(([path, hash]) => [new URL(path, scope).href, hash]));

/** A picture is kept in one size, `door.960.jpg`, and shown for all of them: the network is not told what is read. */
const sizeless = (/** @type {string} */ url) => url.replace(/\.\d+(?=\.\w+$)/, "");
const pictures = new Map([...hashes.keys()].map((url) => [sizeless(url), url]));

/** As many at a time as browsers ask of one host. */
const AT_A_TIME = 6;

/** A site that was published wrongly is put right within this, ms. */
const DAY = 24 * 60 * 60 * 1000;

let hasAsked = false;

worker.addEventListener("install", (event) =>
	event.waitUntil(
		(async () => {
			try {
				await keepAll();
			} catch (error) {
				// A phone that is full gets its room back. After a bad line the next attempt goes on where this one ended.
				if (error instanceof DOMException) await caches.delete(name);
				throw error;
			}
			await worker.skipWaiting();
		})(),
	),
);

worker.addEventListener("activate", (event) =>
	event.waitUntil(
		(async () => {
			// Tabs may still show the editions before; what they load is there a while longer.
			const others = (await caches.keys()).filter((key) => key.startsWith(ours) && key !== name);
			await Promise.all(others.slice(0, -2).map((key) => caches.delete(key)));
			await worker.clients.claim();
			await renewWishes();
		})(),
	),
);

worker.addEventListener("fetch", (event) => {
	const { request } = event;
	if (request.method !== "GET" || !request.url.startsWith(scope)) return;
	event.respondWith(answer(request));
	if (request.mode === "navigate" && !hasAsked) {
		hasAsked = true;
		event.waitUntil(leaveIfGone().then((hasLeft) => hasLeft || fill()).catch(() => {}));
	}
});

// A page asks for one file on its reader's wish, and is told whether it is kept.
worker.addEventListener("message", (event) => {
	const wish = event.data?.wish;
	if (!wish) return;
	const kept = caches.open(wishes).then((cache) => keep(cache, [cache], wish[0], wish[1]));
	event.waitUntil(kept.then(() => true, () => false).then((isKept) => event.ports[0].postMessage(isKept)));
});

/** Gets all files of this edition: from the editions that are here where they have them, the rest from the network. */
async function keepAll() {
	// Among them what an earlier attempt at this edition got.
	const here = await Promise.all((await caches.keys()).filter((key) => key.startsWith(ours)).map((key) => caches.open(key)));
	const cache = await caches.open(name);
	const left = [...hashes];
	const keepNext = async () => {
		for (let file = left.shift(); file; file = left.shift()) {
			await keep(cache, here, ...file);
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_A_TIME }, keepNext));
	} catch (error) {
		left.length = 0;
		throw error;
	}
}

/** Gets again what the phone has lost of this edition. */
async function fill() {
	const kept = new Set((await (await caches.open(name)).keys()).map(({ url }) => url));
	if ([...hashes.keys()].some((url) => !kept.has(url))) await keepAll();
}

/**
 * @param {Cache} cache
 * @param {Cache[]} here
 * @param {string} url
 * @param {string} hash
 */
async function keep(cache, here, url, hash) {
	for (const other of here) {
		const kept = await other.match(url);
		if (kept && (await hashOf(kept.clone())) === hash) return cache.put(url, kept);
	}
	return cache.put(url, await fetchWhole(url, hash));
}

/**
 * The file as it was built: the page that a captive network shows instead, or a file of another edition, is refused.
 * @param {string} url
 * @param {string} hash
 */
async function fetchWhole(url, hash) {
	const response = await fetch(url, { integrity: "sha256-" + hash, cache: "no-cache" });
	if (!response.ok) throw new Error(`${response.status} ${url}`);
	// What came by way of another address may not be shown as a page (Fetch, HTTP fetch).
	return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** @param {Response} response */
async function hashOf(response) {
	const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
	return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** @param {Request} request */
async function answer(request) {
	const url = new URL(request.url);
	url.search = url.hash = "";
	const picture = request.destination === "image" ? pictures.get(sizeless(url.href)) : undefined;
	const address = picture ?? url.href.replace(/\/index\.html$/, "/");
	if (!hashes.has(address) && hashes.has(address + "/")) {
		return Response.redirect(address + "/");
	}
	try {
		const kept = await find(address);
		if (kept) return kept;
	} catch {
		// A phone that lets nothing be kept: the network has it all.
	}
	try {
		return (await mend(address)) ?? (await fetch(request));
	} catch (error) {
		// The page of what is not kept leads back to it; what stands after the number sign is told to no network.
		if (request.mode === "navigate") return Response.redirect(new URL(`${guide.away}#${request.url.slice(scope.length)}`, scope).href);
		throw error;
	}
}

/** @param {string} address */
async function find(address) {
	const kept = await caches.match(address, { cacheName: name });
	if (kept) return kept;
	if (hashes.has(address)) return undefined;
	// What pages of an edition before load, and what was kept on wish.
	for (const key of await caches.keys()) {
		const other = (key.startsWith(ours) && address.includes("/assets/")) || key === wishes;
		const found = other && (await caches.match(address, { cacheName: key }));
		if (found) return found;
	}
	return undefined;
}

/**
 * Puts back what the phone has lost of this edition; nothing where the network has another edition by now.
 * @param {string} address
 */
async function mend(address) {
	const hash = hashes.get(address);
	if (!hash) return undefined;
	try {
		const response = await fetchWhole(address, hash);
		// None is made anew: it may just have been taken away.
		if (await caches.has(name)) await (await caches.open(name)).put(address, response.clone());
		return response;
	} catch {
		return undefined;
	}
}

/** What was kept on wish follows the edition, once the network has it; the list beside it says how it is to be. */
async function renewWishes() {
	if (!(await caches.has(wishes))) return;
	const cache = await caches.open(wishes);
	for (const { url } of await cache.keys()) {
		const response = await fetch(new URL("pdf.json", url), { cache: "no-cache" }).catch(() => undefined);
		const list = response?.ok && (await response.json().catch(() => undefined));
		const file = list && list[new URL(url).pathname.split("/").pop() ?? ""];
		if (file) await keep(cache, [cache], url, file[1]).catch(() => {});
		else if (list || response?.status === 404) await cache.delete(url);
	}
}

/**
 * Where the site has moved or ended nothing is left to renew this copy, so it goes: at once where the server says that it
 * has (410), and else when it has been missing for a day. @returns {Promise<boolean>} Whether it has gone.
 */
async function leaveIfGone() {
	const answer = await fetch(new URL("offline.js", scope), { method: "HEAD", cache: "no-store", redirect: "manual" }).catch(() => undefined);
	if (answer?.ok) await caches.delete(missing);
	const isMissing = answer?.status === 404 || answer?.status === 410 || answer?.type === "opaqueredirect";
	if (!isMissing || (answer.status !== 410 && !(await isMissingForLong()))) return false;
	for (const key of await caches.keys()) {
		if (key.startsWith(ours) || key === wishes || key === missing) await caches.delete(key);
	}
	return worker.registration.unregister();
}

/** Whether it was missing a day ago as well; a clock that has been set back is no reason to wait for years. */
async function isMissingForLong() {
	const cache = await caches.open(missing);
	const since = await cache.match(scope);
	if (since) return Math.abs(Date.now() - Number(await since.text())) >= DAY;
	await cache.put(scope, new Response(`${Date.now()}`));
	return false;
}
