// One key for each answer: 1 to 5 press the button with that number, unless somebody is typing.
"use strict";

let answered = false;
document.addEventListener("keydown", (event) => {
  if (answered || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest("input:not([type=hidden]), textarea, select")) return;
  const button = document.querySelector(`#pick [data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  answered = true;
  event.preventDefault();
  button.click();
});
