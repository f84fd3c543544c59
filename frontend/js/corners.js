// Draw an area: each click on the map is a corner. The list of points below it is the same, for who types.
for (const map of document.querySelectorAll("[data-hoeken]")) {
  const svg = map.querySelector("svg"),
    said = map.querySelector("[data-zin]");
  const list = map.closest("form").elements.points;
  const [west, north, east, up] = svg.dataset.maat.split(" ").map(Number);
  const [X, Y, W, H] = svg.getAttribute("viewBox").split(" ").map(Number);
  const make = (name, css) => {
    const node = document.createElementNS(svg.namespaceURI, name);
    node.setAttribute("class", css);
    return node;
  };
  const shape = make("polygon", "ms-hoeken"),
    dot = make("circle", "ms-prik");
  dot.setAttribute("r", 4);
  let at = [X + W / 2, Y + H / 2];
  const lines = () => list.value.split("\n").filter((line) => line.trim());
  const degrees = (line) =>
    (line.match(/-?\d+(?:[.,]\d+)?/g) || [])
      .map((one) => Number(one.replace(",", ".")))
      .sort((a, b) => a - b);
  const show = () => {
    const corners = lines()
      .map(degrees)
      .filter((pair) => pair.length === 2)
      .map(([lon, lat]) => `${(lon - west) * east},${(north - lat) * up}`);
    shape.setAttribute("points", corners.join(" "));
    svg.append(shape, dot);
    dot.setAttribute("cx", at[0]);
    dot.setAttribute("cy", at[1]);
    said.textContent = corners.length ? `${corners.length} ${said.dataset.zin}` : "";
  };
  const write = (all) => {
    list.value = all.join("\n");
    show();
  };
  const put = () => {
    const [lon, lat] = [west + at[0] / east, north - at[1] / up];
    write([...lines(), `${lon.toFixed(6)} ${lat.toFixed(6)}`.replaceAll(".", ",")]);
  };
  const undo = () => write(lines().slice(0, -1));
  map.hidden = false;
  show();
  svg.addEventListener("click", (event) => {
    if (event.defaultPrevented) return;
    const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    at = [spot.x, spot.y];
    put();
  });
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-4, 0], ArrowRight: [4, 0], ArrowUp: [0, -4], ArrowDown: [0, 4] }[event.key];
    if (!step && event.key !== "Enter" && event.key !== "Backspace") return;
    event.preventDefault();
    if (event.key === "Enter") return put();
    if (event.key === "Backspace") return undo();
    at = [Math.min(X + W, Math.max(X, at[0] + step[0])), Math.min(Y + H, Math.max(Y, at[1] + step[1]))];
    show();
  });
  map.querySelector("button").addEventListener("click", undo);
  list.addEventListener("input", show);
}
