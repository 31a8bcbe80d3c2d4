// @ts-check
// Before the first paint: the looks that the reader has chosen. The only thing that is kept on a phone by wish of its owner.
try { document.documentElement.dataset.looks = localStorage.getItem("looks") ?? ""; } catch {}
