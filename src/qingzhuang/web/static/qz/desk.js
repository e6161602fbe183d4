// What htmx cannot say by itself: a field that was not saved keeps its words, and says so beside it.
"use strict";

function beside(element, words) {
  const row = element && element.closest("[id^='r-']");
  const place = row && row.querySelector("[id^='m-']");
  if (!place) return;
  const mark = place.querySelector("input");
  place.classList.add("q__s--no");
  place.replaceChildren(mark, document.createTextNode(words));
}

document.addEventListener("htmx:sendError", (event) =>
  beside(event.target, "没有存上，现在没有网。写的字还在；有网以后按“都存下”。"));
document.addEventListener("htmx:responseError", (event) =>
  beside(event.target, "没有存上。写的字还在；等一会儿按“都存下”再试。"));
document.addEventListener("htmx:beforeSwap", (event) => {
  const answered = new URL(event.detail.xhr.responseURL || location.href);
  if (!answered.pathname.startsWith("/door/")) return;
  event.detail.shouldSwap = false;
  beside(event.target, "离开得久了，要重新进来。写的字还在；在另一个窗口进来，回到这里按“都存下”。");
});
