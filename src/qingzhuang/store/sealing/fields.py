"""Columns whose text is sealed in the database and plain in the program."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models
from django.db.models.lookups import In

from qingzhuang.store.sealing.padding import padded, spaced, unpadded
from qingzhuang.store.sealing.ring import opened, opener, ring

if TYPE_CHECKING:
    _Text = models.TextField[str, str]
    _ToldText = models.Field["Told", "Told"]
    _In = In[Any]
else:
    _Text, _In = models.TextField, In
SPLIT = "\x1f"  # JSON writes it otherwise, and no cell holds it
_SPLIT = SPLIT.encode()
_Reader = Callable[[Any, Any, Any], Any]
_FEW = 16_384  # so many marks stay open in memory


class SealedField(_Text):
    """Text that the database cannot read, compare or order: equal ones look different. Only emptiness shows."""

    column_name = b""

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **kwargs: Any) -> None:
        """Learn the name that the value is bound to."""
        super().contribute_to_class(cls, name, *args, **kwargs)
        self.column_name = f"{cls._meta.db_table}.{self.column}".encode()

    def get_prep_value(self, value: Any) -> Any:
        """Seal."""
        text = super().get_prep_value(value)
        return ring().current.seal(self.plain(text), self.column_name) if text else text

    def get_db_converters(self, connection: Any) -> list[Any]:
        """Return what opens the values of one query."""
        return [self.reader(), *super().get_db_converters(connection)]

    def reader(self) -> "_Reader":
        """Return what opens many values in a row: the keys are looked up once."""
        opens = opener(self.column_name)
        return lambda value, _expression, _connection: unpadded(opens(value)) if value else value

    def plain(self, text: str) -> bytes:
        """Return text as the bytes that are sealed."""
        return padded(text)

    def get_lookup(self, lookup_name: str) -> Any:
        """Refuse to ask the database what it cannot know."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def sealed_now(self) -> Callable[[Any], Any]:
        """Return what seals many values in a row."""
        return self.get_prep_value


@lru_cache(maxsize=_FEW)
def _opened(value: str, column: bytes) -> str:
    return opened(value, column).decode()


class MarkedField(SealedField):
    """Text that the database can find again when it is given whole, and nothing more."""

    def get_prep_value(self, value: Any) -> Any:
        """Seal to the mark that the key in use gives."""
        text = models.TextField.get_prep_value(self, value)
        return ring().current.mark(text.encode(), self.column_name) if text else text

    def reader(self) -> "_Reader":
        """Return what opens many marks in a row; the same ones come again and again."""
        column = self.column_name
        return lambda value, _expression, _connection: _opened(value, column) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Find whole texts only."""
        return _LOOKUPS.get(lookup_name) or super().get_lookup(lookup_name)

    def sealed_now(self) -> Callable[[Any], Any]:
        """Return what seals many values in a row, equal ones once."""
        return lru_cache(maxsize=None)(self.get_prep_value)

    def marks(self, texts: Iterable[str]) -> list[str]:
        """Return all marks under which texts may stand: while keys change, there are two of each."""
        keys = ring()
        return [
            mark for text in texts for mark in (keys.marks(text.encode(), self.column_name) if text else [""])
        ]

    def plain(self, text: str) -> bytes:
        """Return text as it is: equal ones show in any case."""
        return text.encode()


class Told(NamedTuple):
    """What a source said: the value as JSON, the cell where it stands, the text as found where reading it lost something."""

    value: str
    place: str = ""
    raw: str = ""


if not TYPE_CHECKING:
    _ToldText = SealedField


class ToldField(_ToldText):
    """A value with where it stands, sealed together: there are many of them. The value is padded, places are not."""

    column_name: bytes
    if TYPE_CHECKING:
        _pyi_private_set_type: Told
        _pyi_private_get_type: Told

    def get_prep_value(self, value: Any) -> Any:
        """Seal."""
        said, place, raw = value
        plain = b"".join((spaced(said), _SPLIT, place.replace(SPLIT, " ").encode(), _SPLIT, raw.encode()))
        return ring().current.seal(plain, self.column_name)

    def reader(self) -> "_Reader":
        """Return what opens many values in a row; None stands for a row that an outer join did not find."""
        opens = opener(self.column_name)

        def read(value: Any, _expression: Any, _connection: Any) -> Told | None:
            if value is None:
                return None
            said, place, raw = opens(value).decode().split(SPLIT, 2)
            return Told(said.rstrip(" "), place, raw)

        return read

    def plain(self, text: str) -> bytes:
        """Return what stands in clear, parts as they are told apart, as the bytes that are sealed."""
        said, rest = text.split(SPLIT, 1)
        return b"".join((spaced(said), _SPLIT, rest.encode()))


class _MarkedIn(_In):
    lookup_name = "in"

    def get_prep_lookup(self) -> Any:
        return self.lhs.output_field.marks(map(str, self.rhs))


class _MarkedExact(_MarkedIn):
    lookup_name = "exact"

    def __init__(self, lhs: Any, rhs: Any) -> None:
        super().__init__(lhs, [rhs])


_LOOKUPS: dict[str, Any] = {"exact": _MarkedExact, "in": _MarkedIn}
