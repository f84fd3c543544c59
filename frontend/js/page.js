// Small comforts; without this file every page works.
// Menus fold shut with Escape or a click beside them.
const menus = document.querySelectorAll(".ms-menu, .ms-zetel");
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus)
    if (menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
});
addEventListener("click", (event) => {
  for (const menu of menus) if (menu.open && !menu.contains(event.target)) menu.open = false;
});
// After a mistake in a form the list of mistakes gets the focus.
document.querySelector("[data-fouten]")?.focus();
// A form is sent once, also by a double click.
addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.bezig) event.preventDefault();
  else if (event.target.method === "post") event.target.dataset.bezig = "1";
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.bezig;
});
// Paper shows what is folded shut, also from a browser whose style cannot open it.
const shut = [...document.querySelectorAll("main details:not([open])")];
addEventListener("beforeprint", () => {
  for (const fold of shut)
    if (!fold.open) {
      fold.open = true;
      fold.dataset.dicht = "";
    }
});
addEventListener("afterprint", () => {
  for (const fold of shut)
    if ("dicht" in fold.dataset) {
      fold.open = false;
      delete fold.dataset.dicht;
    }
});
// Print buttons show themselves only where they work.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
// Where the device can share, a button does that.
for (const button of document.querySelectorAll("[data-deel]"))
  if (navigator.share) {
    button.hidden = false;
    button.addEventListener("click", () => navigator.share({ url: button.dataset.deel }).catch(() => {}));
  }
