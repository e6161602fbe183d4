"""What was found, without the words themselves: a list of findings may be kept, the data may not."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What kind of personal data; the words of the fact personal_data_fields where it has one."""

    ID_NO = "id_no"
    PHONE = "phone"
    BANK_ACCOUNT = "bank_account"
    PLATE = "plate"
    ADDRESS = "address"
    MEDICAL = "medical"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Personal:
    """A passage that holds personal data: `start`..`end` in the text as given. `contact` marks what a sender gives of
    itself so that people can reach it (联系人、咨询电话)."""

    kind: Kind
    start: int
    end: int
    contact: bool = False
