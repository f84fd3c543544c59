// What resembles a text appears beside the form 300 ms after a pause. Without this file a button opens it.
for (const box of document.querySelectorAll("[data-lijktop]")) {
  const here = box.querySelector("[data-lijktop-hier]");
  const fields = box.dataset.lees.split(" ").map((name) => box.closest("form")?.elements[name]);
  const text = () =>
    fields
      .map((field) => field?.value ?? "")
      .join("\n")
      .trim();
  let pause;
  let asked = "";
  const look = async () => {
    const now = text();
    if (now === asked) return;
    asked = now;
    if (now.length < 4) {
      here.replaceChildren();
      return;
    }
    const query = new URLSearchParams({ tekst: now.slice(0, 600) });
    try {
      const answer = await fetch(`${box.dataset.lijktop}?${query}`);
      const html = answer.ok ? await answer.text() : "";
      if (asked === now) here.innerHTML = html;
    } catch {
      asked = "";
    }
  };
  for (const field of fields)
    field?.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(look, 300);
    });
  // Removed, not hidden: Enter in a field would press it.
  box.querySelector("[data-lijktop-knop]").remove();
}
