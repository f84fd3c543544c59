"""Opening a notice, and switching follow mail off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from middenstip.kernel import clock
from middenstip.notices import services
from middenstip.notices.selectors import notice_by_id, wants_follow_mail
from middenstip.notices.unsubscribe import person_for
from middenstip.web.shared.hat import to_login
from middenstip.web.shared.reply import found


@require_POST
def open_notice(request: HttpRequest, public_id: str) -> HttpResponse:
    """Mark a notice as read and go where it leads. A person without a seat has post too."""
    if not request.user.is_authenticated:
        return to_login(request)
    notice = found(notice_by_id(request.user.pk, public_id))
    services.mark_read(notice=notice, at=clock.now())
    return redirect(notice.path)


@csrf_exempt  # a mail program sends this POST by itself: no cookies, no token of ours (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Switch mail about what somebody follows off; or on again, with the button on the same page.

    The signed token says whose mail it is. A GET changes nothing: mail scanners open every link.
    """
    person = found(person_for(token))
    if request.method == "POST":
        services.choose_follow_mail(person=person.pk, wanted=request.POST.get("weer") == "ja")
    page = {"title": _("Mail over wat je volgt"), "wanted": wants_follow_mail(person.pk)}
    return render(request, "post/unsubscribe.html", page | {"is_done": request.method == "POST"})
