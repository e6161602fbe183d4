"""The whole interface: its operations, how it answers trouble, its description as OpenAPI 3.1."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation, PathView
from ninja.renderers import JSONRenderer

from qingzhuang import __version__
from qingzhuang.language import later
from qingzhuang.model.problem import ProblemError
from qingzhuang.store.files.kept import OutOfReachError
from qingzhuang.web.api import (
    deciding,
    demands,
    issuing,
    me,
    problems,
    questions,
    reading,
    routers,
    subjects,
    submissions,
)
from qingzhuang.web.api.door import roles_of
from qingzhuang.web.api.files import BYTES
from qingzhuang.web.api.fitting import complaints

PREFIX = routers.PREFIX
OPERATIONS = (
    me,
    demands,
    issuing,
    deciding,
    submissions,
    questions,
    subjects,
    reading,
)  # importing them fills the routers


_renderer = JSONRenderer()
_renderer.json_dumps_params = {"ensure_ascii": False}  # Chinese stands as it is written
api = NinjaAPI(
    title=later("轻装"),
    version=__version__,
    description=later("需求、项目、事实、提交：和网页同一套规矩。出错的回答按 RFC 9457。"),
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    renderer=_renderer,
)
for _prefix, _router in (
    ("/me", routers.me),
    ("/demands", routers.demands),
    ("/submissions", routers.submissions),
    ("/subjects", routers.subjects),
    ("/minutes", routers.minutes),
):
    api.add_router(_prefix, _router)


@api.exception_handler(problems.RefusedError)
def _refused(request: HttpRequest, error: problems.RefusedError) -> HttpResponse:
    return problems.answer_to(error.status, error.problem, error.more)


@api.exception_handler(ProblemError)
def _problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
    return problems.answer_to(problems.status_of(error), error.problem)


@api.exception_handler(OutOfReachError)
def _away(request: HttpRequest, error: OutOfReachError) -> HttpResponse:
    """The place of files does not answer; the same may be asked again."""
    return problems.answer_to(503, error.problem)


@api.exception_handler(AuthenticationError)
def _nobody(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problems.answer_to(401, problems.no_token())


@api.exception_handler(ValidationError)
def _unfit(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problems.answer_to(422, problems.unfit(request.path), {"errors": complaints(error.errors)})


@api.exception_handler(HttpError)
def _unread(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problems.answer_to(error.status_code, problems.not_readable(request.path))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return problems.nothing_here(request)


@api.exception_handler(OSError)
def _lost(request: HttpRequest, error: OSError) -> HttpResponse:
    """The bytes of a form are not here any more."""
    return problems.answer_to(409, problems.lost(request.path))


def addresses() -> Iterator[tuple[str, PathView]]:
    """Yield each address with all that it serves, whatever the method."""
    for bound in api._get_bound_routers():
        for route, served in bound.path_operations.items():
            yield f"{bound.prefix}{route}", served


def operations() -> Iterator[tuple[str, str, Operation]]:
    """Yield each operation with its address as the description names it, and its method."""
    for address, served in addresses():
        for operation in served.operations:
            for method in operation.methods:
                yield PREFIX + address.replace("{int:", "{"), method.lower(), operation


@cache
def described() -> dict[str, Any]:
    """The interface as OpenAPI 3.1; answers to trouble carry their own type, operations say whom they serve."""
    schema: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=PREFIX))
    for path, method, served in operations():
        schema["paths"][path][method]["x-roles"] = sorted(roles_of(served.auth_callbacks))
    for operation in (each for path in schema["paths"].values() for each in path.values()):
        for status, answer in operation["responses"].items():
            content = answer.get("content", {})
            if int(status) >= 400 and "application/json" in content:
                answer["content"] = {problems.KIND: content["application/json"]}
            elif BYTES in content:
                answer["content"] = {BYTES: content[BYTES]}
    return schema
