"""Who is told what about the platform."""

from middenstip.domain.site import facts
from middenstip.journal.told import Silent
from middenstip.notices.policy import Post

POST = Post(heard={facts.SiteChanged: Silent("the pages show it")})
