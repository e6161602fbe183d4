// What takes seconds says so: the button or link that was pressed bears other words until the next page comes.
"use strict";

const pressed = new Map();

function begin(mark, words) {
  pressed.set(mark, mark.textContent);
  mark.setAttribute("aria-busy", "true");
  mark.textContent = words;
}

document.addEventListener("submit", (event) => {
  const words = event.target.dataset.busy;
  if (!words || event.defaultPrevented || !event.submitter) return;
  if (event.target.querySelector("[aria-busy]")) event.preventDefault();
  else begin(event.submitter, words);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-busy]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (pressed.has(link)) event.preventDefault();
  else begin(link, link.dataset.busy);
});
addEventListener("pageshow", () => {
  for (const [mark, words] of pressed) {
    mark.textContent = words;
    mark.removeAttribute("aria-busy");
  }
  pressed.clear();
});
