"""Labelled notices from a grammar: scenario × act × frame, with stance, scope of negation, exemption and slang.

`python -m benchmarks.notices_generate [--seed N]` writes benchmarks/notices/generated.jsonl. The same seed
gives the same file. dev and test share no scenario, no act and no frame; the wording is in notices/wording.yaml.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import yaml
from benchmarks.notices_marks import LETTERS, Notice, labels_of, read_marks, widen

FOLDER = Path(__file__).with_name("notices")
GENERATED = FOLDER / "generated.jsonl"
SEED = 20261125
SPLITS = ("dev", "test")
# texts a split, by kind; the first ORDERS plain orders are one half of a pair, a silent text the other
ORDERS = 20
COUNTS = {"demand": ORDERS, "multi": 18, "long": 10, "slang": 10, "negation": 9, "live": 4, "over": 4}
SILENT = {
    "ban_or_policy": 16,
    "report": 14,
    "complaint_or_quote": 10,
    "report_promotional": 7,
    "regulation_quoted": 6,
    "official_reply_or_advice": 6,
    "emergency_exempt": 8,
    "voluntary": 4,
    "ordinary_work": 4,
}
PAIRED = ("ban_or_policy", "report", "complaint_or_quote", "report_promotional", "official_reply_or_advice")
# acts an emergency never covers, whatever is said around them
NEVER_EXEMPT = frozenset("LBQPO")
# acts that promotional news boasts of
BOASTED = frozenset("ICPOLBQ")
INNER = str.maketrans("“”", "‘’")
FORMS = {"demand": "notice", "multi": "group", "long": "notice", "slang": "chat"}
NUMBERS = {
    "due": ("月底", "周五", "12月10日", "本月20日", "下周一"),
    "rate": ("85", "90", "95", "98", "100"),
    "points": ("20", "50", "60", "100", "120"),
    "hours": ("2", "3", "4", "6", "8"),
    "times": ("2", "3", "5", "6"),
    "likes": ("20", "30", "38", "50", "66"),
    "minutes": ("5", "10", "15", "20", "30"),
    "photos": ("2", "3", "4", "6"),
    "score": ("80", "85", "90", "95"),
}


@dataclass(frozen=True)
class Scene:
    """One scenario with its numbers thrown."""

    id: str
    words: dict[str, str]

    def fill(self, template: str, **more: str) -> str:
        """The template with acts, then scenario words and numbers."""
        return Template(Template(template).safe_substitute(more)).substitute(self.words)


class Writer:
    """Writes the texts of one split."""

    def __init__(self, split: str, wording: dict[str, Any], throw: random.Random) -> None:
        self.split, self.wording, self.throw = split, wording, throw
        self.said = set[str]()
        self.decks = dict[str, list[Any]]()

    def turn(self, name: str, values: Sequence[Any]) -> Any:
        """Deal the values of a list like cards, so that each is used about equally often."""
        deck = self.decks.setdefault(name, [])
        if not deck:
            deck += self.throw.sample(values, len(values))
        return deck.pop()

    def scene(self) -> Scene:
        """Another scenario with new numbers."""
        plain = self.throw.choice(self.wording["scenarios"])
        words = {name: self.throw.choice(values) for name, values in NUMBERS.items()}
        words |= {name: plain[name] for name in ("app", "who", "place", "office", "event")}
        filler = self.throw.sample(plain["filler"], 4)
        return Scene(plain["id"], words | {f"f{number}": text for number, text in enumerate(filler, 1)})

    def act(self, letters: frozenset[str] = frozenset(LETTERS)) -> dict[str, str]:
        """An act, the labels in turn."""
        allowed = [act for act in self.wording["acts"] if act["label"] in letters]
        found: dict[str, str] = self.turn("act" + "".join(sorted(letters)), allowed)
        return found

    def duty(self, act: dict[str, str], *, tail: bool) -> str:
        """The order of an act, now and then with its threat."""
        return act["duty"] + ("," + self.turn("tail", self.wording["tails"]) if tail else "")

    def order(self, kind: str, act: dict[str, str]) -> str:
        """A template that orders the act."""
        if kind in ("slang", "negation"):
            return str(self.turn(kind, self.wording[kind]))
        frame: str = self.turn(kind, self.wording["hard"][kind])
        duty = self.duty(act, tail=kind == "multi" or (kind == "long" and self.throw.random() < 0.3))
        other = self.act(frozenset(LETTERS) - {act["label"]})
        return Template(frame).safe_substitute(duty=duty, duty2=self.duty(other, tail=False))

    def orders(self, kind: str) -> Iterator[tuple[Scene, str, dict[str, str]]]:
        """All orders of a kind."""
        for _ in range(COUNTS[kind]):
            act = self.act(NEVER_EXEMPT) if kind == "live" else self.act()
            yield self.scene(), self.order(kind, act), act

    def notice(self, scene: Scene, template: str, kind: str, stance: str, pair: str | None) -> Notice:
        """A labelled text from a template; said before, it is said again in another scenario."""
        marked = scene.fill(template)
        while widen(marked) in self.said:
            scene = self.scene()
            marked = scene.fill(template)
        self.said.add(widen(marked))
        text, spans = read_marks(widen(marked) if self.throw.random() < 0.5 else marked)
        return Notice(
            id="",
            text=text,
            label=labels_of(spans),
            spans=spans,
            stance=stance,
            pair=pair,
            debatable=False,
            form=FORMS.get(kind, kind),
            source="generated",
            family=scene.id,
            split=self.split,
        )

    def silent(self, stance: str, scene: Scene, act: dict[str, str], pair: str | None) -> Notice:
        """A text about the act that orders nothing."""
        frame: str = self.turn(stance, self.wording["hard"][stance])
        quoted = act["practice"].translate(INNER)
        filled = Template(frame).safe_substitute(practice=act["practice"], past=act["past"], quoted=quoted)
        return self.notice(scene, filled, stance, stance, pair)

    def all(self) -> Iterator[Notice]:
        """Every text of the split; the silent half of a pair speaks of the same act in the same scenario."""
        left = dict(SILENT)
        for number, (scene, template, act) in enumerate(self.orders("demand")):
            pair = f"{self.split}-g{number + 1}"
            yield self.notice(scene, template, "demand", "demand", pair)
            stance = PAIRED[number % len(PAIRED)]
            stance = "report" if stance == "report_promotional" and act["label"] not in BOASTED else stance
            left[stance] -= 1
            yield self.silent(stance, scene, act, pair)
        for kind in list(COUNTS)[1:]:
            for scene, template, _ in self.orders(kind):
                yield self.notice(scene, template, kind, "demand", None)
        for stance, count in left.items():
            for _ in range(count):
                act = self.act(BOASTED if stance == "report_promotional" else frozenset(LETTERS))
                yield self.silent(stance, self.scene(), act, None)


def generate(seed: int = SEED) -> list[Notice]:
    """All generated notices, the same for the same seed."""
    wording = yaml.safe_load((FOLDER / "wording.yaml").read_text("utf-8"))
    throw = random.Random(seed)  # noqa: S311
    notices = [notice for split in SPLITS for notice in Writer(split, wording[split], throw).all()]
    for number, notice in enumerate(notices, 1):
        notice["id"] = f"G{number:03}"
    return notices


def lines(notices: Sequence[Notice]) -> str:
    """JSON lines."""
    return "".join(json.dumps(notice, ensure_ascii=False) + "\n" for notice in notices)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    notices = generate(given.seed)
    GENERATED.write_text(lines(notices), "utf-8")
    print(f"{len(notices)} notices, {sum(bool(n['label']) for n in notices)} with a label")


if __name__ == "__main__":
    main()
