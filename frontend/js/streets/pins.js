// A point on the map with streets: one thing is a link, more at one place is a button that names them.
import { DomEvent, divIcon, latLng, marker, popup } from "leaflet/dist/leaflet-src.esm.js";

const SIZE = 32;

export const pin = ({ geometry, properties }, view, words) => {
  const [lon, lat] = geometry.coordinates;
  const at = latLng(lat, lon);
  const { soort, naam, aantal, url } = properties;
  const sign = document.createElement(aantal > 1 ? "button" : "a");
  sign.className = `ms-straatpunt ms-straatpunt--${soort}`;
  sign.draggable = false;
  sign.title = naam;
  sign.setAttribute("aria-label", naam);
  if (aantal > 1) {
    sign.type = "button";
    sign.textContent = aantal;
    sign.addEventListener("click", () => open(properties, at, sign, view, words));
  } else sign.href = url;
  // A press on a point is no drag of the map.
  DomEvent.disableClickPropagation(sign);
  sign.addEventListener("focus", () => view.panInside(at, { padding: [SIZE, SIZE] }));
  const icon = divIcon({ html: sign, className: "ms-straatplek", iconSize: [SIZE, SIZE] });
  return marker(at, { icon, interactive: false, keyboard: false });
};

// What is known by name is named; of a crowd the map shows more nearby.
const open = ({ dingen, naam, url }, at, sign, view, words) => {
  if (!dingen.length && view.getZoom() < view.getMaxZoom()) {
    view.setView(at, Math.min(view.getZoom() + 2, view.getMaxZoom()));
    return;
  }
  const list = document.createElement("ul");
  for (const one of dingen.length ? dingen : [{ url, naam: words.alle, soort: naam }]) list.append(line(one));
  const shown = popup({ closeButton: false, maxWidth: 280, offset: [0, -10] })
    .setLatLng(at)
    .setContent(list)
    .openOn(view);
  shown.on("remove", () => sign.isConnected && sign.focus());
  list.querySelector("a").focus();
};

const line = ({ url, naam, soort }) => {
  const link = document.createElement("a");
  link.className = "nl-link";
  link.href = url;
  link.textContent = naam;
  const word = document.createElement("span");
  word.textContent = ` ${soort}`;
  const item = document.createElement("li");
  item.append(link, word);
  return item;
};
