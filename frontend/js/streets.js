// The map with streets: its script is fetched only when somebody asks for it.
for (const box of document.querySelectorAll("[data-straten]")) {
  const ask = box.querySelector("[data-vraag]");
  const open = async (withStreets) => {
    if (ask) ask.hidden = true;
    try {
      const { open } = await import(box.dataset.straten);
      await open(box, withStreets);
    } catch {
      box.querySelector("[data-bericht]").textContent = box.dataset.mislukt;
    }
  };
  box.querySelector("[data-zonder]").hidden = true;
  if (ask) {
    ask.hidden = false;
    for (const button of ask.querySelectorAll("button"))
      button.addEventListener("click", () => open(button.dataset.open === "met"));
  } else open(false);
}
