"""How the facts of this room are told."""

from middenstip.domain.files import facts
from middenstip.journal.told import Sayings, Silent

TOLD: Sayings = {
    facts.FileAdded: Silent("the page of the thing shows the file itself"),
    facts.FileRefused: Silent("only the person who sent it needs to know"),
    facts.FileRemoved: Silent("what was taken away is nobody's news"),
}
