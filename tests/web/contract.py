"""What is served, held by schemathesis against what is declared, with all of its checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from fastapi import FastAPI
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.schemas import BaseSchema

SEED = 20_310_504
HOST = "testserver"  # as which schemathesis asks an application


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How often each operation answered by which status, and what was against the contract."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def never_answered(self, operations: Iterable[str]) -> list[str]:
        """The pages and files that were asked for and never answered by what was asked for."""
        return [path for path in operations if not self.answers[f"GET {path}", 200]]

    def statuses(self, operation: str) -> set[int]:
        """All by which the operation answered."""
        return {status for (label, status), times in self.answers.items() if label == operation and times}


def asked_of(app: FastAPI, examples: int, headers: Mapping[str, str]) -> BaseSchema:
    """What is declared at /openapi.json, to be asked."""
    config = schemathesis.Config.from_dict(_settings(examples, headers))
    return schemathesis.openapi.from_asgi("/openapi.json", app, config=config, headers=dict(headers))


def asked_as(app: FastAPI, api: dict[str, Any], examples: int) -> BaseSchema:
    """What is declared elsewhere of the application, to be asked as a browser does."""
    config = schemathesis.Config.from_dict(_settings(examples, {"Accept": "text/html"}))
    asked = schemathesis.openapi.from_dict(api, config=config)
    asked.app = app
    return asked


def as_pages(api: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """The description with pages for people in the place of their twins; `ids` has one for each parameter."""
    page = {"content": {"text/html": {"schema": {"type": "string"}}}, "description": "A page."}
    paths = {}
    for path, methods in api["paths"].items():
        if path.endswith(".json") and not path.endswith("chart.json"):  # which has no page of its own
            asked = dict(methods["get"])
            asked["parameters"] = [_exemplified(one, ids) for one in asked.get("parameters", ())]
            asked["responses"] = dict.fromkeys(asked["responses"], page)
            paths[path.removesuffix(".json")] = {"get": asked}
    return {"openapi": api["openapi"], "info": api["info"], "paths": paths}


def hold(asked: BaseSchema) -> Held:
    """All that is asked of it: what covers each parameter, then what is made by chance, then along the links."""
    held = Held()
    for event in from_schema(asked).execute():
        match event:
            case events.ScenarioFinished():
                held.answers.update(_answers(event.recorder))
                held.broken.extend(_broken(event.recorder))
            case events.NonFatalError():
                held.broken.append(f"{event.label}: {event.value!r}")
            case events.FatalError():
                held.broken.append(repr(event.exception))
    return held


def _settings(examples: int, headers: Mapping[str, str]) -> dict[str, Any]:
    return {
        "seed": SEED,
        "workers": 1,
        "continue-on-failure": True,
        "headers": dict(headers),
        "generation": {"max-examples": examples, "deterministic": True, "database": "none"},
        # Each change that is taken has the whole record linked anew.
        "operations": [{"include-method": "POST", "generation": {"max-examples": examples // 5}}],
        # What depends on the record no schema can tell: a page of a list, an outlet of a story.
        "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "400", "404"]}},
    }


def _answers(recorder: ScenarioRecorder) -> Iterator[tuple[str, int]]:
    for case, one in recorder.interactions.items():
        if one.response is not None:
            yield recorder.cases[case].value.operation.label, one.response.status_code


def _broken(recorder: ScenarioRecorder) -> Iterator[str]:
    for case, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info is not None:
                request = recorder.interactions[case].request
                yield f"{check.name}: {request.method} {request.uri}: {check.failure_info.failure.message}"


def _exemplified(parameter: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    known = parameter["in"] == "path" and parameter["name"] in ids
    return {**parameter, "example": ids[parameter["name"]]} if known else dict(parameter)
