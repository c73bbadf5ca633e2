"""Reading an article that is handed in."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from fastapi import APIRouter, Body, Request, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from dateline.web.answers import SHAPES
from dateline.web.desk import Desk, Handed
from dateline.web.errors import Refused
from dateline.web.reading import Reading

router = APIRouter(prefix="/api", tags=["reading"])


def _address(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"https?://[^\s\x00-\x1f]+", value):
        raise ValueError("is no address of the web (http:// or https://)")
    return value


class ReadRequest(BaseModel):
    """An article: one of `text`, `html` and `url`. `title` helps to tell the headline from the text."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [
        {"text": "Gunmen killed three police officers in Mosul on Sunday, officials said.", "published": "2014-05-05"}
    ]})  # fmt: skip
    text: str | None = Field(None, min_length=1)
    html: str | None = Field(None, min_length=1)
    url: Annotated[str | None, AfterValidator(_address)] = Field(None, max_length=2000)
    title: str | None = Field(None, max_length=1000)
    published: dt.date | None = Field(None, description="The publication day, over what the article says itself.")
    force: bool = Field(False, description="Read it although it is not in English.")

    @model_validator(mode="after")
    def _one(self) -> ReadRequest:
        if sum(v is not None for v in (self.text, self.html, self.url)) != 1:
            raise ValueError("give one of text, html and url")
        return self


@router.post("/read", responses=SHAPES.of(Reading, 400, 403, 413, 429))
def read(request: Request, asked: Annotated[ReadRequest, Body()]) -> Response:
    """An article read at once; nothing of it is kept. A page is fetched only from public addresses."""
    desk: Desk | None = request.app.state.desk
    if desk is None:
        raise Refused(403, "not_offered", "this server does not read articles")
    return Response(desk.read(Handed(**asked.model_dump())), media_type="application/json")
