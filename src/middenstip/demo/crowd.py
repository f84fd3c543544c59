"""All other people in the demo: invented people in invented organisations, in real places."""

from middenstip.demo.cast import Member
from middenstip.domain.parties.rules import MODERATOR
from middenstip.kernel.half import Half

R, G, B = Half.RESIDENTS, Half.GOVERNMENT, Half.BUSINESS
CITY = "GM0150"
_GOVERNMENT = "De gemeente is overheid."
_WATER = "Het waterschap is overheid."
_COMPANY = "Een bedrijf dat hier werkt en verkoopt."
_SCHOOL = "De school voert een publieke taak uit."
_HOUSING = "De corporatie verhuurt woningen en draait op huur."
_CLUB = "Een vereniging van bewoners."

CROWD = (
    # Overheid
    Member(
        "joost", "Joost Wiegerink", G, CITY, "gebiedsmanager", "gemeente Deventer", _GOVERNMENT, "handler"
    ),
    Member("mirthe", "Mirthe Slotboom", G, CITY, "hoofd Vastgoed", "gemeente Deventer", _GOVERNMENT),
    Member("hendrik", "Hendrik Pasman", G, CITY, "vergunningen", "gemeente Deventer", _GOVERNMENT),
    Member("lotte", "Lotte Vrielink", G, CITY, "adviseur water", "Waterschap De Vlier", _WATER, MODERATOR),
    Member("karin", "Karin Mulderij", G, CITY, "directeur", "basisschool De Zonnewijzer", _SCHOOL),
    Member(
        "wim", "Wim Oosterlaken", G, CITY, "wijkagent", "politie, team Deventer", "De politie is overheid."
    ),
    # Ondernemers
    Member("ayla", "Ayla Demirhan", B, CITY, "wijkbeheerder", "woningcorporatie Rondom", _HOUSING),
    Member("femke", "Femke Aaldering", B, CITY, "bakker", "Bakkerij De Korenaar", _COMPANY),
    Member("theo", "Theo Lankhorst", B, CITY, "eigenaar", "Fietsenmaker Lankhorst", _COMPANY, MODERATOR),
    Member("gerda", "Gerda Nijkamp", B, "WK015015", "uitbater", "Café De Zwerfkei", _COMPANY),
    Member("robin", "Robin Assink", B, "WK015007", "eigenaar", "Reparatiehal Bergweide", _COMPANY),
    Member("jelle", "Jelle Harbers", B, "WK015013", "boer", "Boerderij De Brink", _COMPANY),
    Member("sem", "Sem Wolbers", B, "WK015014"),
    # Bewoners
    Member("sanne", "Sanne Kappert", R, "WK015007"),
    Member("jaap", "Jaap Veldwijk", R, "WK015007"),
    Member("omar", "Omar Belhaj", R, "WK015002"),
    Member("lieke", "Lieke Stegeman", R, "WK015004"),
    Member("bram", "Bram Hulshof", R, "WK015015"),
    Member("lot", "Lotte Bakhuis", R, "WK015011"),
    Member("fenna", "Fenna Dijkman", R, "WK015008"),
    Member("arend", "Arend Jolink", R, "WK015012"),
    Member("nadia", "Nadia el Amrani", R, "WK015006"),
    Member("koos", "Koos Teunissen", R, "WK015013"),
    Member("mila", "Mila Verhoeff", R, "WK015001"),
    Member("dick", "Dick Roessink", R, "WK015003"),
    Member("esra", "Esra Yildirim", R, "WK015005"),
    Member("toon", "Toon Hagedoorn", R, "WK015009"),
    Member("puck", "Puck Wanders", R, "WK015010"),
    Member("wijk", "Hanna Brinkman", R, "WK015007", "voorzitter", "wijkvereniging De Stroom", _CLUB),
    Member("dorp", "Gijs ter Horst", R, "WK015013", "voorzitter", "dorpsraad Okkenbroek", _CLUB),
)
