"""What this room announces to those who read across rooms."""

from middenstip.domain.files.told import TOLD
from middenstip.kernel.face import Face, Kept, Noun, Retention

FILES = Retention(
    what="De foto’s en documenten die je erbij zet",
    why="Om te laten zien waar het over gaat. Van een foto bewaren we niet waar en wanneer die is gemaakt.",
    long="Tot jij ze weghaalt of je gegevens laat wissen. Daarna zijn ze binnen een minuut weg.",
)

FACE = Face(
    name="files",
    nouns=(
        Noun(
            key="file",
            word="bestand",
            path="/bestand/{}/",
            model="files.File",
            name="alt",
            is_long=True,
        ),
    ),
    told=TOLD,
    retention=(FILES,),
    kept=(
        Kept(
            word="bestanden",
            model="files.File",
            of="person",
            path="person",
            columns={
                "adres": "address",
                "soort": "kind",
                "hoort bij": "noun",
                "nummer": "subject",
                "wat je ziet": "alt",
                "maker": "credit",
                "naam van het bestand": "name",
                "stand": "state",
                "op": "added_at",
            },
            wiped="unnamed",  # without its bytes and its words; the journal points to the row
            under=FILES,
        ),
    ),
    not_kept={"files.File.seat": "it stands with the person who sent the file"},
)
