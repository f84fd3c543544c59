// An initiative that is pointed at in the list lights up on the map, and the other way round.
const light = (event) => {
  for (const one of document.querySelectorAll(".is-licht")) one.classList.remove("is-licht");
  const url = event.target.closest?.(".ms-punt, .ms-init")?.getAttribute("href");
  for (const one of url ? document.querySelectorAll(".ms-punt, .ms-init") : [])
    if (one.getAttribute("href") === url) one.classList.add("is-licht");
};
if (document.querySelector(".ms-kaart__svg"))
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, light);
// The map: zoom and drag on top of a map that works as links. Sets the viewBox and the scale --k of the points.
for (const map of document.querySelectorAll(".ms-kaart")) {
  const svg = map.querySelector(".ms-kaart__svg");
  const buttons = map.querySelector(".ms-kaart__knoppen");
  if (!svg || !buttons) continue;
  const [X, Y, W, H] = svg.getAttribute("viewBox").split(" ").map(Number);
  const narrow = matchMedia("(max-width: 40rem)");
  const phone = svg.querySelector(".ms-kaart__smal"),
    rings = phone?.nextElementSibling;
  let x = X,
    y = Y,
    zoom = 1,
    drag = null;
  const draw = () => {
    svg.setAttribute("viewBox", `${x} ${y} ${W / zoom} ${H / zoom}`);
    svg.style.setProperty("--k", (narrow.matches ? 2.05 : 1.15) / zoom ** 0.8);
    svg.style.setProperty("--zoom", zoom); // names keep their size
    if (phone) zoom > 1.5 ? phone.remove() : rings.before(phone); // near enough: clusters fall apart in rings
  };
  const go = (centreX, centreY, to) => {
    zoom = Math.min(8, Math.max(1, to));
    x = X + Math.min(W - W / zoom, Math.max(0, centreX - X - W / zoom / 2));
    y = Y + Math.min(H - H / zoom, Math.max(0, centreY - Y - H / zoom / 2));
    draw();
  };
  const centre = () => [x + W / zoom / 2, y + H / zoom / 2];
  buttons.hidden = false;
  buttons.addEventListener("click", (event) => {
    const how = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (how) go(...centre(), { in: zoom * 1.6, uit: zoom / 1.6, heel: 1 }[how]);
  });
  svg.addEventListener("pointerdown", (event) => {
    if (zoom > 1) drag = { x: event.clientX, y: event.clientY, from: centre(), far: false };
  });
  addEventListener("pointermove", (event) => {
    if (!drag) return;
    const unit = W / zoom / svg.clientWidth;
    const dx = event.clientX - drag.x,
      dy = event.clientY - drag.y;
    drag.far ||= Math.hypot(dx, dy) > 5;
    go(drag.from[0] - dx * unit, drag.from[1] - dy * unit, zoom);
  });
  // A finger that scrolls on ends in a cancel, never in an up.
  for (const end of ["pointerup", "pointercancel"])
    addEventListener(end, () =>
      setTimeout(() => {
        drag = null;
      }),
    );
  svg.addEventListener(
    "click",
    (event) => {
      if (drag?.far) event.preventDefault();
    },
    true,
  );
  narrow.addEventListener("change", draw);
}
