"""The tags by which a page says its words, for pages that are set as a file of their own, without Django's settings."""

from typing import Any, cast

from django.template import Context, Library, Node
from django.template.base import Parser, Token, render_value_in_context
from django.templatetags.i18n import BlockTranslateNode, do_block_translate

from qingzhuang.language import gettext

register = Library()


@register.simple_tag
def translate(message: str) -> str:
    """Say a message."""
    return gettext(message)


@register.tag("blocktranslate")
def block_translate(parser: Parser, token: Token) -> Node:
    """Say a message with places."""
    return _Spoken(cast("Any", do_block_translate)(parser, token))


class _Spoken(Node):
    def __init__(self, read: BlockTranslateNode) -> None:
        self.read: Any = read

    def render(self, context: Context) -> str:
        """Fill the places of the message."""
        given = {name: value.resolve(context) for name, value in self.read.extra_context.items()}
        message, places = self.read.render_token_list(self.read.singular)
        with context.push(**given):
            values = {place: self.read_value(place, context) for place in places}
        return gettext(message) % values if values else gettext(message).replace("%%", "%")

    @staticmethod
    def read_value(place: str, context: Context) -> str:
        """A value as a page prints it: harmless."""
        return str(render_value_in_context(context.get(place, ""), context))
