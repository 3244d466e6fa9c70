"""Objects that live in the worker, as checks see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from grader.submission import Session


class RemoteObject:
    """An object that lives in the worker. It can be asked, never trusted: it compares with nothing."""

    __array_ufunc__ = None
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, session: Session, number: int, kind: str) -> None:
        self._session, self._number, self._kind = session, number, kind

    def _perform(self, needs: str, operation: str, name: str, arguments: list[Any], **keywords: Any) -> Any:
        if needs not in self._session.contract.remote:
            raise TypeError(f"the manifest does not allow {needs} on remote objects")
        return self._session.perform(operation, name, arguments, keywords)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._perform("attributes", "attribute", name, [self])

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return self._perform("methods", "method", "", [self, *arguments], **keywords)

    def __getitem__(self, key: Any) -> Any:
        return self._perform("indexing", "operator", "[]", [self, key])

    def __add__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "+", [self, other])

    def __radd__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "+", [other, self])

    def __sub__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "-", [self, other])

    def __rsub__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "-", [other, self])

    def __mul__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "*", [self, other])

    def __rmul__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "*", [other, self])

    def __truediv__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "/", [self, other])

    def __rtruediv__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "/", [other, self])

    def __pow__(self, other: Any) -> Any:
        return self._perform("arithmetic", "operator", "**", [self, other])

    def __neg__(self) -> Any:
        return self._perform("arithmetic", "operator", "neg", [self])

    def _refuse(self, *_: Any) -> NoReturn:
        raise TypeError("a remote object is not compared, and has no truth value: read a number from it")

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __bool__ = __array__ = _refuse
    __iter__ = __len__ = __contains__ = __float__ = __int__ = __index__ = _refuse

    def __repr__(self) -> str:
        return f"<remote {self._kind}>"


def remote_kind(value: object) -> str:
    """Class name of a remote object, of a plain value its type's name."""
    return value._kind if isinstance(value, RemoteObject) else type(value).__name__
