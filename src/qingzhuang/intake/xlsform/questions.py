"""One row of the survey sheet as a question."""

from collections.abc import Mapping

from qingzhuang.intake.xlsform.choices import media_of
from qingzhuang.intake.xlsform.headers import Line
from qingzhuang.model.xlsform import Question


def question(
    line: Line, name: str, kind: str, language: str, parameters: Mapping[str, str], list_name: str = ""
) -> Question:
    """Return the question of a row."""
    return Question(
        row=line.row,
        type=kind,
        name=name,
        label=line.wording("label", language=language),
        hint=line.wording("hint", language=language),
        media=media_of(line, language),
        list_name=list_name,
        required=line.get("bind", "required"),
        required_message=line.wording("bind", "jr:requiredMsg", language=language),
        relevant=line.get("bind", "relevant"),
        constraint=line.get("bind", "constraint"),
        constraint_message=line.wording("bind", "jr:constraintMsg", language=language),
        calculation=line.get("bind", "calculate"),
        choice_filter=line.get("choice_filter"),
        appearance=line.get("control", "appearance"),
        default=line.get("default"),
        readonly=line.get("bind", "readonly"),
        trigger=line.get("trigger"),
        save_to=line.get("bind", "entities:saveto"),
        parameters=parameters,
    )
