"""Nothing of this room is told in public: the pages themselves show it."""

from middenstip.domain.site import facts
from middenstip.journal.told import Sayings, Silent

TOLD: Sayings = {facts.SiteChanged: Silent("the pages show what changed, and the audit log who did it")}
