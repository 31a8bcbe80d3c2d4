// @ts-check
// Has the guide kept on the phone, and tells when a newer edition of it has come while this page was open.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const workers = navigator.serviceWorker;

if (workers && "offline" in script.dataset) {
	// The one address that this page may run as a worker (Trusted Types: the site's headers allow this policy alone).
	const address = new URL("../offline.js", script.src).href;
	const policy = window["trustedTypes"]?.createPolicy("offline", { createScriptURL: () => address });
	const register = () => workers.register(policy ? policy.createScriptURL("") : address).catch(() => {});

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
