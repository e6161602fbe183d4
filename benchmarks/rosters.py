"""Eight rosters of one system: how many columns a person must answer after exact names, normalising, synonyms, derivation.

Prints counts only. `--list FILE` writes every merge and every derivation for a person to check (beside the run, never
into the repository: the files' labels are not ours).
"""

import argparse
import os
from collections import Counter
from pathlib import Path

from qingzhuang.intake.read import read_form
from qingzhuang.match.grouping.group import Grouping, group
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.form import Form

CORPUS = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
FOLDER = CORPUS / "forms" / "eight-rosters"


def forms() -> list[Form]:
    """The rosters, read."""
    return [read_form(path.name, path.read_bytes()) for path in sorted(FOLDER.glob("*.xls"))]


def measure(rosters: list[Form], grouping: Grouping) -> dict[str, int]:
    """Slots, and the asks that are left after each step; remarks and row numbers are counted once, at the top."""
    lexicon = default()
    groups = [each for each in grouping.groups if each.element.asked]
    facts = [member for each in groups for member in each.members]
    labels = [member.context.label for member in facts]
    derived = {link.b if link.match.direction == "a->b" else link.a for link in grouping.derivable}
    follows = sum(grouping.groups[index].element.asked for index in derived)
    return {
        "slots": sum(len(form.items) for form in rosters),
        "of them facts (no remarks, row numbers)": len(facts),
        "left after exact names": len(set(labels)),
        "left after normalising": len({normalise(label, lexicon).core for label in labels}),
        "left after matching (subject, scheme checked)": len(groups),
        "left after derivation": len(groups) - follows,
        "elements asked in all rosters": sum(len(each.members) == len(rosters) for each in groups),
        "differently named columns that became one": sum(
            len({m.context.label for m in each.members}) > 1 for each in groups
        ),
        "same names kept apart": len(labels) - len(set(labels)) - _same(grouping),
    }


def _same(grouping: Grouping) -> int:
    """Asks saved by names that are equal and were merged."""
    groups = [each for each in grouping.groups if each.element.asked]
    return sum(len(each.members) - len({m.context.label for m in each.members}) for each in groups)


def listing(rosters: list[Form], grouping: Grouping) -> str:
    """Every group, every derivation, every doubt, for a person."""
    lines = []
    for index, each in enumerate(grouping.groups):
        labels = Counter(member.item.key for member in each.members)
        lines.append(f"group {index}\t{len(each.members)}\t{each.key}\t{dict(labels)}")
    for name in ("derivable", "alike", "unsure"):
        lines += [
            f"{name}\t{link.match.rule}\t{link.match.a.label}\t{link.match.b.label}\t{link.match.why}"
            for link in getattr(grouping, name)
        ]
    lines += [
        f"twice\t{rosters[e.form].file}\t{e.a.key}\t{e.b.key}\t{e.match.rule}" for e in grouping.duplicates
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure, or say why not."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--list", type=Path, help="write every merge here (not into the repository)")
    options = arguments.parse_args()
    if not FOLDER.is_dir():
        print(f"needs {FOLDER} (test data that is not part of the repository)")
        return
    rosters = forms()
    grouping = group(rosters)
    for name, count in measure(rosters, grouping).items():
        print(f"{name:<48}{count:>6}")
    if options.list:
        options.list.write_text(listing(rosters, grouping), encoding="utf-8")


if __name__ == "__main__":
    main()
