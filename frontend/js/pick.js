// Point at your place: a click or the arrow keys put a dot on the map and fill the form.
// A list of places in the form goes along.
for (const map of document.querySelectorAll("[data-prik]")) {
  const svg = map.querySelector("svg"),
    said = map.querySelector("[data-zin]");
  const { lon, lat, area, where } = map.closest("form").elements;
  const [west, north, east, up] = svg.dataset.maat.split(" ").map(Number);
  const [X, Y, W, H] = svg.getAttribute("viewBox").split(" ").map(Number);
  const dot = document.createElementNS(svg.namespaceURI, "circle");
  const shapes = [...svg.querySelectorAll("[data-code]")];
  let at = [X + W / 2, Y + H / 2];
  const holds = (shape) => shape.isPointInFill(new DOMPoint(...at));
  const show = () => {
    for (const [name, value] of Object.entries({ class: "ms-prik", r: 6, cx: at[0], cy: at[1] }))
      dot.setAttribute(name, value);
    svg.append(dot);
  };
  const put = (x, y) => {
    at = [Math.min(X + W, Math.max(X, x)), Math.min(Y + H, Math.max(Y, y))];
    lon.value = (west + at[0] / east).toFixed(6);
    lat.value = (north - at[1] / up).toFixed(6);
    if (where) where.value = "plek";
    const found = shapes.find(
      (shape) => holds(shape) && area?.querySelector(`[value="${shape.dataset.code}"]`),
    );
    if (found) area.value = found.dataset.code;
    said.textContent = found ? `${said.dataset.zin} ${area.selectedOptions[0].text}` : "";
    show();
  };
  map.hidden = false;
  if (lon.value && lat.value) {
    at = [(lon.value - west) * east, (north - lat.value) * up];
    show();
  }
  svg.addEventListener("click", (event) => {
    if (event.defaultPrevented) return;
    const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    put(spot.x, spot.y);
  });
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-4, 0], ArrowRight: [4, 0], ArrowUp: [0, -4], ArrowDown: [0, 4] }[event.key];
    if (step) {
      event.preventDefault();
      put(at[0] + step[0], at[1] + step[1]);
    }
  });
  // Somebody who then chooses another wijk in the list means another place.
  area?.addEventListener("change", () => {
    if (shapes.some((shape) => shape.dataset.code === area.value && holds(shape))) return;
    lon.value = lat.value = said.textContent = "";
    dot.remove();
  });
}
