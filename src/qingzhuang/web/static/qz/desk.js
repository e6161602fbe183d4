// What htmx cannot say by itself: a field that was not saved keeps its words, and says so beside it.
"use strict";

const answers = document.getElementById("answers");

function beside(element, words) {
  const row = element && element.closest("[id^='r-']");
  const place = row && row.querySelector("[id^='m-']");
  if (!place) return;
  const mark = place.querySelector("input");
  place.classList.add("q__s--no");
  place.replaceChildren(mark, document.createTextNode(words));
}

document.addEventListener("htmx:responseError", (event) =>
  beside(event.target, event.detail.xhr.status === 403 ? answers.dataset.old : answers.dataset.failed));
document.addEventListener("htmx:beforeSwap", (event) => {
  const answered = new URL(event.detail.xhr.responseURL || location.href);
  if (!answered.pathname.startsWith("/door/")) return;
  event.detail.shouldSwap = false;
  beside(event.target, answers.dataset.away);
});
