"""Whatever a program sends, it is answered as the description says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache as memory
from django.core.wsgi import get_wsgi_application
from django.db.backends.base.base import BaseDatabaseWrapper
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import sampled_from
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from qingzhuang.model.organisation import Role
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import bring_draft
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.web.api.book import described
from tests.pipeline.drafts import sheet
from tests.web.api.conftest import Program, secret_of
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN
from tests.web.test_access import MACHINE

OPERATIONS = [(path, method) for path, methods in described()["paths"].items() for method in methods]
SETTINGS = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@cache
def api() -> BaseSchema:
    """The interface as it describes itself, asked in this process."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@pytest.fixture(autouse=True)
def _connection_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that ends outside Django's own client would close the connection in which the test's rows live."""
    monkeypatch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", lambda _self: None)


@dataclass(frozen=True)
class Town:
    """A token for each role, and something of each kind that is there to be seen and changed."""

    secrets: Mapping[Role, str]
    numbers: Mapping[str, tuple[int, ...]]

    def version(self, path: str, number: int, role: Role) -> str:
        """The version of a thing as this role may read it now."""
        things = path.split("/")[3]
        address = f"/{things}/{number}/facts" if things == "subjects" else f"/{things}/{number}"
        answer = Program(self.secrets[role]).get(f"/api/v1{address}")
        return str(answer.json()["version"]) if answer.status_code == 200 else "x"


@pytest.fixture
def town(people: People, task: Task) -> Town:
    """A county with an admitted demand and a draft."""
    draft = bring_draft(
        people.issuer.unit, "走访.xlsx", sheet("高龄老人走访花名册", ["姓名", "身份证号"], ""), clock.now()
    )
    numbered = {
        "demands": (task.demand.number, draft.number),
        "submissions": (task.number,),
        "subjects": tuple(numbers({TIAN, QIU}).values()),
    }
    seats = (people.post, people.issuer, people.overseer)
    return Town({each.role: secret_of(each) for each in seats}, numbered)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_no_answer_breaks_the_description(path: str, method: str, mode: GenerationMode, town: Town) -> None:
    """Neither to what fits the description nor to what does not: no fault of the server, no answer of another shape."""
    roles = MACHINE[path.replace("{number}", "1")].roles
    known = town.numbers.get(path.split("/")[3], ())
    operation = api()[path][method]

    @SETTINGS
    @given(
        operation.as_strategy(generation_mode=mode), sampled_from(sorted(roles)), sampled_from([0, *known])
    )
    def tried(case: Any, role: Role, number: int) -> None:
        memory.clear()
        headers = {"Authorization": f"Bearer {town.secrets[role]}", "Accept-Encoding": "identity"}
        if mode is GenerationMode.POSITIVE and number and "{number}" in path:
            case.path_parameters["number"] = number
            headers["If-Match"] = town.version(path, number, role)
        case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])

    tried()
