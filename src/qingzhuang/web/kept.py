"""What a browser keeps of somebody's unsaved words goes under a name that says nothing about who it is."""

from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac

from qingzhuang.model.organisation import Seat

LEFT = "qz_left"  # whose words the next page with the script throws away
_DAYS = 3


def keep_name(seat: Seat) -> str:
    """The name under which an account's words are kept on its device."""
    return salted_hmac("qz.keep", str(seat.holder)).hexdigest()[:12]


def leave_nothing(response: HttpResponseBase, seat: Seat) -> None:
    """Whoever signs out leaves no words behind, from whatever page."""
    response.set_cookie(LEFT, keep_name(seat), max_age=_DAYS * 24 * 60 * 60, samesite="Lax")
