// @ts-check
// Has the guide kept on the phone, and tells when a newer edition of it has come while this page was open.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const workers = navigator.serviceWorker;

if (workers && "offline" in script.dataset) {
	// The one address that this page may run as a worker (Trusted Types: the site's headers allow this policy alone).
	const address = new URL("../offline.js", script.src).href;
	const policy = window["trustedTypes"]?.createPolicy("offline", { createScriptURL: () => address });
	const register = async () => {
		try {
			await workers.register(policy ? policy.createScriptURL("") : address);
		} catch {
			// A browser that lets no worker run shows the pages all the same.
		}
	};

	// What the page itself needs comes first on a bad line.
	if (document.readyState === "complete") register();
	else addEventListener("load", register);

	const news = document.querySelector("[data-news]");
	let isKept = !!workers.controller;
	workers.addEventListener("controllerchange", () => {
		if (news && isKept) /** @type {HTMLElement} */ (news).hidden = false;
		isKept = true;
	});
	news?.querySelector("button")?.addEventListener("click", () => location.reload());
}

// The page of what is not kept leads to what was asked for, which the worker has put after the number sign.
const again = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-again]"));
if (again && location.hash) {
	again.href = new URL("./" + location.hash.slice(1), new URL("../", script.src)).href;
	again.hidden = false;
}
