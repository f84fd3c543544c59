"""All URLs of the site, and those of the toolbar."""

from debug_toolbar.toolbar import debug_toolbar_urls

from middenstip.config import urls

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler429, handler500 = urls.handler404, urls.handler429, urls.handler500

urlpatterns = [*urls.urlpatterns, *debug_toolbar_urls()]
