"""Eight rosters of one system: how many columns a person must answer after exact names, normalising, synonyms, derivation.

Prints counts only. `--list FILE` writes every merge and every derivation for a person to check (beside the run, never
into the repository: the files' labels are not ours).
"""

import argparse
import os
from collections import Counter
from pathlib import Path

from qingzhuang.intake.read import read_form
from qingzhuang.match.group import Grouping, group
from qingzhuang.match.load import default
from qingzhuang.match.normalise import normalise
from qingzhuang.model.form import Form

CORPUS = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
FOLDER = CORPUS / "forms" / "eight-rosters"


def forms() -> list[Form]:
    """The rosters, read."""
    return [read_form(path.name, path.read_bytes()) for path in sorted(FOLDER.glob("*.xls"))]


def measure(rosters: list[Form], grouping: Grouping) -> dict[str, int]:
    """Slots, and the asks that are left after each step."""
    lexicon = default()
    labels = [item.label for form in rosters for item in form.items]
    groups = grouping.groups
    derived = {link.b if link.match.direction == "a->b" else link.a for link in grouping.derivable}
    return {
        "slots": len(labels),
        "exact names": len(set(labels)),
        "normalised": len({normalise(label, lexicon).core for label in labels}),
        "same element": len(groups),
        "not derivable": len(groups) - len(derived),
        "facts to ask (no remarks, row numbers)": sum(
            each.element.asked for index, each in enumerate(groups) if index not in derived
        ),
        "asked in all rosters": sum(len(each.members) == len(rosters) for each in groups),
    }


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
        print(f"{name:<42}{count:>6}")
    if options.list:
        options.list.write_text(listing(rosters, grouping), encoding="utf-8")


if __name__ == "__main__":
    main()
