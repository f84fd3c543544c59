// The map with streets, on Leaflet. Built to a script of its own that only `frontend/js/streets.js` fetches.
import { control, geoJSON, layerGroup, map, tileLayer } from "leaflet/dist/leaflet-src.esm.js";
import { names } from "./names.js";
import { pin } from "./pins.js";

const NEAREST = 19;
const HOLLAND = [
  [50.7, 3.3],
  [53.6, 7.3],
];
const PAGES = 10; // of outlines, a hundred each
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

// Opens the map in this box. The background of another host comes only when asked for.
export const open = async (box, withStreets) => {
  const frame = box.querySelector("[data-kaart]");
  box.querySelector("[data-open-kaart]").hidden = false;
  const view = draw(frame, box.dataset, withStreets);
  if (!withStreets) frame.classList.add("is-zonder");
  leaveWithEscape(frame, view);
  if (box.querySelector("[data-vraag]")) frame.focus();
  const borders = await outlines(box.dataset, view);
  if (!withStreets) names(borders, view); // else they are on the background
  const around = borders.getBounds();
  const near = spotInAddress();
  if (near) view.setView(near, 17, { animate: false });
  else view.fitBounds(around.isValid() ? around : HOLLAND, { padding: [12, 12], animate: false });
  if (withStreets) streets(box.dataset).addTo(view); // only now: else it fetches all of Holland first
  await follow(box, frame, view);
};

const draw = (frame, { in: zoomInTitle, uit: zoomOutTitle }, withStreets) => {
  const view = map(frame, {
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
    zoomSnap: withStreets ? 1 : 0.5, // pictures are sharp at whole steps only
    minZoom: 6,
    maxZoom: NEAREST,
  });
  control.attribution({ prefix: false }).addTo(view);
  control.zoom({ zoomInTitle, zoomOutTitle, zoomOutText: "−" }).addTo(view);
  // A wheel scrolls the page, until somebody is in the map.
  view.on("focus", () => view.scrollWheelZoom.enable());
  view.on("blur", () => view.scrollWheelZoom.disable());
  return view.setView([52.2, 5.3], 7);
};

const streets = ({ tegels, dank }) => tileLayer(tegels, { maxZoom: NEAREST, attribution: escaped(dank) });

// Escape closes what is open at a point, and then leaves the map for the list.
const leaveWithEscape = (frame, view) => {
  frame.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      if (frame.querySelector(".leaflet-popup")) view.closePopup();
      else document.getElementById("lijst").focus();
    },
    true,
  );
};

// The borders of the area and of what lies in it, as a layer.
const outlines = async ({ grenzen, gebied }, view) => {
  const layer = geoJSON(null, {
    interactive: false,
    filter: (one) => one.geometry && one.geometry.type !== "Point",
    style: ({ properties }) => ({
      className: `ms-grens ms-grens--${properties.code === gebied ? "hier" : properties.soort}`,
    }),
  }).addTo(view);
  let next = grenzen;
  for (let page = 0; next && page < PAGES; page++) {
    const told = await asked(next);
    layer.addData(told);
    next = told._links?.next?.href;
  }
  layer.eachLayer((one) => one.feature.properties.code === gebied && one.bringToBack());
  return layer;
};

// Shows the points, and asks for those of another piece when single ones came as crowds.
const follow = async (box, frame, view) => {
  const said = box.querySelector("[data-bericht]");
  const points = layerGroup().addTo(view);
  let known = null; // the piece that was asked for; all of it when `whole`
  let whole = false;
  let turn = 0;
  const load = async () => {
    const piece = known ? view.getBounds().pad(0.3) : null;
    const mine = ++turn;
    const told = await asked(box.dataset.punten + (piece ? `?vak=${piece.toBBoxString()}` : ""));
    if (mine !== turn) return;
    const held = frame !== document.activeElement && frame.contains(document.activeElement);
    points.clearLayers();
    for (const one of told.features) points.addLayer(pin(one, view, box.dataset));
    if (held && !frame.contains(document.activeElement)) frame.focus();
    whole = told.heel;
    known = { bounds: piece ?? view.getBounds(), zoom: view.getZoom() };
    said.textContent = told.zin;
  };
  await load();
  view.on("moveend", () => {
    if (whole || (view.getZoom() === known.zoom && known.bounds.contains(view.getBounds()))) return;
    load().catch(() => {
      said.textContent = box.dataset.mislukt;
    });
  });
  if (!whole && spotInAddress()) await load();
};

const asked = async (url) => {
  const answer = await fetch(url, { headers: { Accept: "application/geo+json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
};

// `?bij=lon,lat`: the place of one initiative.
const spotInAddress = () => {
  const [lon, lat] = (new URLSearchParams(location.search).get("bij") ?? "").split(",").map(Number);
  return lon > 3 && lon < 8 && lat > 50 && lat < 54 ? [lat, lon] : null;
};

const escaped = (text) => {
  const span = document.createElement("span");
  span.textContent = text;
  return `© ${span.innerHTML}`;
};
