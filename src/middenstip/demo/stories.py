"""Invented initiatives over all stages and themes, told as data. `history.py` plays them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """An agreement: who, to whom, what, due so many days from today, and how it stands.

    `state`: proposed (with `signed` seats so far), open, done, not_met (with `why`).
    """

    who: str
    to: str
    what: str
    due: int
    state: str = "open"
    conditions: str = ""
    also: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Table:
    """A goal and its table. `answers` are (who, answer, condition) to the last text."""

    title: str
    question: str
    seats: tuple[str, ...]
    letters: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()
    answers: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Story:
    """One initiative: who told it, how many days ago, and how far it came."""

    title: str
    who: str
    ago: int
    what: str
    why: str
    area: str
    themes: tuple[str, ...]
    reins: tuple[str, str, str] = ("", "", "")
    motto: str = ""
    place: tuple[float, float] | None = None
    hybrid: bool = False
    reach: str = "idea"  # idea | desk | decided | stopped, or further by table and promises
    handler: str = "samira"
    outcome: str = "support"
    answer: str = "We helpen je op weg. Ik blijf je vaste aanspreekpunt."
    next_step: str = ""
    actions: tuple[tuple[str, int, str], ...] = ()  # what, due in days, carrier ("" for the initiator)
    helpers: tuple[tuple[str, str, bool], ...] = ()  # who, brings, accepted
    table: Table | None = None
    promises: tuple[Promise, ...] = ()
    news: tuple[str, ...] = ()
    followers: int = 0
    end: str = ""  # gelukt | deels | mislukt
    lesson: str = ""
    pace: float = 0.93  # how much of the time that is left remains after each act


STORIES = (
    Story(
        title="Voedselbos Lettele",
        who="marijke",
        ago=260,
        area="WK015014",
        place=(6.2716, 52.2925),
        themes=("natuur-en-milieu", "cultuur-en-recreatie"),
        motto="Groen, gezond en gezellig",
        what="Een bos vol noten, fruit en kruiden. Het hele dorp mag er plukken en leren.",
        why="Kinderen weten niet meer waar eten vandaan komt. En we missen een plek om elkaar te zien.",
        reins=(
            "Iedereen mag gratis plukken.\nWe gebruiken geen gif.",
            "Hoe groot het bos wordt.\nEen deel van de oogst verkopen.",
            "Welke bomen er komen.\nHoe het bos gaat heten.",
        ),
        next_step="Zeggen of het weiland gebruikt mag worden",
        actions=(
            ("Buren rond het weiland vragen", -20, ""),
            ("De bodem laten onderzoeken", 12, "lotte"),
            ("Zeggen of de grond gebruikt mag worden", 4, "ilse"),
        ),
        helpers=(
            ("gerrit", "Ik kan snoeien en heb een aanhanger.", True),
            ("bas", "Twintig notenbomen.", False),
        ),
        table=Table(
            "Een voedselbos voor Lettele",
            "Waar komt het bos, hoe groot wordt het en wie zorgt ervoor?",
            ("marijke", "gerrit", "ilse", "lotte", "bas"),
            (
                ("marijke", "Een bos waar elk kind van het dorp kan plukken."),
                ("gerrit", "Een plek om samen te werken, ook als je alleen bent."),
                ("ilse", "Meer schaduw en meer soorten bomen in het buitengebied."),
                ("lotte", "Grond die water vasthoudt."),
                ("bas", "Een voorbeeld dat mijn klanten kunnen zien."),
            ),
            (
                "In 2028 staat er bij Lettele een voedselbos van twee hectare.",
                "In 2028 staat er bij Lettele een voedselbos van één hectare. Het dorp zorgt er zelf voor. "
                "Iedereen mag er komen.",
            ),
            (
                ("marijke", "ja", ""),
                ("gerrit", "ja", ""),
                ("ilse", "ja", ""),
                ("lotte", "ja", ""),
            ),
        ),
        news=("Het dorp koos het weiland achter de kerk als beste plek. 41 mensen stemden, 17 op papier.",),
        followers=6,
    ),
    Story(
        title="Koele pleinen",
        who="sanne",
        ago=330,
        pace=0.992,
        area="WK015007",
        place=(6.1735, 52.2430),
        themes=("natuur-en-milieu", "ruimte-en-infrastructuur"),
        motto="Minder steen, meer schaduw",
        what="Stenen eruit en bomen erin op vier pleinen in de Rivierenwijk.",
        why="In de zomer is het hier te heet. Oudere buren komen dan niet meer buiten.",
        reins=("Buren kiezen zelf de planten.", "Welk plein eerst.", "Wie water geeft in de zomer."),
        table=Table(
            "Een koele, groene Rivierenwijk",
            "Hoe maken we de pleinen koeler, zonder dat winkels hun laadplek verliezen?",
            ("sanne", "wijk", "joost", "lotte", "ayla", "femke"),
            (
                ("sanne", "Een plek waar je elkaar ziet en waar het 's zomers uit te houden is."),
                ("wijk", "Elk plein heeft straks een groep die ervoor zorgt."),
                ("joost", "Minder hitte op straat, met buren die blijven meedoen."),
                ("lotte", "Regenwater dat de grond in gaat."),
                ("ayla", "Huizen die minder warm worden."),
                ("femke", "Een straat waar mensen graag komen winkelen."),
            ),
            (
                "In 2028 zijn vier pleinen in de Rivierenwijk groen en koel.",
                "In 2028 zijn vier pleinen in de Rivierenwijk groen en koel. Laden en lossen blijft kunnen.",
            ),
            tuple((who, "ja", "") for who in ("sanne", "wijk", "joost", "lotte", "ayla", "femke")),
        ),
        promises=(
            Promise("joost", "sanne", "De gemeente haalt de stenen weg op het eerste plein.", -60, "done"),
            Promise("ayla", "wijk", "De corporatie betaalt twaalf bomen.", 40, "open", also=("joost",)),
            Promise("sanne", "joost", "Twintig buren geven water, elk een week.", 200),
            Promise("lotte", "sanne", "Het waterschap meet hoe de bodem eraan toe is.", -10),
        ),
        news=("Het eerste plein is klaar. Zaterdag planten we samen.",),
        followers=8,
    ),
    Story(
        title="Veilig oversteken bij school",
        who="lieke",
        ago=150,
        pace=0.992,
        area="WK015004",
        place=(6.1760, 52.2595),
        themes=("verkeer", "onderwijs-en-wetenschap"),
        what="Een oversteek bij De Zonnewijzer waar kinderen gezien worden.",
        why="Elke ochtend is het een wonder dat het goed gaat.",
        reins=("De oversteek komt er vóór de zomer.", "Een zebra of een verhoging.", "De kleur."),
        table=Table(
            "Veilig naar De Zonnewijzer",
            "Wat is er nodig zodat een kind van acht alleen kan oversteken?",
            ("lieke", "karin", "joost", "femke"),
            (
                ("lieke", "Mijn dochter loopt volgend jaar alleen naar school."),
                ("karin", "Rust bij de deur, 's ochtends en 's middags."),
                ("joost", "Een oversteek die klopt met de regels."),
                ("femke", "Klanten die nog wel even kunnen stoppen."),
            ),
            ("Voor de zomer steken kinderen bij De Zonnewijzer veilig over, ook als ze alleen zijn.",),
            tuple((who, "ja", "") for who in ("lieke", "karin", "joost", "femke")),
        ),
        promises=(
            Promise(
                "joost",
                "lieke",
                "In maart begint een proef met een verhoogde oversteek.",
                120,
                "proposed",
                "De school regelt twee brigadiers.\nDe bakker haalt het bord van de stoep.",
                ("karin", "femke"),
                ("lieke", "joost"),
            ),
        ),
        followers=5,
    ),
    Story(
        title="Samen eten in De Hoven",
        who="omar",
        ago=300,
        pace=0.992,
        area="WK015002",
        place=(6.1520, 52.2490),
        themes=("zorg-en-gezondheid", "cultuur-en-recreatie"),
        what="Elke vrijdag koken buren voor buren. Wie kan betaalt, wie niet kan wast af.",
        why="Veel mensen eten hier alleen.",
        reins=("Niemand betaalt meer dan vier euro.", "De dag van de week.", "Het menu."),
        table=Table(
            "Niemand eet alleen in De Hoven",
            "Waar koken we, en hoe houden we het vol?",
            ("omar", "joost", "femke"),
            (
                ("omar", "Een lange tafel, elke week."),
                ("joost", "Minder eenzaamheid, gedragen door de buurt."),
                ("femke", "Brood dat overblijft komt goed terecht."),
            ),
            ("Elke vrijdag eten minstens dertig mensen samen in De Hoven.",),
            (("omar", "ja", ""), ("joost", "ja", ""), ("femke", "ja", "")),
        ),
        promises=(
            Promise("femke", "omar", "De bakker geeft elke vrijdag brood aan de buurtkeuken.", 180),
            Promise("joost", "omar", "De buurtkamer is op vrijdag gratis te gebruiken.", -90, "done"),
        ),
        news=("Vrijdag aten we met 37 mensen. Dat is een record.",),
        followers=4,
    ),
    Story(
        title="Reparatiehal Bergweide",
        who="robin",
        ago=120,
        area="WK015007",
        place=(6.1890, 52.2415),
        themes=("economie", "werk"),
        hybrid=True,
        what="Een hal waar je kapotte spullen laat maken, en leert hoe je het zelf doet.",
        why="Er gaat te veel weg dat nog goed is. En er zijn jongeren die met hun handen willen werken.",
        reins=("Leren en verdienen gaan samen.", "De openingstijden.", "Welke vakmensen meedoen."),
        table=Table(
            "Maken in plaats van weggooien",
            "Wie wil leren, wie wil lesgeven, en wat mag het kosten?",
            ("robin", "theo", "puck"),
        ),
        followers=3,
    ),
    Story(
        title="Warmte van de buren",
        who="nadia",
        ago=95,
        area="WK015006",
        themes=("wonen", "natuur-en-milieu"),
        what="Restwarmte van de wasserij gebruiken voor veertig huizen.",
        why="De rekening is te hoog en de warmte gaat nu de lucht in.",
        reins=("Bewoners worden eigenaar.", "Het aantal huizen.", ""),
        reach="decided",
        answer="We zoeken samen uit of het kan. Hendrik kijkt naar de regels, jij naar de buren.",
        actions=(("Dertig buren vragen wie meedoet", 9, ""), ("Regels voor warmte opzoeken", -3, "hendrik")),
        followers=3,
    ),
    Story(
        title="Rondje Schalkhaar",
        who="arend",
        ago=200,
        area="WK015012",
        place=(6.1975, 52.2675),
        themes=("cultuur-en-recreatie", "zorg-en-gezondheid"),
        what="Een wandelpad van vijf kilometer om het dorp, met bankjes.",
        why="Wandelen houdt gezond en je komt elkaar tegen.",
        reins=(
            "Het pad is ook voor rolstoelen.",
            "De route langs de boerderijen.",
            "De namen van de bankjes.",
        ),
        table=Table(
            "Een rondje om Schalkhaar",
            "Waar loopt het pad, en wie onderhoudt het?",
            ("arend", "mirthe", "jelle"),
            (
                ("arend", "Een pad dat iedereen kan lopen, ook met een rollator."),
                ("mirthe", "Een route die grotendeels over grond van de gemeente gaat."),
                ("jelle", "Wandelaars die de hekken dichtdoen."),
            ),
            ("In 2027 ligt er een rolstoelpad van vijf kilometer om Schalkhaar.",),
            (
                ("arend", "ja", ""),
                ("mirthe", "ja", ""),
                ("jelle", "tenzij", "Er komt een hek tussen het pad en mijn koeien."),
            ),
        ),
        followers=2,
    ),
    Story(
        title="Speelplek Het Oostrik",
        who="fenna",
        ago=5,
        area="BU01500801",
        themes=("onderwijs-en-wetenschap", "cultuur-en-recreatie"),
        what="Een speelplek die ouders en kinderen zelf bouwen.",
        why="De oude is weg en er kwam niets voor terug.",
        reins=("Kinderen ontwerpen mee.", "", "Alles mag nog."),
        followers=1,
    ),
    Story(
        title="Klusbus Bathmen",
        who="bram",
        ago=24,
        area="WK015015",
        place=(6.2895, 52.2490),
        themes=("zorg-en-gezondheid", "verkeer"),
        what="Een busje met gereedschap en twee handige mensen, voor wie een klus niet zelf kan.",
        why="Een lekkende kraan is voor sommige mensen een groot probleem.",
        reins=("Een klus kost nooit meer dan vijf euro.", "Op welke dagen we rijden.", ""),
        reach="desk",
        next_step="De sleutel van de schuur regelen",
        actions=(("Een plek voor het busje zoeken", -2, "samira"), ("Buren uitnodigen", 6, "")),
        followers=2,
    ),
    Story(
        title="Starters in het dorp",
        who="lot",
        ago=40,
        area="WK015011",
        themes=("wonen",),
        what="Tien kleine huizen waar jongeren uit Diepenveen kunnen beginnen.",
        why="Wie hier opgroeit moet nu weg.",
        reins=("De huizen blijven betaalbaar.", "Hout of steen.", "Waar ze komen."),
        reach="decided",
        outcome="no_box",
        answer="Dit past in geen hokje: het is wonen, grond en geld tegelijk. Yara zoekt met je de weg.",
        followers=4,
    ),
    Story(
        title="Brood over",
        who="mila",
        ago=700,
        pace=0.992,
        area="WK015001",
        themes=("economie", "natuur-en-milieu"),
        what="Brood dat overblijft in de binnenstad gaat naar wie het nodig heeft.",
        why="Elke avond ging er een container vol weg.",
        reins=("Gratis voor wie het nodig heeft.", "Wie ophaalt.", ""),
        table=Table(
            "Geen brood in de container",
            "Wie haalt op, wie deelt uit, en wie let op de regels?",
            ("mila", "joost", "femke"),
            (
                ("mila", "Elke avond brood bij wie het nodig heeft."),
                ("joost", "Minder afval in de binnenstad."),
                ("femke", "Niet meer weggooien wat ik 's nachts gebakken heb."),
            ),
            ("Over een jaar gooit geen bakker in de binnenstad nog brood weg.",),
            (("mila", "ja", ""), ("joost", "ja", ""), ("femke", "ja", "")),
        ),
        promises=(
            Promise("femke", "mila", "Vijf bakkers zetten om zes uur kratten klaar.", -400, "done"),
            Promise(
                "joost",
                "mila",
                "De gemeente regelt een koelruimte.",
                -380,
                "not_met",
                why="De ruimte was al verhuurd.",
            ),
        ),
        end="gelukt",
        lesson="Begin met één bakker. De rest komt als het werkt.",
        followers=5,
    ),
    Story(
        title="Dorpshuis elke dag open",
        who="dorp",
        ago=420,
        pace=0.992,
        area="WK015013",
        place=(6.3060, 52.2985),
        themes=("cultuur-en-recreatie", "zorg-en-gezondheid"),
        what="Het dorpshuis van Okkenbroek is elke dag open, met koffie, pakjes en een spreekuur.",
        why="De winkel is weg en de bus rijdt niet meer.",
        reins=("Vrijwilligers houden de sleutel.", "De openingstijden.", ""),
        table=Table(
            "Een open deur in Okkenbroek",
            "Wat moet er elke dag te doen zijn, en wie is er dan?",
            ("dorp", "koos", "joost", "jelle"),
            (
                ("dorp", "Elke dag iemand achter de koffie."),
                ("koos", "Weer een plek voor de kaartclub."),
                ("joost", "Zorg en welzijn dicht bij huis."),
                ("jelle", "Een plek waar mijn klanten hun melk ophalen."),
            ),
            ("Vanaf 2027 is het dorpshuis elke dag van tien tot vier open.",),
            tuple((who, "ja", "") for who in ("dorp", "koos", "joost", "jelle")),
        ),
        promises=(
            Promise("joost", "dorp", "De gemeente betaalt drie jaar de verwarming.", 700),
            Promise("dorp", "joost", "Er is elke dag iemand van tien tot vier.", 300),
            Promise("jelle", "dorp", "De boerderij levert elke week melk en eieren.", 60),
        ),
        followers=3,
    ),
    Story(
        title="Deelfietsen in Okkenbroek",
        who="koos",
        ago=210,
        area="WK015013",
        themes=("verkeer",),
        what="Vier fietsen bij de bushalte, met een slot op je telefoon.",
        why="Vanaf de halte is het nog drie kilometer lopen.",
        reach="stopped",
        lesson="Er waren te weinig mensen die ze gebruikten. Vraag eerst wie er echt op zit te wachten.",
        followers=1,
    ),
    Story(
        title="Buurtmoestuin Zandweerd",
        who="dick",
        ago=18,
        area="WK015003",
        themes=("natuur-en-milieu",),
        what="Twintig moestuintjes op het lege veld aan de Lange Zandstraat.",
        why="Het veld ligt al zes jaar braak.",
        reins=("Geen hekken.", "Hoeveel tuintjes.", "Wie de sleutel van de kraan heeft."),
        reach="desk",
        handler="joost",
        next_step="Vragen wie de grond beheert",
        followers=2,
    ),
    Story(
        title="Taalmaatjes Borgele",
        who="esra",
        ago=75,
        area="WK015005",
        themes=("migratie-en-integratie", "onderwijs-en-wetenschap"),
        what="Buren die samen koffie drinken en Nederlands praten.",
        why="Een taal leer je niet uit een boek.",
        reach="decided",
        outcome="refer",
        answer="De bibliotheek doet dit al in Keizerslanden. Ik breng je met hen in contact.",
        helpers=(("puck", "Ik geef op dinsdag een uur.", True),),
        followers=2,
    ),
    Story(
        title="Repaircafé in de school",
        who="toon",
        ago=33,
        area="WK015009",
        themes=("economie", "onderwijs-en-wetenschap"),
        what="Elke eerste zaterdag repareren in de aula.",
        why="Kinderen zien zo dat je iets kapots kunt maken.",
        reach="desk",
        next_step="De school bellen over de sleutel",
        followers=1,
    ),
    Story(
        title="Bankje voor de kerk",
        who="arend",
        ago=12,
        area="WK015012",
        themes=("ruimte-en-infrastructuur",),
        what="Een bankje waar de zon 's avonds staat.",
        why="Mijn vrouw kan niet meer zo ver lopen.",
    ),
    Story(
        title="Nachtbus op zaterdag",
        who="puck",
        ago=3,
        area="WK015010",
        themes=("verkeer",),
        what="Een busje dat om twee uur van de binnenstad naar Colmschate rijdt.",
        why="Nu fietsen we met zijn achten zonder licht.",
    ),
    Story(
        title="Licht op het fietspad",
        who="lot",
        ago=9,
        area="BU01501101",
        place=(6.1520, 52.2925),
        themes=("verkeer", "openbare-orde-en-veiligheid"),
        what="Lampen die aangaan als er iemand fietst.",
        why="In het donker durf ik mijn kinderen niet te sturen.",
    ),
    Story(
        title="Dakpark op de parkeergarage",
        who="mila",
        ago=60,
        area="BU01500101",
        place=(6.1555, 52.2530),
        themes=("ruimte-en-infrastructuur", "natuur-en-milieu"),
        what="Gras, bomen en een terras boven op de garage.",
        why="In de binnenstad is geen plek om te zitten zonder iets te kopen.",
        reins=("Het dak is voor iedereen open.", "Het terras.", "De planten."),
        table=Table(
            "Een park boven op de auto's",
            "Kan het dak het dragen, en wie doet 's avonds de poort dicht?",
            ("mila", "mirthe"),
        ),
        followers=3,
    ),
    Story(
        title="Windmolens op daken",
        who="robin",
        ago=85,
        area="BU01500704",
        themes=("natuur-en-milieu", "economie"),
        hybrid=True,
        what="Kleine windmolens op de hallen van Bergweide.",
        why="De wind waait hier altijd en de stroom is duur.",
        reach="decided",
        answer="Voor elk dak is een melding nodig, geen vergunning. Hendrik helpt bij de eerste.",
        followers=2,
    ),
    Story(
        title="Boerenmarkt op de Brink",
        who="gerda",
        ago=500,
        pace=0.992,
        area="BU01500101",
        themes=("economie",),
        hybrid=True,
        what="Elke maand een markt met eten van boeren binnen twintig kilometer.",
        why="Boeren krijgen een eerlijke prijs en wij weten wat we eten.",
        table=Table(
            "Eten van dichtbij",
            "Wie mag er staan, en wat kost een kraam?",
            ("gerda", "mila", "hendrik"),
            (
                ("gerda", "Een markt die zichzelf betaalt."),
                ("mila", "Eten van dichtbij voor een gewone prijs."),
                ("hendrik", "Een markt die past naast de zaterdagmarkt."),
            ),
            ("Elke eerste zondag staat er een markt met twintig kramen uit de streek.",),
            (("gerda", "ja", ""), ("mila", "ja", ""), ("hendrik", "ja", "")),
        ),
        promises=(
            Promise("hendrik", "gerda", "De plek op de Brink is een jaar gratis.", -200, "done"),
            Promise(
                "gerda",
                "mila",
                "Elke markt heeft minstens vijftien kramen.",
                -100,
                "not_met",
                why="In de winter kwamen er maar zes.",
            ),
        ),
        end="mislukt",
        lesson="In de winter blijven boeren weg. Plan van april tot oktober, en vraag vooraf wie er komt.",
        followers=2,
    ),
    Story(
        title="Huiswerkzolder",
        who="nadia",
        ago=280,
        pace=0.992,
        area="WK015006",
        themes=("onderwijs-en-wetenschap",),
        what="Een zolder waar kinderen rustig huiswerk maken, met hulp.",
        why="Thuis delen ze met zijn vieren één tafel.",
        table=Table(
            "Een stille plek na school",
            "Waar is de zolder, en wie is er elke dag?",
            ("nadia", "karin", "ayla"),
            (
                ("nadia", "Elk kind heeft een tafel en iemand die meekijkt."),
                ("karin", "Kinderen die uitgerust op school komen."),
                ("ayla", "Leeg vastgoed dat weer iets doet."),
            ),
            ("Vanaf januari is de huiswerkzolder vier middagen open.",),
            (("nadia", "ja", ""), ("karin", "ja", ""), ("ayla", "ja", "")),
        ),
        end="deels",
        promises=(Promise("ayla", "nadia", "De zolder is schoon en warm.", -120, "done"),),
        lesson="Twee middagen lukt, vier niet. Zoek eerst meer mensen die helpen.",
        followers=2,
    ),
    Story(
        title="Zorg voor de buurvrouw",
        who="sanne",
        ago=48,
        area="BU01500702",
        themes=("zorg-en-gezondheid", "sociale-zekerheid"),
        what="Een lijst van buren die een boodschap doen of een hond uitlaten.",
        why="Hulp vragen is makkelijker als je weet wie er wil.",
        table=Table(
            "Kleine hulp in de Deltabuurt",
            "Hoe vraag je hulp zonder je te schamen?",
            ("sanne", "joost", "ayla"),
            (("sanne", "Niemand hoeft twee keer te vragen."), ("ayla", "Buren die elkaar kennen.")),
        ),
        followers=2,
    ),
    Story(
        title="Muziek in het park",
        who="dick",
        ago=28,
        area="WK015003",
        themes=("cultuur-en-recreatie",),
        what="Vier zomeravonden muziek van mensen uit de wijk.",
        why="Er is veel talent en geen podium.",
        reach="desk",
        next_step="Uitzoeken wat een melding kost",
    ),
    Story(
        title="Kookclub zoekt keuken",
        who="omar",
        ago=1,
        area="WK015002",
        themes=("zorg-en-gezondheid",),
        what="We koken met twaalf mensen en zoeken een keuken met een groot fornuis.",
        why="De keuken van de buurtkamer is te klein.",
    ),
)
