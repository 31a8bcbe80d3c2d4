// @ts-check
/// <reference lib="webworker" />
// Takes away what an earlier edition of the site kept on the phone, and then itself.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (event) =>
	event.waitUntil(
		(async () => {
			for (const key of await caches.keys()) {
				if (key.startsWith(`trappa ${scope} `) || key === `trappa-wishes ${scope}` || key === `trappa-missing ${scope}`) await caches.delete(key);
			}
			await worker.registration.unregister();
		})(),
	),
);
