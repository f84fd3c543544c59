"""What we ask of others on the network: the background of the street map, and where an address lies.

Both are off until they are set. The browser of a visitor fetches the background; only our server asks for an
address.
"""

import re

from middenstip.config.environment import refuse, text
from middenstip.config.settings.addresses import address

_PDOK = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png"
_PLACES = ("{x}", "{y}", "{z}")
_TILES = address("MAP_TILES", ("https",), _PDOK)
MAP_TILES = _TILES.geturl() if _TILES else ""
MAP_TILES_CREDIT = text("MAP_TILES_CREDIT")
if _TILES:
    if sorted(re.findall(r"\{[^}]*\}", MAP_TILES)) != sorted(_PLACES) or "{" in _TILES.netloc:
        refuse("MAP_TILES", f"noem {{z}}, {{x}} en {{y}} elk één keer, achter de naam van de site: {_PDOK}.")
    if not MAP_TILES_CREDIT:
        refuse("MAP_TILES_CREDIT", "noem van wie de straten op de kaart zijn, zoals Kadaster.")

_GEOCODER = address("GEOCODER", ("https",), "https://api.pdok.nl/bzk/locatieserver/search/v3_1/")
GEOCODER = _GEOCODER.geturl().rstrip("/") + "/" if _GEOCODER else ""
