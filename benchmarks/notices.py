"""What the text check finds on labelled texts, beside two keyword baselines in the same run.

The 86 texts of the corpus and the dev split of `notices/` are development sets; the test split is for reporting only. Further
files (JSON lines with "text", "label", "spans" and, where there is one, "stance", "pair", "debatable", "split") are named as
arguments. Debatable texts stay out of the figures. Nothing of the texts is printed but counts; `--list FILE` writes the
disagreements outside the test split for a person to look at.
"""

import argparse
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qingzhuang.check.text import practices
from qingzhuang.check.text.acts import lexicon

NOTICES = Path(__file__).resolve().parent / "notices"
CORPUS = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
SILENT = (
    "ban_or_policy",
    "regulation_quoted",
    "emergency_exempt",
    "report",
    "complaint_or_quote",
    "ordinary_work",
)
NEVER = ("ban_or_policy", "regulation_quoted", "emergency_exempt")
NEGATION = re.compile("不|未|没|无|禁|严禁|别|勿|取消|停止")
SENTENCE = re.compile(r"[^。!?！？;；\n]+")

Found = list[tuple[str, int, int]]
Text = dict[str, Any]


def ours(text: str) -> Found:
    """The text check."""
    return [(each.label.value, each.start, each.end) for each in practices(text)]


def keywords(text: str) -> Found:
    """Every word of an act is a finding."""
    return [
        (acts.label.value, text.index(word), text.index(word) + len(word))
        for acts in lexicon()
        for word in acts.trigger
        if word in text
    ]


def keywords_unless_negated(text: str) -> Found:
    """Every word of an act in a sentence without any negation."""
    found: Found = []
    for sentence in SENTENCE.finditer(text):
        if not NEGATION.search(sentence[0]):
            found += [
                (label, sentence.start() + a, sentence.start() + b) for label, a, b in keywords(sentence[0])
            ]
    return found


@dataclass
class Score:
    """Counts over texts (`documents`), labels and spans."""

    documents: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    by_label: dict[str, Counter[str]] = field(default_factory=dict)
    overlaps: list[float] = field(default_factory=list)
    alarms: dict[str, Counter[bool]] = field(default_factory=dict)
    pairs: dict[str, list[bool]] = field(default_factory=dict)

    def add(self, item: Text, found: Found) -> set[str]:
        """Count one text; return the labels on which it went wrong."""
        gold, got = set(item["label"]), {label for label, _, _ in found}
        self.documents[_cell(bool(gold), bool(got))] += 1
        for label in gold | got:
            cell = _cell(label in gold, label in got)
            self.labels[cell] += 1
            self.by_label.setdefault(label, Counter())[cell] += 1
        for span in item.get("spans", ()):
            if span["label"] in got:
                self.overlaps.append(max(_overlap(span, one) for one in found))
        if not gold:
            self.alarms.setdefault(item.get("stance", ""), Counter())[bool(got)] += 1
        if item.get("pair"):
            self.pairs.setdefault(item["pair"], []).append(bool(gold) == bool(got))
        return gold ^ got


def _cell(gold: bool, got: bool) -> str:
    return {(True, True): "hit", (True, False): "missed", (False, True): "false"}.get((gold, got), "silent")


def _overlap(span: Text, one: tuple[str, int, int]) -> float:
    """Intersection over union of two stretches of the same label."""
    common = min(span["end"], one[2]) - max(span["start"], one[1])
    whole = max(span["end"], one[2]) - min(span["start"], one[1])
    return max(common, 0) / whole if one[0] == span["label"] else 0.0


def rates(counts: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision = counts["hit"] / max(counts["hit"] + counts["false"], 1)
    recall = counts["hit"] / max(counts["hit"] + counts["missed"], 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def measure(items: list[Text], method: Callable[[str], Found]) -> tuple[Score, float, list[str]]:
    """Score a method; the seconds it took on the processor, and what it got wrong."""
    score = Score()
    wrong: list[str] = []
    start = time.process_time()
    results = [method(item["text"]) for item in items]
    seconds = time.process_time() - start
    for item, found in zip(items, results, strict=True):
        if differs := score.add(item, found):
            wrong.append(f"{item.get('id', '')}\t{sorted(differs)}\t{sorted(item['label'])}\t{item['text']}")
    return score, seconds, wrong


def report(name: str, score: Score, seconds: float, size: int, *, whole: bool) -> None:
    """Print one line, and the details of ours."""
    doc, label = rates(score.documents), rates(score.labels)
    print(
        f"{name:24} texts P {doc[0]:.3f} R {doc[1]:.3f} F1 {doc[2]:.3f} | labels P {label[0]:.3f} R {label[1]:.3f} "
        f"F1 {label[2]:.3f} | {size / 1e6 / max(seconds, 1e-9):.2f} MB/s"
    )
    if not whole:
        return
    for each, counts in sorted(score.by_label.items()):
        print(
            f"    {each:22} P {rates(counts)[0]:.2f} R {rates(counts)[1]:.2f} of {counts['hit'] + counts['missed']}"
        )
    if score.overlaps:
        half = sum(each >= 0.5 for each in score.overlaps) / len(score.overlaps)
        mean = sum(score.overlaps) / len(score.overlaps)
        print(f"    spans: intersection over union {mean:.2f}, at least one half {half:.2f}")
    quiet, never = Counter[bool](), Counter[bool]()
    for stance, alarms in sorted(score.alarms.items()):
        print(f"    false alarms, {stance or 'no stance given'}: {alarms[True]} of {sum(alarms.values())}")
        if stance in SILENT:
            quiet.update(alarms)
        if stance in NEVER:
            never.update(alarms)
    if never:
        print(f"    false alarms on bans, quotes, emergencies: {never[True]} of {sum(never.values())}")
    if quiet:
        print(
            f"    false alarms on bans, quotes, news, emergencies, ordinary work: {quiet[True] / sum(quiet.values()):.3f}"
        )
    if score.pairs:
        right = sum(all(each) for each in score.pairs.values())
        print(f"    pairs wholly right: {right} of {len(score.pairs)}")


def run(path: Path) -> list[str]:
    """Measure one file, its splits apart; what went wrong outside the test split."""
    items = _items(path)
    practices("请今天完成打卡")
    wrong: list[str] = []
    for split in sorted({item.get("split", "") for item in items}):
        part = [item for item in items if item.get("split", "") == split]
        listed = _compare(f"{path.name} {split}".strip(), part)
        wrong += listed if split != "test" else []
    return wrong


def _items(path: Path) -> list[Text]:
    lines = path.read_text("utf-8").splitlines()
    return [item for item in map(json.loads, lines) if not item.get("debatable")]


def _compare(name: str, items: list[Text]) -> list[str]:
    print(f"{name}: {len(items)} texts, {sum(bool(item['label']) for item in items)} with an order")
    size = sum(len(item["text"].encode("utf-8", "replace")) for item in items)
    wrong: list[str] = []
    for method_name, method in (
        ("keywords", keywords),
        ("keywords, no negation", keywords_unless_negated),
        ("ours", ours),
    ):
        score, seconds, wrong = measure(items, method)
        report(method_name, score, seconds, size, whole=method is ours)
    return wrong


def main(paths: Iterable[str] | None = None) -> None:
    """Run on the development set and on the files named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--list", type=Path, help="write the disagreements here (not into the repository)")
    options = parser.parse_args(None if paths is None else list(paths))
    wrong: list[str] = []
    held: list[Text] = []
    labelled = tuple(
        NOTICES / f"{name}.jsonl"
        for name in ("written", "generated", "blind", "blind2", "blind3", "blind4", "blind5")
    )
    for path in (CORPUS / "notices_dev.jsonl", *labelled, *options.files):
        if path.is_file():
            wrong += run(path)
            held += (item for item in _items(path) if item.get("split") == "test")
        else:
            print(f"needs {path} (test data that is not part of the repository)")
    if held:
        _compare("all test splits", held)
    if options.list:
        options.list.write_text("\n".join(wrong), encoding="utf-8")


if __name__ == "__main__":
    main()
