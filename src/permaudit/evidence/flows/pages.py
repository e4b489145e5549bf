"""Pages and scripts from outside the app, which have what a bridge hands over."""

from __future__ import annotations

from functools import cached_property

from permaudit.catalog.flows import FlowCatalog, PageAddress
from permaudit.evidence.flows.addresses import Addresses, read_address
from permaudit.model.outside import OutsidePage


class Pages:
    """Whether a script that is handed data comes from outside.

    `first_pages` are the frameworks whose settings say that the app starts with such a page. What stands in the code is
    looked at when it is asked for.
    """

    def __init__(self, addresses: Addresses, flows: FlowCatalog, first_pages: frozenset[str]) -> None:
        self._addresses, self._first = addresses, first_pages
        self._methods, self._own = flows.summaries.page_addresses, flows.summaries.own_page_hosts
        self._engines = flows.engines

    def come_from_outside(self, engine: str | None) -> bool:
        """Of an engine, whether a script of its own does; else whether a page in any web view does."""
        if engine is not None:
            return engine in self._first or any(each.framework == engine for each in self.of_frameworks)
        shown = self._first - self._engines or [
            each for each in self.of_frameworks if each.framework not in self._engines
        ]
        return bool(shown) or self._in_plain_views

    @cached_property
    def of_frameworks(self) -> tuple[OutsidePage, ...]:
        """Those that code asks a framework for."""
        found = (self._asked_of(each) for each in self._methods if each.framework is not None)
        return tuple(each for each in found if each is not None)

    @cached_property
    def _in_plain_views(self) -> bool:
        return any(self._asked_of(each) is not None for each in self._methods if each.framework is None)

    def _asked_of(self, method: PageAddress) -> OutsidePage | None:
        given = (read_address(page.url) for page in self._addresses.base(method.method))
        hosts = {page.host for page in given if page is not None} - self._own
        if not hosts:
            return None
        shown_by = method.method.partition("->")[0].rpartition("/")[2].partition("$")[0].rstrip(";")
        return OutsidePage(method.framework, shown_by, tuple(sorted(hosts)))
