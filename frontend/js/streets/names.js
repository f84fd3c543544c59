// Names of wijken, and nearer by those of buurten, where there is room for them. For the eye: the list says them too.
import { divIcon, layerGroup, marker } from "leaflet/dist/leaflet-src.esm.js";

const NEAR = 14; // from this zoom the names of buurten
const LETTER = 8; // pixels, about

export const names = (borders, view) => {
  const signs = layerGroup().addTo(view);
  const show = () => {
    signs.clearLayers();
    const wanted = view.getZoom() >= NEAR ? "buurt" : "wijk";
    borders.eachLayer((one) => {
      const { naam, soort } = one.feature.properties;
      if (soort === wanted && width(one, view) > naam.length * LETTER) signs.addLayer(sign(naam, one));
    });
  };
  view.on("zoomend", show);
  show();
};

const width = (one, view) => {
  const bounds = one.getBounds();
  return view.latLngToLayerPoint(bounds.getNorthEast()).x - view.latLngToLayerPoint(bounds.getSouthWest()).x;
};

const sign = (naam, one) => {
  const text = document.createElement("span");
  text.textContent = naam;
  text.ariaHidden = "true";
  const icon = divIcon({ html: text, className: "ms-straatnaam", iconSize: null });
  return marker(one.getCenter(), { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
};
