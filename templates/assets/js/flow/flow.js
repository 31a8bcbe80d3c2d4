// @ts-check
// The flow, one section at a time. The page works without this: answers are links to sections. What is added here is
// focus, the number so far, answers that can be changed, keys, sharing. The answers are kept in this script's memory
// alone: the address never changes, and what the browser's history keeps is how many questions back, not which.

/** @typedef {{ at: Element, asked: [Element, number][], later: Map<string, number> }} Place */

const flow = document.querySelector("[data-flow]");
const begin = flow?.querySelector(".begin");

// A browser of before cascade layers shows all sections, and its links lead from one to the other.
if (flow && begin && "CSSLayerBlockRule" in window) {
	const notice = /** @type {HTMLElement} */ (flow.querySelector("[data-notice]"));
	const soFar = /** @type {HTMLElement} */ (flow.querySelector("[data-so-far]"));
	const words = soFar.querySelector("ol");
	const clean = location.pathname + location.search;
	let moved = 0;
	const calm = matchMedia("(prefers-reduced-motion: reduce)");

	/** Where one has been since the last beginning. @type {Place[]} */
	let places = [{ at: begin, asked: [], later: new Map() }];
	let now = 0;
	/** What the browser's history keeps is a place's number; those from before the last beginning are below this. */
	let first = 0;

	/** @param {"pushState" | "replaceState"} how */
	const note = (how) => {
		try {
			history[how](first + now, "", clean);
		} catch {
			// A page from a file may not in every browser: then Back leaves the page.
		}
	};

	/** @param {string} hash */
	const sectionOf = (hash) => {
		const found = hash.length > 1 && document.getElementById(hash.slice(1));
		return found && found.parentElement === flow && found !== soFar ? found : null;
	};

	/** @param {Element} section */
	const answersOf = (section) => /** @type {HTMLAnchorElement[]} */ ([...section.querySelectorAll("[data-answer]")]);

	const forget = () => flow.querySelector(":scope > .next")?.classList.remove("next", "laid");

	const show = () => {
		const { at, asked } = places[now];
		forget();
		flow.querySelector(":scope > .seen")?.classList.remove("seen");
		at.classList.add("seen");
		const live = at === begin ? "" : "on";
		if (flow.getAttribute("data-live") !== live) flow.setAttribute("data-live", live);

		const count = at.querySelector("[data-count]");
		if (count instanceof HTMLElement) count.textContent = (count.dataset.count ?? "").replace("{number}", `${asked.length + 1}`);
		const given = asked.map(([section, answer]) => `${section.id}.${answer}`);
		for (const reminder of at.querySelectorAll("[data-after]")) {
			// Someone who came straight here by a link has no way: then all of them may matter.
			/** @type {HTMLElement} */ (reminder).hidden = asked.length > 0 && !given.includes(reminder.getAttribute("data-after") ?? "");
		}

		soFar.hidden = asked.length === 0;
		words?.replaceChildren(...asked.map(([section, answer], i) => {
			const line = document.createElement("li");
			const change = document.createElement("button");
			const about = section.getAttribute("data-about") ?? "";
			change.type = "button";
			change.className = "button";
			change.textContent = soFar.dataset.change ?? "";
			change.setAttribute("aria-label", (soFar.dataset.changeAnswer ?? "").replace("{about}", about));
			change.addEventListener("click", () => {
				const later = new Map(asked.slice(i + 1).map(([s, a]) => [s.id, a]));
				go({ at: section, asked: asked.slice(0, i), later });
			});
			line.append(`${about}: ${answersOf(section)[answer].textContent}`, change);
			return line;
		}));
	};

	const move = () => {
		moved = performance.now();
		show();
		const { at } = places[now];
		// Before the focus: a browser remarks on focus in what it has yet to find out is shown.
		if (flow.getBoundingClientRect().top < 0) flow.scrollIntoView();
		at.querySelector("h2")?.focus({ preventScroll: true });
		if (!notice.hidden) notice.hidden = true;
	};

	// A browser takes a picture of what was there first, and shows what comes a frame or two later: for whoever goes back,
	// not for whoever has just tapped an answer and waits for the next question (the style sheet lets that one appear).
	const moveGently = () => {
		if (document.startViewTransition && !calm.matches) document.startViewTransition(move);
		else move();
	};

	/** @param {Place} place */
	const go = (place) => {
		places.splice(++now, Infinity, place);
		note("pushState");
		move();
	};

	/** @param {Element} section @param {number} choice */
	const answer = (section, choice) => {
		const asked = [...places[now].asked];
		const later = places[now].later;
		/** @type {Element | null} */
		let at = section;
		// Answers given before are kept as long as the way meets their questions.
		for (let next = /** @type {number | undefined} */ (choice); at && next !== undefined; next = later.get(at?.id ?? "")) {
			asked.push([at, next]);
			at = sectionOf(answersOf(at)[next].hash);
		}
		if (at) go({ at, asked, later });
	};

	/** @param {string} [said] */
	const restart = (said) => {
		first += places.length;
		places = [places[0]];
		now = 0;
		note("replaceState");
		move();
		notice.textContent = said ?? "";
		notice.hidden = !said;
	};

	/** The link that was pointed at and the section it leads to. @param {Event} event @returns {[HTMLAnchorElement, Element] | []} */
	const pointedAt = (event) => {
		const link = event.target instanceof Element && event.target.closest("a");
		const target = link && link.getAttribute("href")?.startsWith("#") ? sectionOf(link.hash) : null;
		return link && target ? [link, target] : [];
	};

	// While the finger is still down, what it points at is laid out, unseen: the tap then has only to show it.
	// How long that takes is measured by tests/tools/flow-speed.mjs.
	flow.addEventListener("pointerdown", (event) => {
		const [, target] = pointedAt(event);
		if (!target || target === places[now].at || target.classList.contains("laid")) return;
		forget();
		target.classList.add("next");
		target.querySelector("h2")?.getBoundingClientRect();
		target.classList.add("laid");
	});

	flow.addEventListener("click", (event) => {
		const [link, target] = pointedAt(event);
		if (!link || !target) return;
		event.preventDefault();
		// The second of two quick taps is meant for what was there before.
		const section = link.closest("section");
		if (section !== places[now].at || (event.detail > 1 && performance.now() - moved < 300)) return;
		if (target === begin) restart();
		else if ("answer" in link.dataset) answer(section, answersOf(section).indexOf(link));
		else go({ at: target, asked: [], later: new Map() });
	});

	// Keys only while focus is in the question: WCAG 2.2 SC 2.1.4.
	flow.addEventListener("keydown", (event) => {
		const key = /** @type {KeyboardEvent} */ (event);
		const section = places[now].at;
		const links = /** @type {HTMLAnchorElement[]} */ ([...section.querySelectorAll(".answers a")]);
		if (key.ctrlKey || key.altKey || key.metaKey || !links.length || !section.contains(/** @type {Node} */ (key.target))) return;
		const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key.key];
		if (step) {
			const from = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
			links[from < 0 ? (step > 0 ? 0 : links.length - 1) : (from + step + links.length) % links.length].focus();
		} else if (links[Number(key.key) - 1]) links[Number(key.key) - 1].click();
		else return;
		key.preventDefault();
	});

	addEventListener("popstate", (event) => {
		if (typeof event.state !== "number") return;
		now = places[event.state - first] ? event.state - first : 0;
		moveGently();
	});

	// An address that somebody wrote, or a link from another page.
	const arrive = () => {
		const target = sectionOf(location.hash);
		if (target && target !== begin) {
			places = [places[0], { at: target, asked: [], later: new Map() }];
			now = 1;
			note("replaceState");
			move();
		} else if (target) restart();
		else if (location.hash.length > 1 && !document.getElementById(location.hash.slice(1))) restart(notice.dataset.noSuch);
	};
	addEventListener("hashchange", arrive);

	for (const button of /** @type {NodeListOf<HTMLElement>} */ (flow.querySelectorAll("[data-share-outcome]"))) {
		const outcome = button.closest("section");
		if (!outcome || !navigator.share) continue;
		button.hidden = false;
		button.addEventListener("click", () => {
			const said = [...outcome.querySelectorAll("h2, .lead, h3, [data-words], li")].filter((part) => !part.closest("dl, .again"));
			const text = said.map((part) => (part.textContent ?? "").replace(/\u00AD/g, "").trim()).join("\n");
			navigator.share({ text }).catch(() => {});
		});
	}

	show();
	if (location.hash.length > 1) arrive();
	else if (history.state > 0) {
		first = history.state;
		restart(notice.dataset.forgotten);
	} else note("replaceState");
}
