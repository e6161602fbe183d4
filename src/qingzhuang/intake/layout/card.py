"""Cards: label cells with their field to the right or below, group labels at the left, choices, split boxes."""

import re
from dataclasses import dataclass, field

from qingzhuang.intake.layout.choices import has_boxes, printed_choices
from qingzhuang.intake.layout.columns import validation_at
from qingzhuang.intake.layout.domains import domain_of
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.inline import has_room, inline_labels
from qingzhuang.intake.layout.spelling import spelling_of
from qingzhuang.intake.layout.text import (
    awaits_hand,
    is_dash,
    is_label,
    is_placeholder,
    is_sentence,
    is_starred,
    is_value,
    level,
    squash,
)
from qingzhuang.intake.layout.types import type_of
from qingzhuang.intake.layout.units import measure, unit_of
from qingzhuang.model.form import Entry, Item, ItemType
from qingzhuang.model.sheet import Validation

_FEWEST_BOXES = 6
_BOXED = re.compile(r"(身份证|证件|号码|账号|帐号|卡号|电话|手机|代码|编号|编码|信用)")
_PHOTO = re.compile(
    r"^[（(]?(贴|粘贴)?(一寸|二寸|1寸|2寸|近期|本人|免冠|彩色|正面|证件)*(照片|相片)(粘贴)?(处|栏)?[)）]?$"
)
_OPINION = re.compile(r"(意见|评语|签章|盖章|印章|公章|签字|签名)([（(].*[)）])?$")
_SUFFIX = frozenset({"年", "月", "日", "至"})


@dataclass(slots=True)
class CardReader:
    """Reads the fields of card rows between two columns; `section` is the outer level of their paths."""

    grid: Grid
    left: int
    right: int
    section: tuple[str, ...] = ()
    taken: set[tuple[int, int]] = field(default_factory=set)
    found: list[Item] = field(default_factory=list)

    def read(self, top: int, bottom: int) -> list[Item]:
        """Return the fields of the rows `top`..`bottom` in reading order."""
        for row in range(top, bottom + 1):
            self._row(row)
        return self.found

    def _row(self, row: int) -> None:
        boxes = list(self.grid.across(row, self.left, self.right))
        for place, box in enumerate(boxes):
            if box.top == row and box.area.a1 and not self._is_taken(box) and not box.blank:
                self._label(box, boxes[place + 1 :], boxes[:place])

    def _is_taken(self, box: Box) -> bool:
        return (box.top, box.left) in self.taken

    def _take(self, box: Box) -> None:
        self.taken.add((box.top, box.left))

    def _label(self, box: Box, after: list[Box], before: list[Box]) -> None:
        if is_dash(box.text) or squash(box.text) in _SUFFIX or measure(box.text):
            return
        if _PHOTO.match(squash(box.text)) and (box.height > 1 or not after):
            self._add(box, box, before)
            return
        next_box = next(iter(after), None)
        if next_box is not None and not self._is_taken(next_box):
            if next_box.blank:
                self._blank_beside(box, after, before)
                return
            if self._is_field_of(box, next_box, after):
                self._filled_beside(box, next_box, before)
                return
        if self._is_group(box, next_box):
            return
        below = self.grid.box(box.bottom + 1, box.left)
        if _is_under(below, box) and (below.blank or _is_for_hand(box, below)):
            if not self._is_taken(below):
                self._filled_beside(box, below, before)
            return
        self._inside(box, before)

    def _blank_beside(self, box: Box, after: list[Box], before: list[Box]) -> None:
        inside = inline_labels(box.text) if len(inline_labels(box.text)) > 1 else ()
        if inside or is_sentence(box.text) or has_boxes(box.text) or has_room(box.text):
            self._inside(box, before)
            return
        run: list[Box] = []
        for other in after:
            if not other.blank or self._is_taken(other):
                break
            run.append(other)
        for other in run:
            self._take(other)
        split = _is_split(box, run)
        self._add(box, run[0], before, boxes=run if split else [])

    def _is_group(self, box: Box, next_box: Box | None) -> bool:
        return next_box is not None and box.height > next_box.height and box.height > 1

    def _is_field_of(self, box: Box, other: Box, after: list[Box]) -> bool:
        """Whether a text beside a label is its (prefilled) field and not the next label."""
        if has_boxes(box.text) or has_room(box.text) or _PHOTO.match(squash(other.text)):
            return False
        if _asks(box) and _asks(other) and not _OPINION.search(box.label):
            return False  # 姓名：  性别：  each in a cell of its own
        if (
            has_boxes(other.text)
            or is_placeholder(other.text)
            or is_value(other.text)
            or inline_labels(other.text)
        ):
            return True
        if self._is_group(box, other) or is_dash(other.text):
            return False
        below = self.grid.box(box.bottom + 1, box.left)
        if self._is_label_row(box.top):
            return False
        if is_label(other.text) and below.blank and below.bordered and below.right == box.right:
            return False
        if is_label(other.text) and len(after) > 1 and after[1].blank:
            return False
        return is_label(box.text) or not is_label(other.text)

    def _is_label_row(self, row: int) -> bool:
        """Whether a row is all text and the row below all blank, or for seal and signature, and cut alike."""
        here = list(self.grid.across(row, self.left, self.right))
        below = list(self.grid.across(row + 1, self.left, self.right))
        alike = below[0].bordered and [box.left for box in here] == [box.left for box in below]
        if not alike or any(box.blank for box in here):
            return False
        if len(here) > 2 and all(box.blank for box in below):
            return True
        return all(
            _OPINION.search(box.label) and (field.blank or _is_for_hand(box, field))
            for box, field in zip(here, below, strict=True)
        )

    def _filled_beside(self, box: Box, other: Box, before: list[Box]) -> None:
        self._take(other)
        if inline_labels(box.text) and is_sentence(box.text):
            return
        self._add(box, other, before)
        if not has_boxes(other.text):
            path = (*self._outer(box, before), box.label)
            for label in inline_labels(other.text):
                self._inline(other, (*path, label))

    def _inside(self, box: Box, before: list[Box]) -> None:
        """A box that holds its label and its answer: 性别：□男 □女, 签名：____ ."""
        outer = self._outer(box, before)
        if has_boxes(box.text):
            label = level(re.split(r"[：:□☐\[]", box.text)[0])
            if label:
                self._add_item(box, (*outer, label), box, Entry.CHOICE, printed_choices(box.text))
            return
        for label in inline_labels(box.text):
            self._inline(box, (*outer, label))

    def _inline(self, box: Box, path: tuple[str, ...]) -> None:
        self._add_item(box, path, box, Entry.INLINE, ())

    def _outer(self, box: Box, before: list[Box]) -> tuple[str, ...]:
        """The section and the taller group labels at the left of a box."""
        groups: list[str] = []
        for other in before:
            holds = other.top <= box.top and other.bottom >= box.bottom and other.height > box.height
            if (
                holds
                and not self._is_taken(other)
                and _is_group_label(other)
                and not self._is_own_label(other)
            ):
                groups.append(other.label)
        return (*self.section, *groups)

    def _hint(self, box: Box, value: Box, rule: Validation | None) -> str | None:
        """What comments on the label and on the field say, and what is shown when the field is entered."""
        comments = (self.grid.sheet.comments.get((each.top, each.left), "") for each in (box, value))
        parts = (*comments, rule.prompt if rule else "")
        return "；".join(dict.fromkeys(part for each in parts if (part := each.strip()))) or None

    def _is_own_label(self, box: Box) -> bool:
        """Whether the box is a label with a field of its own, not a group."""
        return any(
            item.path[-1].partition("#")[0] == box.label and item.boxes == () for item in self.found
        ) and ((box.top, box.right + 1) in self.taken)

    def _add(self, box: Box, value: Box, before: list[Box], boxes: list[Box] | None = None) -> None:
        path = (*self._outer(box, before), box.label)
        choice = has_boxes(value.text)
        entry = Entry.BOXES if boxes else Entry.CHOICE if choice else Entry.CELL
        self._add_item(box, path, value, entry, printed_choices(value.text) if choice else (), boxes or [])

    def _add_item(
        self,
        box: Box,
        path: tuple[str, ...],
        value: Box,
        entry: Entry,
        codes: tuple[str, ...],
        boxes: list[Box] | None = None,
    ) -> None:
        rule = (
            validation_at(self.grid.sheet.validations, value.top, value.left)
            if entry is not Entry.INLINE
            else None
        )
        codes = codes or (rule.codes if rule else ())
        unit = unit_of(path[-1])
        style = value.cell.number_format if value.cell else "General"
        hint = self._hint(box, value, rule)
        kind = (
            ItemType.PHOTO
            if _PHOTO.match(path[-1])
            else type_of(path[-1], unit=unit, codes=codes, number_format=style)
        )
        self.found.append(
            Item(
                path=_without_repeats(path),
                place=self.grid.place(value.top, value.left),
                unit=unit,
                type=kind,
                codes=codes,
                required=is_starred(box.text) or (box.cell is not None and box.cell.red),
                hint=hint,
                entry=entry,
                boxes=tuple(self.grid.place(each.top, each.left) for each in boxes or []),
                formula=value.formula,
                spelling=()
                if entry is Entry.CHOICE
                else spelling_of(box.text, hint or "", codes=codes, kind=kind),
                domain=domain_of(rule),
            )
        )


def _is_under(below: Box, box: Box) -> bool:
    return below.left == box.left and below.right == box.right and below.bordered


def _is_for_hand(box: Box, field: Box) -> bool:
    """Whether a printed text under or beside a label only leaves room for seal, signature and date."""
    return is_label(box.text) and awaits_hand(field.text)


def _asks(box: Box) -> bool:
    """Whether a text is one label with its colon and its room."""
    return len(inline_labels(box.text)) == 1 and is_label(re.split("[：:]", box.text)[0])


def _is_group_label(box: Box) -> bool:
    """Whether a tall box names a group: it is no number, no prose and asks nothing itself."""
    return bool(box.label) and not (is_value(box.text) or is_sentence(box.text) or inline_labels(box.text))


def _is_split(label: Box, run: list[Box]) -> bool:
    widths = {box.width for box in run}
    return (
        len(run) >= _FEWEST_BOXES
        and len(widths) == 1
        and (len(run) in {11, 15, 18} or bool(_BOXED.search(label.label)))
    )


def _without_repeats(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for place, name in enumerate(path) if name and (place == 0 or name != path[place - 1]))
