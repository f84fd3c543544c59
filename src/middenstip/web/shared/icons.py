"""The icons, drawn on a grid of 24 by 24 with one stroke width. Every icon has a word beside it."""

from __future__ import annotations

ICONS = {
    "aanbod": '<path d="M4 10h16v10H4zM4 14h16M12 10v10M12 10C9 10 7.5 8.5 7.5 6.8 7.5 5 9.8 4.3 11 6c.6.9'
    ' 1 2.4 1 4zM12 10c3 0 4.5-1.5 4.5-3.2C16.5 5 14.2 4.3 13 6c-.6.9-1 2.4-1 4z"/>',
    "aap": '<circle cx="4.5" cy="11" r="2.5"/><circle cx="19.5" cy="11" r="2.5"/><path d="M12 4c4.2'
    " 0 7 3 7 7s-3 9-7 9-7-5-7-9 2.8-7 7-7z"
    '"/><path d="M9.5 10.5v.2M14.5 10.5v.2M9 15.5c2 1.3 4 1.3 6 0"/>',
    "bel": '<path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4"/>',
    "blad": '<path d="M5 19C5 10 10 5 19.5 4.5 20 14 15 19 8 19c-1 0-2-.2-3-.6M5 19.5C8 14 11 11.5 15 9.5"/>',
    "boek": '<path d="M12 6.5C10 5 7.5 4.5 4 4.5v14c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2v-14c-3.5 0-6 .5-8 2z'
    'M12 6.5v14"/>',
    "brief": '<rect x="3" y="6" width="18" height="13" rx="2"/><path d="m3.5 7.5 8.5 6 8.5-6"/>',
    "haal": '<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>',
    "handen": '<path d="M3 13.5 7 10l4 1.5h3.5a1.6 1.6 0 0 1 0 3.2H11"/><path d="m14.5 14.5 5-2.8a1.5 1.5'
    ' 0 0 1 1.6 2.5L15 18.5H8.5L3 20.5"/><circle cx="14" cy="5.5" r="2.5"/>',
    "hart": '<path d="M12 20S4 14.5 4 9.2A4.2 4.2 0 0 1 12 7a4.2 4.2 0 0 1 8 2.2C20 14.5 12 20 12 20z"/>',
    "huis": '<path d="M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5.5h4v5.5"/>',
    "klok": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "kruis": '<path d="M6 6l12 12M18 6 6 18"/>',
    "lamp": '<path d="M9 17.5h6M10 20.5h4M8.6 14.6a6 6 0 1 1 6.8 0c-.6.5-.9 1.1-.9 1.9h-5'
    'c0-.8-.3-1.4-.9-1.9z"/>',
    "let-op": '<path d="M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.1"/>',
    "lijkt": '<circle cx="9" cy="12" r="5.5"/><circle cx="15" cy="12" r="5.5"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "mis": '<path d="M4 18 10 9l4 5 6-8"/><path d="m15 16 5 5M20 16l-5 5"/>',
    "open": '<circle cx="12" cy="12" r="8" stroke-dasharray="3.2 3.08"/>',
    "papier": '<path d="M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 16h5"/>',
    "pen": '<path d="m4 20 1-4L16.5 4.5l3 3L8 19zM14 7l3 3"/>',
    "pijl": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "plek": '<path d="M12 21s7-6 7-11.5a7 7 0 0 0-14 0C5 15 12 21 12 21z"/>'
    '<circle cx="12" cy="9.5" r="2.5"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "praat": '<path d="M4 5h16v11h-9l-4.5 4V16H4z"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4v-8h16v8h-3"/><path d="M7 14h10v6H7z"/>',
    "slot": '<rect x="5" y="11" width="14" height="9.5" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "spel": '<circle cx="12" cy="12" r="8.5"/><path d="m12 8.2 3.6 2.6-1.4 4.2H9.8l-1.4-4.2zM12 8.2V3.5'
    'M15.6 10.8l4.5-1.5M14.2 15l2.8 3.9M9.8 15 7 18.9M8.4 10.8 3.9 9.3"/>',
    "stil": '<path d="M9 6v12M15 6v12"/>',
    "straat": '<path d="M8.5 4 5 20M15.5 4 19 20M12 4.5v3M12 10.5v3M12 16.5v3"/>',
    "terug": '<path d="M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v2"/>',
    "vink": '<path d="m5 12.5 5 5 9-11"/>',
    "vraag": '<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.7a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1'
    '.9-1.1 1.7M12 16.7v.1"/>',
    "winkel": '<path d="M4.5 10.5V20h15v-9.5M3.5 8.5 5.5 4h13l2 4.5a2.4 2.4 0 0 1-4.3 1.3 2.6 2.6 0 0 1-4.2 0'
    ' 2.6 2.6 0 0 1-4.2 0A2.4 2.4 0 0 1 3.5 8.5zM9.5 20v-5.5h5V20"/>',
    "zoek": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
}
